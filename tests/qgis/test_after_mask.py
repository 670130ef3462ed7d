"""The button that goes on from the ticked products to a composite or a field calendar."""

from __future__ import annotations


def test_the_algorithms_are_filled_with_the_ticked_products_and_their_masks(provider, with_engine, tmp_path):
    from s2cloudmask.ui.dialog.after_mask import AfterMaskButton, parameters_for
    from s2cloudmask.ui.dialog.product_panel import ProductPanel

    panel = ProductPanel()
    button = AfterMaskButton(panel, lambda: "")
    assert not button.isEnabled() and len(button.menu().actions()) == 2  # nothing is ticked
    products = [str(tmp_path / "A.SAFE"), str(tmp_path / "B.zip")]
    text = "\n".join(products)
    assert parameters_for(products, str(tmp_path)) == {"PRODUCTS": text, "MASKS": str(tmp_path)}
    for name in ("composite", "fields"):
        known = {definition.name() for definition in provider.algorithm(name).parameterDefinitions()}
        assert {"PRODUCTS", "MASKS"} <= known
    assert parameters_for(products, "") == {"PRODUCTS": text}  # a temporary folder: no masks are there
