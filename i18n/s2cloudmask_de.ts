<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AfterMaskButton</name>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="27" />
        <source>Use masks…</source>
        <translation>Masken nutzen…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="28" />
        <source>Make something of the ticked products and their masks</source>
        <translation>Aus den angehakten Produkten und ihren Masken etwas machen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="33" />
        <source>Cloud-free &amp;composite…</source>
        <translation>Wolkenfreies &amp;Komposit…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="34" />
        <source>&amp;Field calendar…</source>
        <translation>&amp;Feldkalender…</translation>
    </message>
</context><context>
    <name>ApplyMask</name>
    <message>
        <location filename="../toolbox/applymask.py" line="51" />
        <source>Apply a mask to rasters</source>
        <translation>Maske auf Raster anwenden</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="59" />
        <source>cloud,mask,nodata,no data,buffer,remove,clip,band</source>
        <translation>Wolke,Maske,NoData,Leerwert,Puffer,entfernen,ausschneiden,Kanal,Band</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="63" />
        <source>Sets rasters to no data where a cloud mask has chosen classes, with a buffer in metres.</source>
        <translation>Setzt Raster auf NoData, wo eine Wolkenmaske die gewählten Klassen hat, mit einem Puffer in Metern.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="67" />
        <source>&lt;p&gt;Copies a raster and sets it to &lt;b&gt;no data&lt;/b&gt; where the mask has one of the chosen classes, and within the buffer around them. Any number of bands and any data type; bands keep names, scales and colours. Raster and mask may differ in resolution, extent and CRS: the mask is laid on the raster's pixels by nearest neighbour.&lt;/p&gt;&lt;p&gt;Outside the mask the raster is kept, unless the mask's no data is taken away too.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Kopiert ein Raster und setzt es auf &lt;b&gt;NoData&lt;/b&gt;, wo die Maske eine der gewählten Klassen hat, und innerhalb des Puffers darum. Beliebig viele Kanäle und jeder Datentyp; die Kanäle behalten Namen, Skalierungen und Farben. Raster und Maske dürfen sich in Auflösung, Ausdehnung und KBS unterscheiden: Die Maske wird mit dem nächsten Nachbarn auf die Pixel des Rasters gelegt.&lt;/p&gt;&lt;p&gt;Außerhalb der Maske bleibt das Raster erhalten, sofern nicht auch entfernt wird, wo die Maske NoData hat.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="78" />
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="79" />
        <source>The raster to mask: a band, a stack, a true-colour image, an index; any data type.</source>
        <translation>Das zu maskierende Raster: ein Kanal, ein Stapel, ein Echtfarbenbild, ein Index; jeder Datentyp.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="82" />
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="83" />
        <source>A mask by this plugin, or any raster of whole numbers with the same classes.</source>
        <translation>Eine Maske dieser Erweiterung oder ein beliebiges Ganzzahlraster mit denselben Klassen.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="88" />
        <source>Classes to remove</source>
        <translation>Zu entfernende Klassen</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="94" />
        <source>Pixels of these classes become no data. In scripts by name: thick_cloud,cloud_shadow.</source>
        <translation>Pixel dieser Klassen werden NoData. In Skripten mit Namen: thick_cloud,cloud_shadow.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="98" />
        <source>Buffer (metres)</source>
        <translation>Puffer (Meter)</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="103" />
        <source>Pixels whose centre is within this distance of a cloud or shadow pixel go too.</source>
        <translation>Auch Pixel, deren Mitte höchstens so weit von einem Wolken- oder Schattenpixel liegt, werden entfernt.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="105" />
        <source>Also remove where the mask has no data</source>
        <translation>Auch entfernen, wo die Maske NoData hat</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="106" />
        <source>Also sets to no data what the mask knows nothing of, and what lies outside it.</source>
        <translation>Setzt auch auf NoData, worüber die Maske nichts weiß und was außerhalb von ihr liegt.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="111" />
        <source>No-data value</source>
        <translation>NoData-Wert</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="115" />
        <source>Empty: the raster's own; where it has none, 0 for unsigned, the lowest for signed integers, NaN for real numbers.</source>
        <translation>Leer: der des Rasters; hat es keinen, dann 0 bei vorzeichenlosen, der kleinste Wert bei vorzeichenbehafteten Ganzzahlen, NaN bei Gleitkommazahlen.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="124" />
        <source>More rasters for the same mask</source>
        <translation>Weitere Raster für dieselbe Maske</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="128" />
        <source>Masked in the same way and written to the folder below, such as the other bands of the product.</source>
        <translation>Werden ebenso maskiert und in den Ordner unten geschrieben, etwa die übrigen Kanäle des Produkts.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="132" />
        <source>Masked raster</source>
        <translation>Maskiertes Raster</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="133" />
        <source>A tiled, compressed GeoTIFF (.tif) on the raster's own grid.</source>
        <translation>Ein gekacheltes, komprimiertes GeoTIFF (.tif) im eigenen Gitter des Rasters.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="137" />
        <source>Folder for more rasters</source>
        <translation>Ordner für weitere Raster</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="139" />
        <source>Each of the further rasters becomes &lt;name&gt;_masked.tif in this folder.</source>
        <translation>Jedes weitere Raster wird zu &lt;name&gt;_masked.tif in diesem Ordner.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="142" />
        <source>All masked rasters</source>
        <translation>Alle maskierten Raster</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="143" />
        <source>Taken away by the mask (%)</source>
        <translation>Durch die Maske entfernt (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="148" />
        <source>More rasters are given, but no folder for them. Choose the folder for more rasters.</source>
        <translation>Es sind weitere Raster angegeben, aber kein Ordner dafür. Den Ordner für weitere Raster wählen.</translation>
    </message>
</context><context>
    <name>AreaPicker</name>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="46" />
        <source>Whole product</source>
        <translation>Ganzes Produkt</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="48" />
        <source>Map canvas</source>
        <translation>Kartenansicht</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="49" />
        <source>Extent of a layer</source>
        <translation>Ausdehnung eines Layers</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="51" />
        <source>Drawn rectangle</source>
        <translation>Gezeichnetes Rechteck</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="88" />
        <source>Draw a rectangle on the map. Any other map tool leads back without one.</source>
        <translation>Ein Rechteck in die Karte zeichnen. Jedes andere Kartenwerkzeug führt ohne eines zurück.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="155" />
        <source>Draw a rectangle on the map first, or mask the whole product.</source>
        <translation>Zuerst ein Rechteck in die Karte zeichnen oder das ganze Produkt maskieren.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="157" />
        <source>Choose a layer that has an extent, or mask the whole product.</source>
        <translation>Einen Layer mit Ausdehnung wählen oder das ganze Produkt maskieren.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="158" />
        <source>The map canvas is empty. Add a layer to it, or mask the whole product.</source>
        <translation>Die Kartenansicht ist leer. Einen Layer hinzufügen oder das ganze Produkt maskieren.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="169" />
        <source>Everything that the product covers.</source>
        <translation>Alles, was das Produkt abdeckt.</translation>
    </message>
</context><context>
    <name>ChoicePanel</name>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="33" />
        <source>Temporary folder</source>
        <translation>Temporärer Ordner</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="86" />
        <source>{metres} m</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <location filename="../ui/dialog/choice_panel.py" line="96" />
        <location filename="../ui/dialog/choice_panel.py" line="89" />
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="90" />
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="91" />
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA-Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="92" />
        <source>Apple graphics (MPS)</source>
        <translation>Apple-Grafik (MPS)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="97" />
        <source>Full (float32)</source>
        <translation>Voll (float32)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="98" />
        <source>Half (bfloat16)</source>
        <translation>Halb (bfloat16)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="99" />
        <source>Half (float16)</source>
        <translation>Halb (float16)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="130" />
        <source>Finest detail: small cumulus and their shadows. About four times the work of 20 m.</source>
        <translation>Feinste Details: kleine Quellwolken und ihre Schatten. Etwa viermal so viel Aufwand wie 20 m.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="133" />
        <source>Recommended: good detail in a quarter of the time of 10 m.</source>
        <translation>Empfohlen: gute Details in einem Viertel der Zeit von 10 m.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="134" />
        <source>Landsat's grid size: quick, small clouds blur.</source>
        <translation>Rasterweite von Landsat: schnell, kleine Wolken verschwimmen.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="135" />
        <source>Quickest: an overview of large clouds, for many products.</source>
        <translation>Am schnellsten: ein Überblick über große Wolken, für viele Produkte.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="139" />
        <source>The network predicts at {metres} m; the mask is interpolated to this grid.</source>
        <translation>Das Netz sagt mit {metres} m vorher; die Maske wird auf dieses Gitter interpoliert.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="146" />
        <source>One mask per product, with its style (.qml) and metadata (.json).</source>
        <translation>Eine Maske je Produkt, mit Stil (.qml) und Metadaten (.json).</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="148" />
        <source>Deleted when QGIS closes. Choose a folder to keep the masks.</source>
        <translation>Wird beim Schließen von QGIS gelöscht. Einen Ordner wählen, um die Masken zu behalten.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Resolutio&amp;n</source>
        <translation>Auf&amp;lösung</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>M&amp;odel</source>
        <translation>M&amp;odell</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Download…</source>
        <translation>Herunterladen…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>F&amp;ile…</source>
        <translation>Date&amp;i…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Use a network of your own: a state dict of UNetMobV2, TorchScript or ONNX</source>
        <translation>Ein eigenes Netz verwenden: ein State-Dict von UNetMobV2, TorchScript oder ONNX</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Area</source>
        <translation>&amp;Gebiet</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Draw…</source>
        <translation>&amp;Zeichnen…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Draw a rectangle on the map; this window steps aside meanwhile</source>
        <translation>Ein Rechteck in die Karte zeichnen; dieses Fenster tritt währenddessen zur Seite</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Ou&amp;tput folder</source>
        <translation>Ausga&amp;beordner</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Beside products</source>
        <translation>Neben die Produkte</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Keep the masks in a folder cloud_masks beside the ticked products</source>
        <translation>Die Masken in einem Ordner cloud_masks neben den angekreuzten Produkten behalten</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Ad&amp;vanced</source>
        <translation>Er&amp;weitert</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>D&amp;evice</source>
        <translation>Ge&amp;rät</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Where the network runs. Automatic takes a graphics card where the engine can use it.</source>
        <translation>Wo das Netz läuft. Automatisch nimmt eine Grafikkarte, wenn die Engine sie nutzen kann.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Precision</source>
        <translation>&amp;Präzision</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Arithmetic of the network. Half precision is faster where the device has it, and changes few pixels.</source>
        <translation>Rechengenauigkeit des Netzes. Halbe Präzision ist schneller, wo das Gerät sie beherrscht, und ändert wenige Pixel.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Over&amp;lap</source>
        <translation>Überlapp&amp;ung</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Least overlap of neighbouring patches, in pixels of the grid that is predicted on</source>
        <translation>Mindestüberlappung benachbarter Ausschnitte, in Pixeln des Gitters, auf dem vorhergesagt wird</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>E&amp;xtra views</source>
        <translation>Zusatzansi&amp;chten</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Test-time augmentation: predict so many turned and mirrored views as well and average them. Each takes as long as the first.</source>
        <translation>Test-Time-Augmentation: so viele gedrehte und gespiegelte Ansichten zusätzlich vorhersagen und mitteln. Jede dauert so lange wie die erste.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Buffer</source>
        <translation>Pu&amp;ffer</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Widen clouds and shadows by so many pixels</source>
        <translation>Wolken und Schatten um so viele Pixel erweitern</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Write the probabilities of the classes as a second raster</source>
        <translation>Die Wahrscheinlichkeiten der Klassen als zweites Raster schreiben</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Over&amp;write</source>
        <translation>Übersc&amp;hreiben</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Replace masks that already exist</source>
        <translation>Vorhandene Masken ersetzen</translation>
    </message>
</context><context>
    <name>ClassStyle</name>
    <message>
        <location filename="../toolbox/layer_styles.py" line="134" />
        <source>Clear</source>
        <translation>Klar</translation>
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="135" />
        <source>Thick cloud</source>
        <translation>Dichte Wolke</translation>
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="136" />
        <source>Thin cloud</source>
        <translation>Dünne Wolke</translation>
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="137" />
        <source>Cloud shadow</source>
        <translation>Wolkenschatten</translation>
    </message>
</context><context>
    <name>CloudFree</name>
    <message>
        <location filename="../toolbox/cloudfree.py" line="45" />
        <source>Count clear days</source>
        <translation>Klare Tage zählen</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="53" />
        <source>cloud free,clear,count,observations,time series,latest,date,composite</source>
        <translation>wolkenfrei,klar,Anzahl,Beobachtungen,Zeitreihe,letzter,Datum,Komposit</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="57" />
        <source>From masks of several dates of a tile: how often each pixel was clear, and when last.</source>
        <translation>Aus Masken mehrerer Tage einer Kachel: wie oft jedes Pixel klar war und wann zuletzt.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="61" />
        <source>&lt;p&gt;Takes the masks of several dates of one tile and writes two rasters: the &lt;b&gt;number of days&lt;/b&gt; on which each pixel was clear (no data: never seen), and the &lt;b&gt;latest clear day&lt;/b&gt; as a number such as 20240715 (no data 0: never clear). The dates come from the masks themselves. Masks of one day are one observation: clear where one of them is clear and none is cloud or shadow.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Nimmt die Masken mehrerer Tage einer Kachel und schreibt zwei Raster: die &lt;b&gt;Anzahl der Tage&lt;/b&gt;, an denen jedes Pixel klar war (NoData: nie gesehen), und den &lt;b&gt;letzten klaren Tag&lt;/b&gt; als Zahl wie 20240715 (NoData 0: nie klar). Die Daten stammen aus den Masken selbst. Masken eines Tages sind eine Beobachtung: klar, wo eine von ihnen klar ist und keine Wolke oder Schatten zeigt.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="71" />
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="72" />
        <source>Masks of one tile by this plugin. They may differ in resolution and extent.</source>
        <translation>Masken einer Kachel von dieser Erweiterung. Auflösung und Ausdehnung dürfen sich unterscheiden.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="77" />
        <source>Folder of masks</source>
        <translation>Maskenordner</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="81" />
        <source>Every *_cloudmask.tif in this folder and below it is taken, besides the masks chosen above.</source>
        <translation>Jede Datei *_cloudmask.tif in diesem Ordner und darunter wird genommen, zusätzlich zu den oben gewählten Masken.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="84" />
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="85" />
        <source>Takes only the masks of this tile, such as 55JGF. Needed where the masks are of several tiles.</source>
        <translation>Nimmt nur die Masken dieser Kachel, etwa 55JGF. Nötig, wenn die Masken zu mehreren Kacheln gehören.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="90" />
        <source>Resolution (metres)</source>
        <translation>Auflösung (Meter)</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="95" />
        <source>Pixel size of the rasters; finest is that of the finest mask. In scripts: finest, 10, 20, 30 or 60.</source>
        <translation>Pixelgröße der Raster; finest ist die der feinsten Maske. In Skripten: finest, 10, 20, 30 oder 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="100" />
        <source>Clear days</source>
        <translation>Klare Tage</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="101" />
        <source>Number of clear days a pixel, a GeoTIFF (.tif).</source>
        <translation>Anzahl der klaren Tage je Pixel, ein GeoTIFF (.tif).</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="104" />
        <source>Latest clear day</source>
        <translation>Letzter klarer Tag</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="105" />
        <source>Latest clear day a pixel as YYYYMMDD, a GeoTIFF (.tif).</source>
        <translation>Letzter klarer Tag je Pixel als JJJJMMTT, ein GeoTIFF (.tif).</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="107" />
        <source>Days seen</source>
        <translation>Gesehene Tage</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="108" />
        <source>Mean number of clear days</source>
        <translation>Mittlere Anzahl klarer Tage</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="114" />
        <source>No mask is given. Choose masks, or a folder of masks.</source>
        <translation>Keine Maske angegeben. Masken oder einen Maskenordner wählen.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="116" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>Den Ordner {path} gibt es nicht. Einen vorhandenen wählen.</translation>
    </message>
</context><context>
    <name>CloudMaskPlugin</name>
    <message>
        <location filename="../plugin.py" line="58" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation>Sentinel-2 Cloud Mask</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="59" />
        <source>Mask clouds…</source>
        <translation>Wolken maskieren…</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="60" />
        <source>Cloud and cloud-shadow masks of Sentinel-2 products</source>
        <translation>Wolken- und Wolkenschattenmasken von Sentinel-2-Produkten</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="63" />
        <source>Review masks…</source>
        <translation>Masken prüfen…</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="66" />
        <source>Set up the engine…</source>
        <translation>Engine einrichten…</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="75" />
        <source>Live cloud mask</source>
        <translation>Live-Wolkenmaske</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="77" />
        <source>The cloud mask follows the map while you pan and zoom</source>
        <translation>Die Wolkenmaske folgt der Karte beim Verschieben und Zoomen</translation>
    </message>
</context><context>
    <name>CloudMaskProvider</name>
    <message>
        <location filename="../toolbox/provider.py" line="69" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation>Sentinel-2 Cloud Mask</translation>
    </message>
    <message>
        <location filename="../toolbox/provider.py" line="73" />
        <source>Sentinel-2 Cloud Mask (clouds and their shadows)</source>
        <translation>Sentinel-2 Cloud Mask (Wolken und ihre Schatten)</translation>
    </message>
</context><context>
    <name>CompareMasks</name>
    <message>
        <location filename="../toolbox/comparemasks.py" line="52" />
        <source>Compare a mask with a reference</source>
        <translation>Maske mit einer Referenz vergleichen</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="60" />
        <source>accuracy,confusion,agreement,validation,kappa,f1,iou,balanced,cloudsen12,fmask,scl</source>
        <translation>Genauigkeit,Konfusion,Übereinstimmung,Validierung,Kappa,F1,IoU,balanciert,cloudsen12,fmask,scl</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="64" />
        <source>Counts how a mask agrees with another algorithm's mask or with labels: matrix, map, report.</source>
        <translation>Zählt, wie eine Maske mit der Maske eines anderen Verfahrens oder mit Labels übereinstimmt: Matrix, Karte, Bericht.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="68" />
        <source>&lt;p&gt;Compares a mask with a &lt;b&gt;reference&lt;/b&gt;: the mask of another algorithm, or labels. The class map says what the reference's values mean. The reference is laid on the mask's grid by nearest neighbour; pixels where either has no data are left out.&lt;/p&gt;&lt;p&gt;Gives a confusion table, a raster of where the two agree and differ, and a report with producer's accuracy (PA, recall), user's accuracy (UA, precision), F1, IoU and balanced accuracy (BOA) of the classes and of the three CloudSEN12 experiments: &lt;b&gt;cloud&lt;/b&gt; (thick and thin), &lt;b&gt;shadow&lt;/b&gt;, &lt;b&gt;invalid&lt;/b&gt; (all three). The figures are shares from 0 to 1; one that is not defined (no cloud at all, say) is left empty.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Vergleicht eine Maske mit einer &lt;b&gt;Referenz&lt;/b&gt;: der Maske eines anderen Verfahrens oder Labels. Die Klassenzuordnung sagt, was die Werte der Referenz bedeuten. Die Referenz wird mit dem nächsten Nachbarn auf das Gitter der Maske gelegt; Pixel, in denen eine von beiden NoData hat, bleiben außen vor.&lt;/p&gt;&lt;p&gt;Liefert eine Konfusionsmatrix, ein Raster, wo beide übereinstimmen und abweichen, und einen Bericht mit Herstellergenauigkeit (PA, Recall), Nutzergenauigkeit (UA, Precision), F1, IoU und balancierter Genauigkeit (BOA) der Klassen und der drei CloudSEN12-Experimente: &lt;b&gt;Wolke&lt;/b&gt; (dicht und dünn), &lt;b&gt;Schatten&lt;/b&gt;, &lt;b&gt;ungültig&lt;/b&gt; (alle drei). Die Werte sind Anteile von 0 bis 1; ein nicht definierter Wert (etwa ganz ohne Wolken) bleibt leer.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="81" />
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="82" />
        <source>The mask to judge; the comparison is made on its grid.</source>
        <translation>Die zu beurteilende Maske; verglichen wird auf ihrem Gitter.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="85" />
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="86" />
        <source>What is taken for right, on any grid: another mask, or labels.</source>
        <translation>Was als richtig gilt, auf beliebigem Gitter: eine andere Maske oder Labels.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="89" />
        <source>Class map of the reference</source>
        <translation>Klassenzuordnung der Referenz</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="90" />
        <source>What the reference's values mean: this plugin's classes, Sen2Cor's SCL, Fmask … In scripts by name.</source>
        <translation>Was die Werte der Referenz bedeuten: Klassen dieser Erweiterung, SCL von Sen2Cor, Fmask … In Skripten mit Namen.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="97" />
        <source>Class map of your own (instead of the one above)</source>
        <translation>Eigene Klassenzuordnung (statt der obigen)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="102" />
        <source>A TOML file that lists the reference's values for clear, thick_cloud, thin_cloud, cloud_shadow.</source>
        <translation>Eine TOML-Datei, die die Werte der Referenz für clear, thick_cloud, thin_cloud, cloud_shadow aufführt.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="106" />
        <source>Class map of the mask</source>
        <translation>Klassenzuordnung der Maske</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="107" />
        <source>What the mask's values mean, when it is not a mask by this plugin.</source>
        <translation>Was die Werte der Maske bedeuten, wenn sie nicht von dieser Erweiterung stammt.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="113" />
        <source>Random sample (pixels)</source>
        <translation>Zufallsstichprobe (Pixel)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="118" />
        <source>Counts this many valid pixels drawn at random, and gives an interval. Empty: all pixels.</source>
        <translation>Zählt so viele zufällig gezogene gültige Pixel und gibt ein Intervall an. Leer: alle Pixel.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="124" />
        <source>Seed of the sample</source>
        <translation>Startwert der Stichprobe</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="129" />
        <source>The same seed draws the same pixels.</source>
        <translation>Derselbe Startwert zieht dieselben Pixel.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="134" />
        <source>Confusion table</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="134" />
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="136" />
        <source>Pixels by class of the reference (rows) and of the mask (columns), a CSV file.</source>
        <translation>Pixel nach Klasse der Referenz (Zeilen) und der Maske (Spalten), eine CSV-Datei.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="139" />
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="140" />
        <source>Where the two agree and in which way they differ, a GeoTIFF (.tif) with its style.</source>
        <translation>Wo beide übereinstimmen und auf welche Weise sie abweichen, ein GeoTIFF (.tif) mit Stil.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="144" />
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="144" />
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="146" />
        <source>Figures and a picture to read and to keep, one HTML file.</source>
        <translation>Zahlen und ein Bild zum Lesen und Aufbewahren, eine HTML-Datei.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="148" />
        <source>Pixels compared</source>
        <translation>Verglichene Pixel</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="149" />
        <source>Overall accuracy</source>
        <translation>Gesamtgenauigkeit</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="150" />
        <source>Cohen's kappa</source>
        <translation>Cohens Kappa</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="153" />
        <source>{figure} of {experiment}</source>
        <translation>{figure} von {experiment}</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="160" />
        <source>The class map {path} is not there. Choose an existing file.</source>
        <translation>Die Klassenzuordnung {path} gibt es nicht. Eine vorhandene Datei wählen.</translation>
    </message>
</context><context>
    <name>Composite</name>
    <message>
        <location filename="../toolbox/composite.py" line="50" />
        <source>Cloud-free composite</source>
        <translation>Wolkenfreies Komposit</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="58" />
        <source>composite,mosaic,cloud free,median,medoid,latest,best,picture</source>
        <translation>Komposit,Mosaik,wolkenfrei,Median,Medoid,letzter,bester,Bild</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="62" />
        <source>A cloud-free picture of many dates of a tile or several, with a receipt for every pixel.</source>
        <translation>Ein wolkenfreies Bild aus vielen Tagen einer oder mehrerer Kacheln, mit einem Beleg für jedes Pixel.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="66" />
        <source>&lt;p&gt;Takes all products in a folder, of any dates, orbits and neighbouring tiles of one UTM zone, and their cloud masks; makes the masks that are missing; and writes a picture that shows only clear pixels: the &lt;b&gt;median&lt;/b&gt; of the clear dates, the &lt;b&gt;medoid&lt;/b&gt; (the date most like the others), the &lt;b&gt;latest&lt;/b&gt; or &lt;b&gt;first&lt;/b&gt; clear one, or the &lt;b&gt;best&lt;/b&gt;, farthest from cloud, shadow and edge. Reflectance × 10000, harmonised between processing baselines.&lt;/p&gt;&lt;p&gt;The &lt;b&gt;receipt&lt;/b&gt; says of every pixel which day it shows, how many clear looks there were, and how sure the mask was. Products that do not fit are reported and the others go on.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Nimmt alle Produkte eines Ordners, aus beliebigen Tagen, Orbits und benachbarten Kacheln einer UTM-Zone, samt ihren Wolkenmasken; erstellt fehlende Masken; und schreibt ein Bild, das nur klare Pixel zeigt: den &lt;b&gt;Median&lt;/b&gt; der klaren Tage, den &lt;b&gt;Medoid&lt;/b&gt; (den Tag, der den übrigen am ähnlichsten ist), den &lt;b&gt;letzten&lt;/b&gt; oder &lt;b&gt;ersten&lt;/b&gt; klaren oder den &lt;b&gt;besten&lt;/b&gt;, der am weitesten von Wolke, Schatten und Rand liegt. Reflektanz × 10000, zwischen Prozessierungs-Baselines harmonisiert.&lt;/p&gt;&lt;p&gt;Der &lt;b&gt;Beleg&lt;/b&gt; sagt für jedes Pixel, welchen Tag es zeigt, wie viele klare Aufnahmen es gab und wie sicher die Maske war. Unpassende Produkte werden gemeldet, die anderen laufen weiter.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="81" />
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="83" />
        <source>What a pixel shows of its clear dates. In scripts: median, medoid, latest, first or best.</source>
        <translation>Was ein Pixel von seinen klaren Tagen zeigt. In Skripten: median, medoid, latest, first oder best.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="86" />
        <source>Bands</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="87" />
        <source>In their order in the picture, with commas between. B04,B03,B02 is true colour.</source>
        <translation>In ihrer Reihenfolge im Bild, durch Kommas getrennt. B04,B03,B02 ist Echtfarbe.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="92" />
        <source>Resolution (metres)</source>
        <translation>Auflösung (Meter)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="97" />
        <source>Pixel size of the picture. In scripts: 10, 20, 30 or 60.</source>
        <translation>Pixelgröße des Bildes. In Skripten: 10, 20, 30 oder 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="100" />
        <source>Area (all when empty)</source>
        <translation>Gebiet (alles, wenn leer)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="101" />
        <source>Only this area is masked and shown, in any CRS.</source>
        <translation>Nur dieses Gebiet wird maskiert und gezeigt, in beliebigem KBS.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="106" />
        <source>Margin around cloud and shadow (metres)</source>
        <translation>Rand um Wolke und Schatten (Meter)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="112" />
        <source>Pixels within this distance of cloud or shadow do not count as clear.</source>
        <translation>Pixel innerhalb dieses Abstands von Wolke oder Schatten zählen nicht als klar.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="117" />
        <source>Sure from (% confidence of clear)</source>
        <translation>Sicher ab (% Konfidenz von klar)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="123" />
        <source>Dates of which the mask is so sure are taken before others. 0: all alike.</source>
        <translation>Daten, deren Maske so sicher ist, kommen vor anderen. 0: alle gleich.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="127" />
        <source>Composite</source>
        <translation>Komposit</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="128" />
        <source>A Cloud Optimized GeoTIFF (.tif); its receipt, style and provenance go beside it.</source>
        <translation>Ein Cloud Optimized GeoTIFF (.tif); Beleg, Stil und Herkunft liegen daneben.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="130" />
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="131" />
        <source>Pixels shown (%)</source>
        <translation>Gezeigte Pixel (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="132" />
        <source>Days shown</source>
        <translation>Gezeigte Tage</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="139" />
        <source>The bands {bands} are not possible. Name each once, such as B04,B03,B02.</source>
        <translation>Die Kanäle {bands} sind nicht möglich. Jeden einmal nennen, etwa B04,B03,B02.</translation>
    </message>
</context><context>
    <name>EngineAlgorithm</name>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="140" />
        <source>{path} must end with {ending}. Choose another name.</source>
        <translation>{path} muss auf {ending} enden. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="145" />
        <source>{folder} cannot be written. Choose another output folder.</source>
        <translation>{folder} ist nicht beschreibbar. Einen anderen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="186" />
        <source>Cancelled. Nothing unfinished was left behind.</source>
        <translation>Abgebrochen. Es blieb nichts Unfertiges zurück.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="168" />
        <location filename="../toolbox/engine_algorithm.py" line="202" />
        <source>The engine ended without a result. Repair it in Set-up.</source>
        <translation>Die Engine endete ohne Ergebnis. In der Einrichtung reparieren.</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="239" />
        <source>Reading {product}…</source>
        <translation>{product} wird gelesen…</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="240" />
        <source>Predicting {product}…</source>
        <translation>{product} wird vorhergesagt…</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="241" />
        <source>Writing {product}…</source>
        <translation>{product} wird geschrieben…</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="261" />
        <source>{layer} is no raster file (its source is {provider}). Save it as a GeoTIFF first.</source>
        <translation>{layer} ist keine Rasterdatei (die Quelle ist {provider}). Zuerst als GeoTIFF speichern.</translation>
    </message>
</context><context>
    <name>EngineErrands</name>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="59" />
        <source>List cloud mask models</source>
        <translation>Wolkenmasken-Modelle auflisten</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="79" />
        <source>Read Sentinel-2 products</source>
        <translation>Sentinel-2-Produkte lesen</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="94" />
        <source>Download {title}</source>
        <translation>{title} herunterladen</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="96" />
        <source>Download {title} ({size} MB)?</source>
        <translation>{title} ({size} MB) herunterladen?</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="101" />
        <source>Licence: {licence}</source>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="103" />
        <source>Please cite: {citation}</source>
        <translation>Bitte zitieren: {citation}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="104" />
        <source>From: {addresses}</source>
        <translation>Von: {addresses}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="108" />
        <source>&amp;Download</source>
        <translation>&amp;Herunterladen</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="188" />
        <location filename="../ui/runs/engine_errands.py" line="116" />
        <source>Downloading {title}</source>
        <translation>{title} wird heruntergeladen</translation>
    </message>
</context><context>
    <name>EngineProcess</name>
    <message>
        <location filename="../bridge/engine_process.py" line="74" />
        <source>The engine's Python {interpreter} could not be started ({reason}). Repair it in Set-up.</source>
        <translation>Das Python der Engine {interpreter} ließ sich nicht starten ({reason}). In der Einrichtung reparieren.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="113" />
        <source>The engine printed something that is not an event ({start}) and was stopped. Repair the engine in Set-up.</source>
        <translation>Die Engine gab etwas aus, das kein Ereignis ist ({start}), und wurde angehalten. Die Engine in der Einrichtung reparieren.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="125" />
        <source>The engine was killed by the system, most often because memory ran out. Close other programs or choose a coarser resolution, then run again.</source>
        <translation>Die Engine wurde vom System beendet, meist aus Mangel an Arbeitsspeicher. Andere Programme schließen oder eine gröbere Auflösung wählen, dann erneut starten.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="134" />
        <source>The engine died (signal {signal}). Run again; if it dies again, repair it in Set-up.</source>
        <translation>Die Engine ist abgestürzt (Signal {signal}). Erneut starten; stürzt sie wieder ab, in der Einrichtung reparieren.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="145" />
        <source>The engine ran out of memory. Close other programs or choose a coarser resolution.</source>
        <translation>Der Engine ging der Arbeitsspeicher aus. Andere Programme schließen oder eine gröbere Auflösung wählen.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="153" />
        <source>The engine stopped: {reason}</source>
        <translation>Die Engine hielt an: {reason}</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="156" />
        <source>it gave no reason. Repair it in Set-up.</source>
        <translation>ohne Angabe eines Grundes. In der Einrichtung reparieren.</translation>
    </message>
</context><context>
    <name>EngineTexts</name>
    <message>
        <location filename="../bridge/engine_texts.py" line="13" />
        <source>Clear</source>
        <translation>Klar</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="14" />
        <source>Thick cloud</source>
        <translation>Dichte Wolke</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="15" />
        <source>Thin cloud</source>
        <translation>Dünne Wolke</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="16" />
        <source>Cloud shadow</source>
        <translation>Wolkenschatten</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="17" />
        <source>Cloud (thin cloud often missed)</source>
        <translation>Wolke (dünne Wolken oft übersehen)</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="18" />
        <source>Four classes at 10 m, Level-1C only (needs B10).</source>
        <translation>Vier Klassen in 10 m, nur Level-1C (braucht B10).</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="22" />
        <source>Cloud and cloud shadow, no thin cloud class. Predicts at 30 m; finer grids get interpolated probabilities.</source>
        <translation>Wolke und Wolkenschatten, keine Klasse für dünne Wolken. Sagt mit 30 m vorher; feinere Gitter erhalten interpolierte Wahrscheinlichkeiten.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="28" />
        <source>What UNetMobV2 is sure of; else cloud and shadow of UKIS at 30 m. Four classes.</source>
        <translation>Was UNetMobV2 sicher erkennt; sonst Wolken und Schatten von UKIS bei 30 m. Vier Klassen.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="32" />
        <source>As UKIS+UNetMobV2, for Level-2A, which has no B10: cirrus that only B10 shows is not found.</source>
        <translation>Wie UKIS+UNetMobV2, für Level-2A ohne B10: Zirren, die nur B10 zeigt, werden nicht gefunden.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="35" />
        <source>Four classes at 10 m, Level-1C and Level-2A; without B10 it misses cirrus that only B10 shows.</source>
        <translation>Vier Klassen bei 10 m, Level-1C und Level-2A; ohne B10 entgehen ihm Zirren, die nur B10 zeigt.</translation>
    </message>
</context><context>
    <name>Environment</name>
    <message>
        <location filename="../bridge/environment.py" line="42" />
        <source>The engine's Python {path} does not exist. Correct the variable S2CLOUDMASK_PYTHON or name another one in Raster, Sentinel-2 Cloud Mask, Set up the engine.</source>
        <translation>Das Python der Engine {path} gibt es nicht. Die Variable S2CLOUDMASK_PYTHON berichtigen oder ein anderes unter Raster, Sentinel-2 Cloud Mask, Engine einrichten angeben.</translation>
    </message>
    <message>
        <location filename="../bridge/environment.py" line="47" />
        <source>The engine is not set up yet. Open Raster, Sentinel-2 Cloud Mask, Set up the engine (this is done once and takes a few minutes), or name an existing Python in the variable S2CLOUDMASK_PYTHON.</source>
        <translation>Die Engine ist noch nicht eingerichtet. Raster, Sentinel-2 Cloud Mask, Engine einrichten öffnen (einmalig, dauert ein paar Minuten) oder ein vorhandenes Python in der Variable S2CLOUDMASK_PYTHON angeben.</translation>
    </message>
</context><context>
    <name>EnvironmentMaker</name>
    <message>
        <location filename="../bridge/environment_maker.py" line="45" />
        <source>Making the environment</source>
        <translation>Umgebung wird erstellt</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="61" />
        <source>Checking the engine</source>
        <translation>Engine wird geprüft</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="66" />
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="117" />
        <source>Another QGIS is setting up the engine now. Wait for it to end, then try again.</source>
        <translation>Ein anderes QGIS richtet gerade die Engine ein. Auf dessen Ende warten, dann erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="131" />
        <source>The engine needs {needed} GB in {folder}, and {free} GB are free. Make room there, then try again.</source>
        <translation>Die Engine braucht {needed} GB in {folder}, und {free} GB sind frei. Dort Platz schaffen, dann erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="159" />
        <source>The engine is installed but lists no models. Copy the log and report it.</source>
        <translation>Die Engine ist installiert, führt aber keine Modelle auf. Das Protokoll kopieren und den Fehler melden.</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="161" />
        <source>Models: {names}</source>
        <translation>Modelle: {names}</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="189" />
        <source>{folder} could not be removed ({reason}). End running masks and try again.</source>
        <translation>{folder} ließ sich nicht entfernen ({reason}). Laufende Masken beenden und erneut versuchen.</translation>
    </message>
</context><context>
    <name>EnvironmentTask</name>
    <message>
        <location filename="../ui/setup/environment_task.py" line="26" />
        <source>Set up the cloud mask engine</source>
        <translation>Wolkenmasken-Engine einrichten</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="40" />
        <source>The set-up failed: {reason}. Try again.</source>
        <translation>Die Einrichtung ist fehlgeschlagen: {reason}. Erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="59" />
        <source>Remove the cloud mask engine</source>
        <translation>Wolkenmasken-Engine entfernen</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="81" />
        <source>Check the cloud mask engine</source>
        <translation>Wolkenmasken-Engine prüfen</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="111" />
        <source>Look for Python</source>
        <translation>Python suchen</translation>
    </message>
</context><context>
    <name>Fields</name>
    <message>
        <location filename="../toolbox/fields.py" line="45" />
        <source>Usable dates of fields</source>
        <translation>Nutzbare Tage von Feldern</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="53" />
        <source>field,parcel,polygon,agriculture,calendar,usable,clear,dates,share</source>
        <translation>Feld,Schlag,Parzelle,Polygon,Landwirtschaft,Kalender,nutzbar,klar,Daten,Anteil</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="57" />
        <source>On which dates each polygon of a layer is clear enough to be used; table, summary and calendar.</source>
        <translation>An welchen Tagen jedes Polygon eines Layers klar genug zur Nutzung ist; Tabelle, Übersicht und Kalender.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="63" />
        <source>&lt;p&gt;Takes a layer of polygons in any CRS and all products in a folder, and finds for each polygon and date the shares of clear, thick cloud, thin cloud, shadow and no data, and whether it is clear enough. Masks that are there are taken; else only patches around the polygons are predicted, which is much faster than masking whole products.&lt;/p&gt;&lt;p&gt;The GeoPackage has a layer &lt;b&gt;fields&lt;/b&gt;, a row a polygon and date, set for the temporal controller, and a layer &lt;b&gt;summary&lt;/b&gt;, a row a polygon with its usable dates and longest gap. Beside it lies a &lt;b&gt;calendar&lt;/b&gt; to print (.html).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Nimmt einen Polygonlayer in beliebigem KBS und alle Produkte eines Ordners und ermittelt für jedes Polygon und jeden Tag die Anteile von klar, dichter Wolke, dünner Wolke, Schatten und NoData, und ob es klar genug ist. Vorhandene Masken werden genommen; sonst werden nur Ausschnitte um die Polygone vorhergesagt, was viel schneller ist, als ganze Produkte zu maskieren.&lt;/p&gt;&lt;p&gt;Das GeoPackage hat einen Layer &lt;b&gt;fields&lt;/b&gt;, eine Zeile je Polygon und Tag, für die Zeitsteuerung eingestellt, und einen Layer &lt;b&gt;summary&lt;/b&gt;, eine Zeile je Polygon mit seinen nutzbaren Tagen und der längsten Lücke. Daneben liegt ein &lt;b&gt;Kalender&lt;/b&gt; zum Drucken (.html).&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="75" />
        <source>Polygons</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="76" />
        <source>Fields, parcels, sites: polygons in any CRS. Invalid ones are mended.</source>
        <translation>Felder, Parzellen, Flächen: Polygone in beliebigem KBS. Ungültige werden repariert.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="80" />
        <source>Field that names the polygons</source>
        <translation>Feld, das die Polygone benennt</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="82" />
        <source>Its values must tell the polygons apart. Empty: their number.</source>
        <translation>Seine Werte müssen die Polygone unterscheiden. Leer: ihre Nummer.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="88" />
        <source>Usable from (% clear)</source>
        <translation>Nutzbar ab (% klar)</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="94" />
        <source>A date is usable when so much of the polygon's whole area is clear.</source>
        <translation>Ein Tag ist nutzbar, wenn so viel von der ganzen Fläche des Polygons klar ist.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="97" />
        <source>Dates of fields</source>
        <translation>Tage der Felder</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="98" />
        <source>A GeoPackage (.gpkg); the calendar (.html) and the provenance (.json) go beside it.</source>
        <translation>Ein GeoPackage (.gpkg); Kalender (.html) und Herkunft (.json) liegen daneben.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="100" />
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="101" />
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="102" />
        <source>Days seen</source>
        <translation>Gesehene Tage</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="103" />
        <source>Usable polygons and dates</source>
        <translation>Nutzbare Polygone und Tage</translation>
    </message>
</context><context>
    <name>GuideWindow</name>
    <message>
        <location filename="../ui/dialog/guide_window.py" line="23" />
        <source>Sentinel-2 Cloud Mask: user guide</source>
        <translation>Sentinel-2 Cloud Mask: Benutzerhandbuch</translation>
    </message>
</context><context>
    <name>Layers</name>
    <message>
        <location filename="../bridge/layer_words.py" line="39" />
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py" line="55" />
        <source>Cloud mask {scene}</source>
        <translation>Wolkenmaske {scene}</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py" line="67" />
        <source>Confidence {scene}</source>
        <translation>Konfidenz {scene}</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py" line="119" />
        <source>True colour {scene}</source>
        <translation>Echtfarbe {scene}</translation>
    </message>
</context><context>
    <name>LiveBar</name>
    <message>
        <location filename="../ui/live/live_bar.py" line="31" />
        <source>Live cloud mask</source>
        <translation>Live-Wolkenmaske</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="36" />
        <source>Product that is masked live. Drop others here.</source>
        <translation>Produkt, das live maskiert wird. Weitere hier ablegen.</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="37" />
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="40" />
        <source>Previous product (Shift+B)</source>
        <translation>Voriges Produkt (Umschalt+B)</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="43" />
        <source>Next product (Shift+N)</source>
        <translation>Nächstes Produkt (Umschalt+N)</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="45" />
        <source>Add a product…</source>
        <translation>Produkt hinzufügen…</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="51" />
        <source>Opacity of the live mask</source>
        <translation>Deckkraft der Live-Maske</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="52" />
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="54" />
        <source>Zoom to the product</source>
        <translation>Auf das Produkt zoomen</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="56" />
        <source>Keep: mask the whole product</source>
        <translation>Behalten: das ganze Produkt maskieren</translation>
    </message>
</context><context>
    <name>LiveEngine</name>
    <message>
        <location filename="../bridge/live_engine.py" line="224" />
        <source>The engine printed something that is not an event ({start}) and was stopped. Repair the engine in Set-up.</source>
        <translation>Die Engine gab etwas aus, das kein Ereignis ist ({start}), und wurde angehalten. Die Engine in der Einrichtung reparieren.</translation>
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="237" />
        <source>The engine's Python {interpreter} could not be started ({reason}). Repair it in Set-up.</source>
        <translation>Das Python der Engine {interpreter} ließ sich nicht starten ({reason}). In der Einrichtung reparieren.</translation>
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="258" />
        <source>The engine of the live mask ended unexpectedly and was restarted.</source>
        <translation>Die Engine der Live-Maske endete unerwartet und wurde neu gestartet.</translation>
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="260" />
        <source>The engine of the live mask ended {count} times without an answer ({reason}). Close other programs, or repair it in Set-up.</source>
        <translation>Die Engine der Live-Maske endete {count}-mal ohne Antwort ({reason}). Andere Programme schließen oder sie in der Einrichtung reparieren.</translation>
    </message>
</context><context>
    <name>LiveMask</name>
    <message>
        <location filename="../ui/live/live_mask.py" line="165" />
        <source>Product to mask live (a .SAFE folder)</source>
        <translation>Live zu maskierendes Produkt (ein .SAFE-Ordner)</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="171" />
        <source>{folder} is no Sentinel-2 product. Choose a .SAFE folder, or drop a zip of it.</source>
        <translation>{folder} ist kein Sentinel-2-Produkt. Einen .SAFE-Ordner wählen oder dessen ZIP ablegen.</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="229" />
        <source>The map is beside the product.</source>
        <translation>Die Karte liegt neben dem Produkt.</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="264" />
        <source>no data</source>
        <translation>NoData</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="278" />
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="15" />
        <source>thick</source>
        <translation>dicht</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="16" />
        <source>thin</source>
        <translation>dünn</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="17" />
        <source>shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="20" />
        <source>cloud</source>
        <translation>Wolke</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="25" />
        <source>a first look: {shares}</source>
        <translation>ein erster Blick: {shares}</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="26" />
        <source>getting sharper: {shares}</source>
        <translation>wird schärfer: {shares}</translation>
    </message>
</context><context>
    <name>MaskDialog</name>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="55" />
        <source>The engine is not set up yet. This is done once and takes a few minutes. You can add products meanwhile.</source>
        <translation>Die Engine ist noch nicht eingerichtet. Das geschieht einmalig und dauert ein paar Minuten. Produkte lassen sich inzwischen hinzufügen.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="59" />
        <source>Set up…</source>
        <translation>Einrichten…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="68" />
        <source>The engine is ready. {label} tells thin cloud, which the network that is here often misses ({size} MB).</source>
        <translation>Die Engine ist bereit. {label} erkennt dünne Wolken, die das vorhandene Netz oft übersieht ({size} MB).</translation>
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="72" />
        <source>Download…</source>
        <translation>Herunterladen…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="58" />
        <source>Set-&amp;up</source>
        <translation>Ei&amp;nrichtung</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="255" />
        <location filename="../ui/dialog/mask_dialog.py" line="59" />
        <source>&amp;Run</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="117" />
        <source>Set up the engine first. This is done once and takes a few minutes.</source>
        <translation>Zuerst die Engine einrichten. Das geschieht einmalig und dauert ein paar Minuten.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="124" />
        <source>Tick at least one product that can be processed; the State column says why others cannot.</source>
        <translation>Mindestens ein verarbeitbares Produkt ankreuzen; die Spalte Status sagt, warum andere nicht gehen.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="141" />
        <source>{folder} cannot be written to. Choose another folder.</source>
        <translation>{folder} ist nicht beschreibbar. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="254" />
        <source>&amp;Run ({count})</source>
        <translation>&amp;Starten ({count})</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/dialog/masks_there.py" line="52" />
        <source>%n mask(s) exist already, made with other settings.</source>
        <translation>
            <numerusform>%n Maske existiert bereits, mit anderen Einstellungen erstellt.</numerusform>
            <numerusform>%n Masken existieren bereits, mit anderen Einstellungen erstellt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="54" />
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="55" />
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="56" />
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="56" />
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="57" />
        <source>Predicting</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="58" />
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="62" />
        <source> ({count} runs wait)</source>
        <translation> ({count} Läufe warten)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="69" />
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation>Sentinel-2 Cloud Mask</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>&amp;Mask</source>
        <translation>&amp;Maske</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>Cancel run</source>
        <translation>Lauf abbrechen</translation>
    </message>
</context><context>
    <name>MaskFolder</name>
    <message>
        <location filename="../toolbox/maskfolder.py" line="60" />
        <source>Mask a folder of products</source>
        <translation>Ordner mit Produkten maskieren</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="68" />
        <source>sentinel-2,cloud,shadow,mask,batch,folder,archive,time series,table,geopackage</source>
        <translation>sentinel-2,Wolke,Schatten,Maske,Stapel,Batch,Ordner,Archiv,Zeitreihe,Tabelle,geopackage</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="72" />
        <source>Masks every Sentinel-2 product in a folder, by date and tile, and makes a table with footprints.</source>
        <translation>Maskiert jedes Sentinel-2-Produkt eines Ordners, nach Datum und Kachel, und erstellt eine Tabelle mit Umrissen.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="78" />
        <source>&lt;p&gt;Looks for Sentinel-2 products in a folder and in all folders below it, and masks each. Products may be chosen by sensing date and tile. A mask that is there already, made with the same settings, is &lt;b&gt;not made again&lt;/b&gt;. A product that cannot be masked is reported, and the others go on.&lt;/p&gt;&lt;p&gt;The table has a row a mask and a row a failure: the footprint as a polygon (where the mask has data, EPSG:4326), sensing time, tile, class shares in percent, model, and the paths. It can be mapped, filtered and joined.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Sucht Sentinel-2-Produkte in einem Ordner und allen Ordnern darunter und maskiert jedes. Produkte lassen sich nach Aufnahmedatum und Kachel auswählen. Eine schon vorhandene Maske mit denselben Einstellungen wird &lt;b&gt;nicht neu erstellt&lt;/b&gt;. Ein Produkt, das sich nicht maskieren lässt, wird gemeldet, und die anderen laufen weiter.&lt;/p&gt;&lt;p&gt;Die Tabelle hat eine Zeile je Maske und eine je Fehlschlag: den Umriss als Polygon (wo die Maske Daten hat, EPSG:4326), Aufnahmezeit, Kachel, Klassenanteile in Prozent, Modell und die Pfade. Sie lässt sich kartieren, filtern und verknüpfen.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="91" />
        <source>Folder of products</source>
        <translation>Ordner mit Produkten</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="94" />
        <source>SAFE folders, zips of them and cloud-archive folders in it are found, however deep.</source>
        <translation>SAFE-Ordner, deren ZIPs und Ordner aus Cloud-Archiven darin werden gefunden, gleich wie tief.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="97" />
        <source>From (sensing date)</source>
        <translation>Von (Aufnahmedatum)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="97" />
        <source>Earlier products are left out.</source>
        <translation>Frühere Produkte bleiben außen vor.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="98" />
        <source>To (sensing date)</source>
        <translation>Bis (Aufnahmedatum)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="98" />
        <source>Later products are left out; the day itself is in.</source>
        <translation>Spätere Produkte bleiben außen vor; der Tag selbst zählt dazu.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="107" />
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="108" />
        <source>Only these tiles, such as 55JGF or 55JGF,56JMM. Empty: all.</source>
        <translation>Nur diese Kacheln, etwa 55JGF oder 55JGF,56JMM. Leer: alle.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="112" />
        <source>Write confidence rasters</source>
        <translation>Konfidenzraster schreiben</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="113" />
        <source>Writes &lt;product&gt;_confidence.tif too: four bands, probability times 250, 255 no data.</source>
        <translation>Schreibt auch &lt;product&gt;_confidence.tif: vier Kanäle, Wahrscheinlichkeit mal 250, 255 NoData.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="117" />
        <source>Overwrite existing masks</source>
        <translation>Schon vorhandene Masken neu erstellen</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="118" />
        <source>Without it a mask with the same settings is skipped, and one with other settings is a failure.</source>
        <translation>Ohne dies wird eine Maske mit denselben Einstellungen übersprungen, und eine mit anderen Einstellungen gilt als Fehlschlag.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="122" />
        <source>Folder for masks</source>
        <translation>Ordner für Masken</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="123" />
        <source>Each mask becomes &lt;product&gt;_cloudmask.tif, with its style and provenance beside it.</source>
        <translation>Jede Maske wird zu &lt;product&gt;_cloudmask.tif, mit Stil und Herkunft daneben.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="128" />
        <source>Table of masks</source>
        <translation>Tabelle der Masken</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="132" />
        <source>Footprints and figures, best as a GeoPackage (.gpkg).</source>
        <translation>Umrisse und Zahlen, am besten als GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="134" />
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="135" />
        <source>Masks made</source>
        <translation>Erstellte Masken</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="136" />
        <source>Masks that were there already</source>
        <translation>Schon vorhandene Masken</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="137" />
        <source>Products that failed</source>
        <translation>Fehlgeschlagene Produkte</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="143" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>Den Ordner {path} gibt es nicht. Einen vorhandenen wählen.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="146" />
        <source>The dates leave nothing: {first} is later than {last}.</source>
        <translation>Die Daten lassen nichts übrig: {first} liegt nach {last}.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="174" />
        <source>No Sentinel-2 product is in {path}. Choose a folder of SAFE folders or zips.</source>
        <translation>In {path} ist kein Sentinel-2-Produkt. Einen Ordner mit SAFE-Ordnern oder ZIPs wählen.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="180" />
        <source>{chosen} of {found} products are to be masked.</source>
        <translation>{chosen} von {found} Produkten werden maskiert.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="188" />
        <source>None of the {count} products could be masked. The first: {message}</source>
        <translation>Keines der {count} Produkte ließ sich maskieren. Das erste: {message}</translation>
    </message>
</context><context>
    <name>MaskOptions</name>
    <message>
        <location filename="../toolbox/mask_options.py" line="53" />
        <source>Resolution (metres)</source>
        <translation>Auflösung (Meter)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="55" />
        <source>Pixel size of the mask. 20 m suits most work; 10 m takes about four times as long; 60 m is a quick look. In scripts: 10, 20, 30 or 60.</source>
        <translation>Pixelgröße der Maske. 20 m passt für die meisten Arbeiten; 10 m dauert etwa viermal so lange; 60 m ist ein schneller Blick. In Skripten: 10, 20, 30 oder 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="62" />
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="63" />
        <source>The network. auto takes UNetMobV2_V2 where its weights have been downloaded, else the embedded UKIS network, and says which and why in the log. In scripts by name.</source>
        <translation>Das Netz. auto nimmt UNetMobV2_V2, wenn dessen Gewichte heruntergeladen sind, sonst das eingebaute UKIS-Netz, und sagt im Protokoll, welches und warum. In Skripten mit Namen.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="71" />
        <source>Area (whole product when empty)</source>
        <translation>Gebiet (ganzes Produkt, wenn leer)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="73" />
        <source>Only this area is masked, in any CRS; the mask keeps the pixels of the product's grid.</source>
        <translation>Nur dieses Gebiet wird maskiert, in beliebigem KBS; die Maske behält die Pixel des Produktgitters.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="80" />
        <source>Network of your own (instead of the model above)</source>
        <translation>Eigenes Netz (statt des obigen Modells)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="84" />
        <source>A file of weights: the state dict of a 13-band UNetMobV2 (.pt), or TorchScript or ONNX with a small TOML beside it.</source>
        <translation>Eine Gewichtsdatei: das State-Dict eines UNetMobV2 mit 13 Kanälen (.pt) oder TorchScript oder ONNX mit einer kleinen TOML-Datei daneben.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="92" />
        <source>Overlap of patches (pixels)</source>
        <translation>Überlappung der Ausschnitte (Pixel)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="93" />
        <source>Least overlap of neighbouring patches, up to half a patch ({most} px). Empty: {default} px of a patch of {patch} px. More is slower and smoother at the seams.</source>
        <translation>Mindestüberlappung benachbarter Ausschnitte, bis zu einem halben Ausschnitt ({most} px). Leer: {default} px eines Ausschnitts von {patch} px. Mehr ist langsamer und an den Nähten glatter.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="101" />
        <source>Extra views (test-time augmentation)</source>
        <translation>Zusatzansichten (Test-Time-Augmentation)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="102" />
        <source>Turned and mirrored views that are predicted as well and averaged. Each takes the time of one more run.</source>
        <translation>Gedrehte und gespiegelte Ansichten, die auch vorhergesagt und gemittelt werden. Jede braucht die Zeit eines weiteren Laufs.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="109" />
        <source>Widen clouds and shadows (pixels)</source>
        <translation>Wolken und Schatten erweitern (Pixel)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="110" />
        <source>Clouds and shadows grow by this many pixels of the mask.</source>
        <translation>Wolken und Schatten wachsen um so viele Pixel der Maske.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="115" />
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="116" />
        <source>Where the network runs. auto takes a graphics card when there is one.</source>
        <translation>Wo das Netz läuft. auto nimmt eine Grafikkarte, wenn es eine gibt.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="120" />
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="121" />
        <source>Number format of the network. auto takes the fastest that holds on the device; float32 gives the same mask on every machine.</source>
        <translation>Zahlenformat des Netzes. auto nimmt das schnellste, das auf dem Gerät taugt; float32 ergibt auf jedem Rechner dieselbe Maske.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="134" />
        <source>The network {file} is not there. Choose an existing file.</source>
        <translation>Das Netz {file} gibt es nicht. Eine vorhandene Datei wählen.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="137" />
        <source>The area is empty. Give xmin, xmax, ymin, ymax with a width and a height.</source>
        <translation>Das Gebiet ist leer. xmin, xmax, ymin, ymax mit einer Breite und einer Höhe angeben.</translation>
    </message>
</context><context>
    <name>MaskPolygons</name>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="44" />
        <source>Mask to polygons</source>
        <translation>Maske in Polygone umwandeln</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="52" />
        <source>polygon,vector,polygonize,outline,area,geojson,geopackage</source>
        <translation>Polygon,Vektor,vektorisieren,Umriss,Fläche,geojson,geopackage</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="56" />
        <source>Cloud, thin cloud and shadow as valid polygons with their area.</source>
        <translation>Wolke, dünne Wolke und Schatten als gültige Polygone mit ihrer Fläche.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="60" />
        <source>&lt;p&gt;Turns the classes of a mask into polygons: pixels of one class that touch by a side become one, with its class and its area in hectares. Small ones can be left out; borders can be simplified, and those that classes share stay shared. All polygons are valid.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Wandelt die Klassen einer Maske in Polygone um: Pixel einer Klasse, die sich mit einer Seite berühren, werden eines, mit Klasse und Fläche in Hektar. Kleine können weggelassen werden; Grenzen lassen sich vereinfachen, und gemeinsame Grenzen von Klassen bleiben gemeinsam. Alle Polygone sind gültig.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="69" />
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="70" />
        <source>A mask by this plugin, or any raster of bytes with the same classes.</source>
        <translation>Eine Maske dieser Erweiterung oder ein beliebiges Byte-Raster mit denselben Klassen.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="75" />
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="81" />
        <source>Which classes become polygons. In scripts by name: thick_cloud,cloud_shadow.</source>
        <translation>Welche Klassen zu Polygonen werden. In Skripten mit Namen: thick_cloud,cloud_shadow.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="85" />
        <source>Smallest area (square metres)</source>
        <translation>Kleinste Fläche (Quadratmeter)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="87" />
        <source>Smaller polygons are left out.</source>
        <translation>Kleinere Polygone werden weggelassen.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="91" />
        <source>Simplify borders (metres)</source>
        <translation>Grenzen vereinfachen (Meter)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="93" />
        <source>0 keeps the outlines of the pixels.</source>
        <translation>0 behält die Umrisse der Pixel bei.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="96" />
        <source>Polygons of the mask</source>
        <translation>Polygone der Maske</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="97" />
        <source>A GeoPackage (.gpkg) in the mask's CRS, or GeoJSON (.geojson) in WGS 84.</source>
        <translation>Ein GeoPackage (.gpkg) im KBS der Maske oder GeoJSON (.geojson) in WGS 84.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="99" />
        <source>Number of polygons</source>
        <translation>Anzahl der Polygone</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="100" />
        <source>Their area (hectares)</source>
        <translation>Ihre Fläche (Hektar)</translation>
    </message>
</context><context>
    <name>MaskProduct</name>
    <message>
        <location filename="../toolbox/maskproduct.py" line="49" />
        <source>Mask a product</source>
        <translation>Produkt maskieren</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="57" />
        <source>sentinel-2,cloud,shadow,mask,unetmobv2,cloudsen12,ukis,copernicus,l1c,l2a</source>
        <translation>sentinel-2,Wolke,Schatten,Maske,unetmobv2,cloudsen12,ukis,copernicus,l1c,l2a</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="61" />
        <source>Masks clouds and cloud shadows of one Sentinel-2 product (SAFE folder, zip, cloud-archive folder).</source>
        <translation>Maskiert Wolken und Wolkenschatten eines Sentinel-2-Produkts (SAFE-Ordner, ZIP, Ordner aus einem Cloud-Archiv).</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="67" />
        <source>&lt;p&gt;Masks one Sentinel-2 product by a neural network: &lt;b&gt;0&lt;/b&gt; clear, &lt;b&gt;1&lt;/b&gt; thick cloud, &lt;b&gt;2&lt;/b&gt; thin cloud, &lt;b&gt;3&lt;/b&gt; cloud shadow, &lt;b&gt;255&lt;/b&gt; no data. The mask is a Cloud Optimized GeoTIFF on the product's own grid, with its style (.qml) and its provenance (.json) beside it; it is the very file that the command s2cloudmask writes.&lt;/p&gt;&lt;p&gt;The numbers are percent: classes of the valid pixels, no data of all pixels. Work happens in a process of its own; cancelling ends it and leaves no file.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Maskiert ein Sentinel-2-Produkt mit einem neuronalen Netz: &lt;b&gt;0&lt;/b&gt; klar, &lt;b&gt;1&lt;/b&gt; dichte Wolke, &lt;b&gt;2&lt;/b&gt; dünne Wolke, &lt;b&gt;3&lt;/b&gt; Wolkenschatten, &lt;b&gt;255&lt;/b&gt; NoData. Die Maske ist ein Cloud Optimized GeoTIFF im eigenen Gitter des Produkts, mit Stil (.qml) und Herkunft (.json) daneben; es ist genau die Datei, die der Befehl s2cloudmask schreibt.&lt;/p&gt;&lt;p&gt;Die Zahlen sind Prozent: Klassen der gültigen Pixel, NoData aller Pixel. Gerechnet wird in einem eigenen Prozess; Abbrechen beendet ihn und hinterlässt keine Datei.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="80" />
        <source>Product (SAFE folder, zip, metadata file, GeoTIFF stack, STAC item, or an address)</source>
        <translation>Produkt (SAFE-Ordner, Zip, Metadatendatei, GeoTIFF-Stapel, STAC-Item oder eine Adresse)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="82" />
        <source>Sentinel-2 products</source>
        <translation>Sentinel-2-Produkte</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="84" />
        <source>A .SAFE folder, the .zip it was downloaded as, a folder in cloud-archive layout, or the metadata file inside one of them (MTD_MSIL1C.xml, MTD_MSIL2A.xml, metadata.xml), which stands for its folder; also a .tar, EOPF Zarr, a GeoTIFF stack with named bands, a STAC item, or the address of any of them.</source>
        <translation>Ein .SAFE-Ordner, die .zip-Datei, als die er heruntergeladen wurde, ein Ordner in der Anordnung der Cloud-Archive oder die Metadatendatei darin (MTD_MSIL1C.xml, MTD_MSIL2A.xml, metadata.xml), die für ihren Ordner steht; auch ein .tar, EOPF Zarr, ein GeoTIFF-Stapel mit benannten Bändern, ein STAC-Item oder die Adresse von einem davon.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="92" />
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="93" />
        <source>The mask, a GeoTIFF (.tif). Its style and provenance are written beside it.</source>
        <translation>Die Maske, ein GeoTIFF (.tif). Stil und Herkunft werden daneben geschrieben.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="97" />
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="99" />
        <source>Four bands, one a class: probability times 250, 255 no data (.tif).</source>
        <translation>Vier Kanäle, einer je Klasse: Wahrscheinlichkeit mal 250, 255 NoData (.tif).</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="102" />
        <source>Clear (%)</source>
        <translation>Klar (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="103" />
        <source>Thick cloud (%)</source>
        <translation>Dichte Wolke (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="104" />
        <source>Thin cloud (%)</source>
        <translation>Dünne Wolke (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="105" />
        <source>Cloud shadow (%)</source>
        <translation>Wolkenschatten (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="106" />
        <source>No data (%)</source>
        <translation>NoData (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="109" />
        <source>Model that made the mask</source>
        <translation>Modell, das die Maske erstellt hat</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="110" />
        <source>SHA-256 of its weights</source>
        <translation>SHA-256 seiner Gewichte</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="116" />
        <source>The product {path} is not there. Choose an existing folder or zip.</source>
        <translation>Das Produkt {path} gibt es nicht. Einen vorhandenen Ordner oder ein ZIP wählen.</translation>
    </message>
</context><context>
    <name>MaskTask</name>
    <message numerus="yes">
        <location filename="../ui/runs/mask_task.py" line="100" />
        <source>Cloud mask of %n product(s)</source>
        <translation>
            <numerusform>Wolkenmaske von %n Produkt</numerusform>
            <numerusform>Wolkenmaske von %n Produkten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/runs/mask_task.py" line="137" />
        <source>The engine ended without a mask or an error. See the log panel.</source>
        <translation>Die Engine endete ohne Maske und ohne Fehlermeldung. Siehe Protokollfenster.</translation>
    </message>
    <message>
        <location filename="../ui/runs/mask_task.py" line="186" />
        <source>The engine's answer was refused ({reason}). Repair the engine in Set-up.</source>
        <translation>Die Antwort der Engine wurde abgelehnt ({reason}). Die Engine in der Einrichtung reparieren.</translation>
    </message>
</context><context>
    <name>ModelPicker</name>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="86" />
        <source>Automatic (best available)</source>
        <translation>Automatisch (bestes verfügbares)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="90" />
        <source>{title} (to download)</source>
        <translation>{title} (herunterzuladen)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="99" />
        <source>Network of your own</source>
        <translation>Eigenes Netz</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="101" />
        <source>Networks (*.pt *.pth *.ckpt *.safetensors *.onnx);;All files (*)</source>
        <translation>Netze (*.pt *.pth *.ckpt *.safetensors *.onnx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="109" />
        <source>Download…</source>
        <translation>Herunterladen…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="111" />
        <source>Get {label}…</source>
        <translation>{label} holen…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="121" />
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="122" />
        <source>Embedded, nothing to download.</source>
        <translation>Eingebaut, nichts herunterzuladen.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="123" />
        <source>To be downloaded: {size} MB, {licence}.</source>
        <translation>Herunterzuladen: {size} MB, {licence}.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="127" />
        <source>It misses most thin cloud.</source>
        <translation>Es übersieht die meisten dünnen Wolken.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="132" />
        <source>The list of models appears when the engine is set up.</source>
        <translation>Die Liste der Modelle erscheint, wenn die Engine eingerichtet ist.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="134" />
        <source>No network is here yet: choose one and download it.</source>
        <translation>Noch ist kein Netz vorhanden: eines wählen und herunterladen.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="135" />
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="136" />
        <source>Will use {title}.</source>
        <translation>Verwendet wird {title}.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="138" />
        <source>Will use {title}, which misses most thin cloud.</source>
        <translation>Verwendet wird {title}; es übersieht die meisten dünnen Wolken.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="141" />
        <source>{label} tells thin cloud and is not downloaded yet ({size} MB).</source>
        <translation>{label} erkennt dünne Wolken und ist noch nicht heruntergeladen ({size} MB).</translation>
    </message>
</context><context>
    <name>OwnMask</name>
    <message>
        <location filename="../toolbox/ownmask.py" line="33" />
        <source>Extract the product's own mask</source>
        <translation>Produkteigene Maske extrahieren</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="41" />
        <source>sentinel-2,cloud,mask,msk_classi,msk_clouds,scl,sen2cor,scene classification</source>
        <translation>sentinel-2,Wolke,Maske,msk_classi,msk_clouds,scl,sen2cor,Szenenklassifikation</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="45" />
        <source>Writes the cloud mask that came with a Sentinel-2 product, in the classes of this plugin.</source>
        <translation>Schreibt die mit einem Sentinel-2-Produkt gelieferte Wolkenmaske in den Klassen dieser Erweiterung.</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="49" />
        <source>&lt;p&gt;Every Sentinel-2 product brings a cloud mask of its own: MSK_CLASSI (Level-1C since baseline 04.00), MSK_CLOUDS polygons (Level-1C before), or the scene classification SCL (Level-2A). This writes it as a raster with the classes and colours of this plugin, to compare the two. What it does not tell apart (Level-1C masks have no cloud shadow) is said in the log.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jedes Sentinel-2-Produkt bringt eine eigene Wolkenmaske mit: MSK_CLASSI (Level-1C seit Baseline 04.00), MSK_CLOUDS-Polygone (Level-1C davor) oder die Szenenklassifikation SCL (Level-2A). Hier wird sie als Raster mit den Klassen und Farben dieser Erweiterung geschrieben, um beide zu vergleichen. Was sie nicht unterscheidet (Level-1C-Masken haben keinen Wolkenschatten), steht im Protokoll.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="61" />
        <source>Product (SAFE folder, its zip, or its metadata file)</source>
        <translation>Produkt (SAFE-Ordner, dessen ZIP oder dessen Metadatendatei)</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="63" />
        <source>Sentinel-2 products</source>
        <translation>Sentinel-2-Produkte</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="65" />
        <source>A Level-1C or Level-2A product that still holds its masks (folder QI_DATA or qi, or band SCL).</source>
        <translation>Ein Level-1C- oder Level-2A-Produkt, das seine Masken noch enthält (Ordner QI_DATA oder qi, oder Kanal SCL).</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="68" />
        <source>Own mask</source>
        <translation>Eigene Maske</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="69" />
        <source>The mask, a GeoTIFF (.tif): 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow, 255 no data.</source>
        <translation>Die Maske, ein GeoTIFF (.tif): 0 klar, 1 dichte Wolke, 2 dünne Wolke, 3 Wolkenschatten, 255 NoData.</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="76" />
        <source>The product {path} is not there. Choose an existing folder or zip.</source>
        <translation>Das Produkt {path} gibt es nicht. Einen vorhandenen Ordner oder ein ZIP wählen.</translation>
    </message>
</context><context>
    <name>PackageInstaller</name>
    <message>
        <location filename="../bridge/package_installer.py" line="66" />
        <source>Downloading {package} ({number} of {total})</source>
        <translation>{package} wird heruntergeladen ({number} von {total})</translation>
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="70" />
        <source>{package} is downloaded already</source>
        <translation>{package} ist schon heruntergeladen</translation>
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="79" />
        <source>Installing the packages</source>
        <translation>Pakete werden installiert</translation>
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="100" />
        <source>Downloading what PyTorch's CUDA build needs (3 GB)</source>
        <translation>Was die CUDA-Fassung von PyTorch braucht, wird heruntergeladen (3 GB)</translation>
    </message>
</context><context>
    <name>ProductMenu</name>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="53" />
        <source>Tick selected</source>
        <translation>Ausgewählte ankreuzen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="54" />
        <source>Untick selected</source>
        <translation>Ausgewählte abwählen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="55" />
        <source>Tick all</source>
        <translation>Alle ankreuzen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="56" />
        <source>Untick all</source>
        <translation>Alle abwählen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="62" />
        <source>Show on the map</source>
        <translation>In der Karte zeigen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="65" />
        <source>Show image</source>
        <translation>Bild zeigen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="67" />
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="69" />
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context><context>
    <name>ProductModel</name>
    <message>
        <location filename="../ui/dialog/product_model.py" line="71" />
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="72" />
        <source>Sensed (UTC)</source>
        <translation>Aufnahme (UTC)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="73" />
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="74" />
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="75" />
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="76" />
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="223" />
        <source>Set up the engine first</source>
        <translation>Zuerst die Engine einrichten</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="224" />
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="226" />
        <source>Ready once the model is downloaded</source>
        <translation>Bereit, sobald das Modell heruntergeladen ist</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="228" />
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="229" />
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="230" />
        <source>Working…</source>
        <translation>In Arbeit…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="231" />
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="232" />
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="44" />
        <source>this product</source>
        <translation>dieses Produkt</translation>
    </message>
</context><context>
    <name>ProductPanel</name>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="58" />
        <source>Add an address…</source>
        <translation>Adresse hinzufügen…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="94" />
        <source>{names}: not part of a Sentinel-2 product. Add a .SAFE folder or a .zip of it.</source>
        <translation>{names}: nicht Teil eines Sentinel-2-Produkts. Einen .SAFE-Ordner oder dessen .zip hinzufügen.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="134" />
        <source>{folder} is a whole disk. Looking through it may take long. Look there?</source>
        <translation>{folder} ist ein ganzes Laufwerk. Das Durchsuchen kann lange dauern. Dort suchen?</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="136" />
        <source>{folder} lies on the network. Looking there may take long. Look there?</source>
        <translation>{folder} liegt im Netzwerk. Das Durchsuchen kann lange dauern. Dort suchen?</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="174" />
        <location filename="../ui/dialog/product_panel.py" line="137" />
        <source>Look for products in a folder</source>
        <translation>Produkte in einem Ordner suchen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="155" />
        <source>{count} products found. Tick those to mask; right-click for all.</source>
        <translation>{count} Produkte gefunden. Die zu maskierenden ankreuzen; Rechtsklick für alle.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="162" />
        <source>No Sentinel-2 product lies in {folder}.</source>
        <translation>In {folder} liegt kein Sentinel-2-Produkt.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="166" />
        <source>Looking in {folder}</source>
        <translation>{folder} wird durchsucht</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="169" />
        <source>Add a product folder</source>
        <translation>Produktordner hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="181" />
        <source>Add products</source>
        <translation>Produkte hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="183" />
        <source>Zipped products, GeoTIFF stacks, STAC items (*.zip *.tar *.tif *.tiff *.json *.geojson)</source>
        <translation>Gezippte Produkte, GeoTIFF-Stapel, STAC-Items (*.zip *.tar *.tif *.tiff *.json *.geojson)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="194" />
        <source>Add an address</source>
        <translation>Adresse hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="195" />
        <source>Address of a product or STAC item (https://, s3://, gs://, az://):</source>
        <translation>Adresse eines Produkts oder STAC-Items (https://, s3://, gs://, az://):</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="209" />
        <source>Looking for products… {total} so far</source>
        <translation>Suche nach Produkten… bisher {total}</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="212" />
        <source>{chosen} of {total} products chosen</source>
        <translation>{chosen} von {total} Produkten gewählt</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="215" />
        <source>, {count} running</source>
        <translation>, {count} in Arbeit</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="217" />
        <source>, {count} cannot run</source>
        <translation>, {count} nicht ausführbar</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add &amp;folder…</source>
        <translation>Or&amp;dner hinzufügen…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add a product: a .SAFE folder, or the flat folder of one granule</source>
        <translation>Ein Produkt hinzufügen: einen .SAFE-Ordner oder den flachen Ordner eines Granulats</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add &amp;zip…</source>
        <translation>ZIP hinzufüg&amp;en…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add products as they were downloaded (they need not be unpacked), or GeoTIFF stacks with named bands</source>
        <translation>Produkte hinzufügen, wie sie heruntergeladen wurden (ohne Entpacken), oder GeoTIFF-Stapel mit benannten Kanälen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>&amp;Scan folder…</source>
        <translation>Ordner &amp;absuchen…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Look for products in a folder and all folders below it</source>
        <translation>Produkte in einem Ordner und allen Ordnern darunter suchen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Take the selected products off the list (Delete); no file is touched</source>
        <translation>Die ausgewählten Produkte von der Liste nehmen (Entf); keine Datei wird angerührt</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Clear list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Take all products off the list; no file is touched</source>
        <translation>Alle Produkte von der Liste nehmen; keine Datei wird angerührt</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Stop scan</source>
        <translation>Suche anhalten</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Stop looking for products; those found so far stay in the list</source>
        <translation>Nicht weiter nach Produkten suchen; die schon gefundenen bleiben in der Liste</translation>
    </message>
</context><context>
    <name>ProductView</name>
    <message>
        <location filename="../ui/dialog/product_view.py" line="77" />
        <source>Drop Sentinel-2 products here: .SAFE folders or .zip downloads,
from the file manager or the Browser panel</source>
        <translation>Sentinel-2-Produkte hier ablegen: .SAFE-Ordner oder .zip-Downloads,
aus der Dateiverwaltung oder dem Browser-Bedienfeld</translation>
    </message>
</context><context>
    <name>PythonFinder</name>
    <message>
        <location filename="../bridge/python_finder.py" line="112" />
        <source>{path} is not a working Python.</source>
        <translation>{path} ist kein funktionierendes Python.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="127" />
        <source>Python {version} ({path}) is too old for the engine. Install Python {oldest} to {newest}.</source>
        <translation>Python {version} ({path}) ist zu alt für die Engine. Python {oldest} bis {newest} installieren.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="132" />
        <source>Python {version} ({path}) is too new for the engine. Install Python {oldest} to {newest}.</source>
        <translation>Python {version} ({path}) ist zu neu für die Engine. Python {oldest} bis {newest} installieren.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="137" />
        <source>Python {version} ({path}) is a preliminary release. Install Python {oldest} to {newest}.</source>
        <translation>Python {version} ({path}) ist eine Vorabversion. Python {oldest} bis {newest} installieren.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="142" />
        <source>{path} is a 32-bit Python. Install a 64-bit Python {oldest} to {newest}.</source>
        <translation>{path} ist ein 32-Bit-Python. Ein 64-Bit-Python {oldest} bis {newest} installieren.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="144" />
        <source>Python {version} ({path}) has no venv module. Install it (on Debian and Ubuntu: sudo apt install python3-venv) or choose another Python.</source>
        <translation>Python {version} ({path}) hat kein venv-Modul. Es installieren (unter Debian und Ubuntu: sudo apt install python3-venv) oder ein anderes Python wählen.</translation>
    </message>
</context><context>
    <name>RefineMask</name>
    <message>
        <location filename="../toolbox/refinement_options.py" line="35" />
        <location filename="../ui/dialog/refinement_boxes.py" line="15" />
        <source>Probability, 0.01 to 1, from which on a pixel is of this class. Empty: where it is the likeliest.</source>
        <translation>Wahrscheinlichkeit, 0,01 bis 1, ab der ein Pixel zu dieser Klasse gehört. Leer: wo sie die wahrscheinlichste ist.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="48" />
        <location filename="../ui/dialog/refinement_boxes.py" line="19" />
        <source>Clear pixels within this distance become of this class.</source>
        <translation>Klare Pixel innerhalb dieses Abstands erhalten diese Klasse.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="29" />
        <location filename="../ui/dialog/refinement_boxes.py" line="21" />
        <source>Threshold of thick cloud</source>
        <translation>Schwellenwert für dichte Wolke</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="30" />
        <location filename="../ui/dialog/refinement_boxes.py" line="22" />
        <source>Threshold of thin cloud</source>
        <translation>Schwellenwert für dünne Wolke</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="31" />
        <location filename="../ui/dialog/refinement_boxes.py" line="23" />
        <source>Threshold of cloud shadow</source>
        <translation>Schwellenwert für Wolkenschatten</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="42" />
        <location filename="../ui/dialog/refinement_boxes.py" line="24" />
        <source>Margin around thick cloud (metres)</source>
        <translation>Rand um dichte Wolke (Meter)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="43" />
        <location filename="../ui/dialog/refinement_boxes.py" line="25" />
        <source>Margin around thin cloud (metres)</source>
        <translation>Rand um dünne Wolke (Meter)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="44" />
        <location filename="../ui/dialog/refinement_boxes.py" line="26" />
        <source>Margin around cloud shadow (metres)</source>
        <translation>Rand um Wolkenschatten (Meter)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="54" />
        <location filename="../ui/dialog/refinement_boxes.py" line="29" />
        <source>Smallest object (square metres)</source>
        <translation>Kleinstes Objekt (Quadratmeter)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="55" />
        <location filename="../ui/dialog/refinement_boxes.py" line="30" />
        <source>Smaller cloud or shadow becomes clear.</source>
        <translation>Kleinere Wolken oder Schatten werden klar.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="59" />
        <location filename="../ui/dialog/refinement_boxes.py" line="34" />
        <source>Smallest gap (square metres)</source>
        <translation>Kleinste Lücke (Quadratmeter)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="60" />
        <location filename="../ui/dialog/refinement_boxes.py" line="35" />
        <source>Smaller clear gaps in cloud are filled.</source>
        <translation>Kleinere klare Lücken in Wolken werden gefüllt.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="36" />
        <source>Refine a mask</source>
        <translation>Maske verfeinern</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="44" />
        <source>threshold,margin,buffer,confidence,probability,sieve,holes,dilate</source>
        <translation>Schwellenwert,Rand,Puffer,Konfidenz,Wahrscheinlichkeit,sieben,Löcher,erweitern</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="48" />
        <source>Own thresholds, margins in metres, smallest object and holes from a confidence raster, without predicting again.</source>
        <translation>Eigene Schwellenwerte, Ränder in Metern, kleinstes Objekt und Löcher aus einem Konfidenzraster, ohne neue Vorhersage.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="55" />
        <source>&lt;p&gt;Makes a new mask from a &lt;b&gt;confidence raster&lt;/b&gt; (made with the mask on request) without predicting again: own thresholds for each class, a margin in metres around each, the smallest object that stays and the smallest gap that stays open. From a &lt;b&gt;mask&lt;/b&gt; all but thresholds is possible.&lt;/p&gt;&lt;p&gt;A class counts where its probability reaches its threshold, without one where it is the likeliest. The new mask keeps its provenance and says what was changed.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Erstellt aus einem &lt;b&gt;Konfidenzraster&lt;/b&gt; (auf Wunsch mit der Maske erstellt) eine neue Maske ohne neue Vorhersage: eigene Schwellenwerte je Klasse, ein Rand in Metern um jede, das kleinste Objekt, das bleibt, und die kleinste Lücke, die offen bleibt. Aus einer &lt;b&gt;Maske&lt;/b&gt; ist alles außer Schwellenwerten möglich.&lt;/p&gt;&lt;p&gt;Eine Klasse gilt, wo ihre Wahrscheinlichkeit ihren Schwellenwert erreicht, ohne Schwellenwert dort, wo sie die wahrscheinlichste ist. Die neue Maske behält ihre Herkunft und sagt, was geändert wurde.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="66" />
        <source>Confidence raster or mask</source>
        <translation>Konfidenzraster oder Maske</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="67" />
        <source>&lt;product&gt;_confidence.tif by this plugin; or a mask where no threshold is given.</source>
        <translation>&lt;product&gt;_confidence.tif von dieser Erweiterung; oder eine Maske, wenn kein Schwellenwert angegeben ist.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="71" />
        <source>Refined mask</source>
        <translation>Verfeinerte Maske</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="72" />
        <source>A mask (.tif) with its style and provenance beside it.</source>
        <translation>Eine Maske (.tif) mit Stil und Herkunft daneben.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="103" />
        <source>Clear (%)</source>
        <translation>Klar (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="104" />
        <source>Thick cloud (%)</source>
        <translation>Dichte Wolke (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="105" />
        <source>Thin cloud (%)</source>
        <translation>Dünne Wolke (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="106" />
        <source>Cloud shadow (%)</source>
        <translation>Wolkenschatten (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="107" />
        <source>No data (%)</source>
        <translation>NoData (%)</translation>
    </message>
</context><context>
    <name>ReviewBackground</name>
    <message>
        <location filename="../ui/review/background.py" line="52" />
        <source>The bands of {name} cannot be opened. Find the product, or download it again.</source>
        <translation>Die Kanäle von {name} lassen sich nicht öffnen. Das Produkt suchen oder erneut herunterladen.</translation>
    </message>
    <message>
        <location filename="../ui/review/background.py" line="89" />
        <source>Cloud mask review</source>
        <translation>Wolkenmasken prüfen</translation>
    </message>
</context><context>
    <name>ReviewDock</name>
    <message>
        <location filename="../ui/review/dock.py" line="44" />
        <source>Cloud mask review</source>
        <translation>Wolkenmasken prüfen</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="51" />
        <source>Folder of cloud masks</source>
        <translation>Ordner mit Wolkenmasken</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="128" />
        <source>There is no cloud mask in {folder}. Choose the output folder of a run.</source>
        <translation>In {folder} ist keine Wolkenmaske. Den Ausgabeordner eines Laufs wählen.</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="192" />
        <source>No other mask</source>
        <translation>Keine andere Maske</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="220" />
        <source>Score tiles of {name}</source>
        <translation>Kacheln von {name} bewerten</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="271" />
        <source>Shown now: {name}</source>
        <translation>Jetzt gezeigt: {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="49" />
        <source>{name} was not found, so there is no picture of it.</source>
        <translation>{name} wurde nicht gefunden, daher gibt es kein Bild dazu.</translation>
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="53" />
        <source>Read {name}</source>
        <translation>{name} lesen</translation>
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="63" />
        <source>Folder that holds the products</source>
        <translation>Ordner, der die Produkte enthält</translation>
    </message>
    <message>
        <location filename="../ui/review/status.py" line="36" />
        <source>Saved in {file}</source>
        <translation>In {file} gespeichert</translation>
    </message>
</context><context>
    <name>ReviewEngine</name>
    <message>
        <location filename="../ui/review/engine.py" line="79" />
        <source>The engine gave no answer. See the log panel.</source>
        <translation>Die Engine gab keine Antwort. Siehe Protokollfenster.</translation>
    </message>
</context><context>
    <name>ReviewJudging</name>
    <message>
        <location filename="../ui/review/judging.py" line="29" />
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="30" />
        <source>usable</source>
        <translation>brauchbar</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="31" />
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="57" />
        <source>Verdict on tile {tile}</source>
        <translation>Urteil über Kachel {tile}</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="59" />
        <source>Verdict on the whole mask</source>
        <translation>Urteil über die ganze Maske</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="87" />
        <source>The verdict could not be saved ({reason}). Close the file elsewhere, then judge again.</source>
        <translation>Das Urteil ließ sich nicht speichern ({reason}). Die Datei anderswo schließen, dann erneut urteilen.</translation>
    </message>
</context><context>
    <name>ReviewMasks</name>
    <message>
        <location filename="../ui/review/mask_list.py" line="48" />
        <source>refined</source>
        <translation>verfeinert</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="42" />
        <source>clear</source>
        <translation>klar</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="43" />
        <source>thick cloud</source>
        <translation>dichte Wolke</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="44" />
        <source>thin cloud</source>
        <translation>dünne Wolke</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="45" />
        <source>shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="52" />
        <source>cloud</source>
        <translation>Wolke</translation>
    </message>
</context><context>
    <name>ReviewPainting</name>
    <message>
        <location filename="../ui/review/painting.py" line="142" />
        <source>{file} is there: choose it in the list to correct it further.</source>
        <translation>{file} gibt es schon: in der Liste wählen, um es weiter zu korrigieren.</translation>
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="156" />
        <source>Correct {name}</source>
        <translation>{name} korrigieren</translation>
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="233" />
        <source>Choose a class and paint on the map what the mask has wrong; zoom in to paint finer. The mask stays as it is: what is saved is a mask of its own, and the strokes beside it teach a network.</source>
        <translation>Eine Klasse wählen und auf die Karte malen, was an der Maske falsch ist; zum feineren Malen hineinzoomen. Die Maske bleibt, wie sie ist: Gespeichert wird eine eigene Maske, und die Striche daneben trainieren ein Netz.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/review/painting.py" line="239" />
        <source>%n stroke(s) not saved yet.</source>
        <translation>
            <numerusform>%n Strich noch nicht gespeichert.</numerusform>
            <numerusform>%n Striche noch nicht gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="241" />
        <source>Saving…</source>
        <translation>Speichern…</translation>
    </message>
</context><context>
    <name>ReviewPanel</name>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Folder of masks</source>
        <translation>&amp;Maskenordner</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Masks in the folder</source>
        <translation>Masken im Ordner</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Find pro&amp;duct…</source>
        <translation>Pro&amp;dukt suchen…</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Name the folder that holds the products; it is remembered</source>
        <translation>Den Ordner angeben, der die Produkte enthält; er wird gemerkt</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Background</source>
        <translation>&amp;Hintergrund</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>B&amp;rightness</source>
        <translation>He&amp;lligkeit</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Darker shows structure in cloud and snow, brighter what lies in shadow</source>
        <translation>Dunkler zeigt Strukturen in Wolken und Schnee, heller, was im Schatten liegt</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Compare with</source>
        <translation>&amp;Vergleichen mit</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Another mask of the same product: where the two differ comes first, and flicker and swipe switch between them</source>
        <translation>Eine andere Maske desselben Produkts: Wo beide abweichen, kommt zuerst, und Umschalten und Wischen wechseln zwischen ihnen</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>C&amp;lasses</source>
        <translation>&amp;Klassen</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Outline only</source>
        <translation>Nur &amp;Umriss</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>O&amp;pacity</source>
        <translation>De&amp;ckkraft</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Sho&amp;w mask (Space)</source>
        <translation>Maske &amp;zeigen (Leertaste)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Space switches the mask off and on while the map or a list has the focus</source>
        <translation>Die Leertaste schaltet die Maske ein und aus, solange die Karte oder eine Liste den Fokus hat</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Sw&amp;ipe</source>
        <translation>&amp;Wischen</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Drag a line over the map: the mask is shown to its right only. Shift and the arrow keys move it too.</source>
        <translation>Eine Linie über die Karte ziehen: Die Maske ist nur rechts davon zu sehen. Auch Umschalt und die Pfeiltasten bewegen sie.</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Li&amp;ve</source>
        <translation>L&amp;ive</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Mask the product live while you pan and zoom</source>
        <translation>Das Produkt beim Verschieben und Zoomen live maskieren</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Tiles</source>
        <translation>Kachel&amp;n</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Tiles of the mask</source>
        <translation>Kacheln der Maske</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Previous (B)</source>
        <translation>Vorige (B)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Next (N)</source>
        <translation>Nächste (N)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Good (G)</source>
        <translation>Gut (G)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Usable (U)</source>
        <translation>Brauchbar (U)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Wrong (W)</source>
        <translation>Falsch (W)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Not&amp;e</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>What is wrong, or where</source>
        <translation>Was falsch ist oder wo</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Rando&amp;m points</source>
        <translation>Zu&amp;fallspunkte</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Number</source>
        <translation>&amp;Anzahl</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Dra&amp;w points</source>
        <translation>Punkte zi&amp;ehen</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Random points in each class of the mask; the mask is hidden meanwhile, so that it cannot bias you</source>
        <translation>Zufallspunkte in jeder Klasse der Maske; die Maske ist währenddessen ausgeblendet, damit sie nicht beeinflusst</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Clear (1)</source>
        <translation>Klar (1)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cloud (2)</source>
        <translation>Wolke (2)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Shadow (3)</source>
        <translation>Schatten (3)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cannot tell (0)</source>
        <translation>Nicht erkennbar (0)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Teac&amp;h a network…</source>
        <translation>Netz t&amp;rainieren…</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Teach a network the place you work in, from the points labelled here or from a layer</source>
        <translation>Einem Netz das eigene Arbeitsgebiet beibringen, mit den hier gelabelten Punkten oder einem Layer</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Correct</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>The class that the brush paints</source>
        <translation>Die Klasse, die der Pinsel malt</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Width of the brush on the screen</source>
        <translation>Breite des Pinsels auf dem Bildschirm</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Paint on the map with the left mouse button</source>
        <translation>Mit der linken Maustaste auf die Karte malen</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Save corrected mask</source>
        <translation>Korrigierte Maske speichern</translation>
    </message>
</context><context>
    <name>ReviewPoints</name>
    <message>
        <location filename="../ui/review/points.py" line="76" />
        <source>Draw random points</source>
        <translation>Zufallspunkte ziehen</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="102" />
        <source>The label could not be saved ({reason}). Close the file elsewhere, then label again.</source>
        <translation>Das Label ließ sich nicht speichern ({reason}). Die Datei anderswo schließen, dann erneut labeln.</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="144" />
        <source>Dra&amp;w more points</source>
        <translation>W&amp;eitere Punkte ziehen</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="144" />
        <source>Dra&amp;w points</source>
        <translation>Punkte zi&amp;ehen</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="155" />
        <source>Points are drawn at random in each class of the mask. Label what you see in the picture; the mask stays hidden meanwhile, so that it cannot bias you.</source>
        <translation>In jeder Klasse der Maske werden Punkte zufällig gezogen. Labeln, was im Bild zu sehen ist; die Maske bleibt währenddessen ausgeblendet, damit sie nicht beeinflusst.</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="166" />
        <source>{done} of {total} labelled</source>
        <translation>{done} von {total} gelabelt</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="169" />
        <source>Point {number} of {total}: what lies in the yellow square's middle?</source>
        <translation>Punkt {number} von {total}: Was liegt in der Mitte des gelben Quadrats?</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="182" />
        <source>The accuracy appears when each class of the mask has two labelled points.</source>
        <translation>Die Genauigkeit erscheint, wenn jede Klasse der Maske zwei gelabelte Punkte hat.</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="185" />
        <source>Overall accuracy {estimate}</source>
        <translation>Gesamtgenauigkeit {estimate}</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="189" />
        <source>Clear</source>
        <translation>Klar</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="190" />
        <source>Cloud</source>
        <translation>Wolke</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="191" />
        <source>Shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="193" />
        <source>User's</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="193" />
        <source>Producer's</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="204" />
        <source>{points} points, 95 % confidence intervals (Olofsson et al. 2014)</source>
        <translation>{points} Punkte, 95-%-Konfidenzintervalle (Olofsson et al. 2014)</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="208" />
        <source>; {unsure} left out as one cannot tell</source>
        <translation>; {unsure} ausgelassen, weil nicht erkennbar</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="213" />
        <source>No error was found, so these points cannot tell how wide the interval is.</source>
        <translation>Es wurde kein Fehler gefunden, daher sagen diese Punkte nichts über die Breite des Intervalls.</translation>
    </message>
</context><context>
    <name>ReviewRefining</name>
    <message>
        <location filename="../ui/review/refining.py" line="51" />
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="52" />
        <source>Appl&amp;y…</source>
        <translation>Anwenden…</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="54" />
        <source>Write the refined mask to a file; this mask stays as it is</source>
        <translation>Die verfeinerte Maske in eine Datei schreiben; diese Maske bleibt, wie sie ist</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="57" />
        <source>Refine</source>
        <translation>Verfeinern</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="83" />
        <source>No confidence raster lies beside this mask, so it has no thresholds. Mask again with its confidence.</source>
        <translation>Neben dieser Maske liegt kein Konfidenzraster, daher hat sie keine Schwellen. Mit Konfidenz neu maskieren.</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="121" />
        <source>Refine {name}</source>
        <translation>{name} verfeinern</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="129" />
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="130" />
        <source>Margin (m)</source>
        <translation>Rand (m)</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="212" />
        <source>On the map, {shares}</source>
        <translation>Auf der Karte, {shares}</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="226" />
        <source>Write the refined mask</source>
        <translation>Verfeinerte Maske schreiben</translation>
    </message>
</context><context>
    <name>ReviewTiles</name>
    <message>
        <location filename="../ui/review/tiles.py" line="84" />
        <source>Looking for the tiles to see first…</source>
        <translation>Suche nach den zuerst anzusehenden Kacheln…</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="93" />
        <source>The most uncertain tiles first</source>
        <translation>Die unsichersten Kacheln zuerst</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="94" />
        <source>The tiles where the two masks differ most first</source>
        <translation>Die Kacheln, in denen beide Masken am stärksten abweichen, zuerst</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="95" />
        <source>The tiles with most class borders first (the mask has no confidence raster)</source>
        <translation>Die Kacheln mit den meisten Klassengrenzen zuerst (die Maske hat kein Konfidenzraster)</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="101" />
        <source>Uncertain</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="102" />
        <source>Different</source>
        <translation>Abweichend</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="103" />
        <source>Borders</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="133" />
        <source>Whole mask</source>
        <translation>Ganze Maske</translation>
    </message>
</context><context>
    <name>ReviewView</name>
    <message>
        <location filename="../ui/review/view.py" line="288" />
        <location filename="../ui/review/refining.py" line="132" />
        <source>Thick cloud</source>
        <translation>Dichte Wolke</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="289" />
        <location filename="../ui/review/refining.py" line="133" />
        <source>Thin cloud</source>
        <translation>Dünne Wolke</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="290" />
        <location filename="../ui/review/refining.py" line="134" />
        <source>Cloud shadow</source>
        <translation>Wolkenschatten</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="270" />
        <source>True colour (B04 B03 B02)</source>
        <translation>Echtfarbe (B04 B03 B02)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="271" />
        <source>False colour (B08 B04 B03)</source>
        <translation>Falschfarbe (B08 B04 B03)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="272" />
        <source>Short-wave infrared (B12 B8A B04)</source>
        <translation>Kurzwelliges Infrarot (B12 B8A B04)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="273" />
        <source>Cirrus (B10)</source>
        <translation>Cirrus (B10)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="282" />
        <source>None: the map as it is</source>
        <translation>Keiner: die Karte, wie sie ist</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="296" />
        <source>All classes</source>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="299" />
        <source>Cloud</source>
        <translation>Wolke</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="300" />
        <source>Only {name}</source>
        <translation>Nur {name}</translation>
    </message>
</context><context>
    <name>RunQueue</name>
    <message>
        <location filename="../ui/runs/run_queue.py" line="139" />
        <source>{mask}: {outcome}</source>
        <translation>{mask}: {outcome}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="198" />
        <source>Zoom to</source>
        <translation>Zoomen auf</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="200" />
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="204" />
        <source>Add to this project</source>
        <translation>Zu diesem Projekt hinzufügen</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="206" />
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="228" />
        <source>clear</source>
        <translation>klar</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="229" />
        <source>thick cloud</source>
        <translation>dichte Wolke</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="230" />
        <source>thin cloud</source>
        <translation>dünne Wolke</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="231" />
        <source>shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="236" />
        <source>cloud</source>
        <translation>Wolke</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="238" />
        <source>{seconds} s, {shares}</source>
        <translation>{seconds} s, {shares}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="240" />
        <source>exists already, {shares}</source>
        <translation>existiert schon, {shares}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="248" />
        <source>Cloud {cloud:.1f} %, shadow {shadow:.1f} %, {seconds} s</source>
        <translation>Wolke {cloud:.1f} %, Schatten {shadow:.1f} %, {seconds} s</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="250" />
        <source>Cloud {cloud:.1f} %, shadow {shadow:.1f} %, exists already</source>
        <translation>Wolke {cloud:.1f} %, Schatten {shadow:.1f} %, existiert schon</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="260" />
        <source>Finished {count} of {total} products.</source>
        <translation>{count} von {total} Produkten fertig.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="265" />
        <source>Cancelled: finished {count} of {total} products.</source>
        <translation>Abgebrochen: {count} von {total} Produkten fertig.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="270" />
        <source>Finished {count} of {total} products. {first}</source>
        <translation>{count} von {total} Produkten fertig. {first}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="278" />
        <source>Finished {total} products.</source>
        <translation>{total} Produkte fertig.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="281" />
        <source>{label} often misses thin cloud.</source>
        <translation>{label} übersieht dünne Wolken oft.</translation>
    </message>
</context><context>
    <name>SearchTask</name>
    <message>
        <location filename="../ui/dialog/search_task.py" line="27" />
        <source>Look for products in {folder}</source>
        <translation>Produkte in {folder} suchen</translation>
    </message>
</context><context>
    <name>Sections</name>
    <message>
        <location filename="../toolbox/sections.py" line="12" />
        <source>Make masks</source>
        <translation>Masken erstellen</translation>
    </message>
    <message>
        <location filename="../toolbox/sections.py" line="17" />
        <source>Use masks</source>
        <translation>Masken nutzen</translation>
    </message>
    <message>
        <location filename="../toolbox/sections.py" line="22" />
        <source>Check masks</source>
        <translation>Masken überprüfen</translation>
    </message>
</context><context>
    <name>Sentences</name>
    <message>
        <location filename="../ui/runs/sentences.py" line="16" />
        <source>Not a Sentinel-2 product</source>
        <translation>Kein Sentinel-2-Produkt</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="17" />
        <source>Its metadata cannot be read: download it again</source>
        <translation>Metadaten nicht lesbar: erneut herunterladen</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="18" />
        <source>A band that the network needs is missing</source>
        <translation>Ein Kanal, den das Netz braucht, fehlt</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="19" />
        <source>A band cannot be read: download it again</source>
        <translation>Ein Kanal ist nicht lesbar: erneut herunterladen</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="20" />
        <source>Its bands do not lie on one grid: download it again</source>
        <translation>Seine Kanäle liegen nicht auf einem Gitter: erneut herunterladen</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="21" />
        <source>The archive is damaged: download it again</source>
        <translation>Das Archiv ist beschädigt: erneut herunterladen</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="22" />
        <source>The network does not take this processing level</source>
        <translation>Das Netz nimmt dieses Prozessierungslevel nicht an</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="23" />
        <source>Outside the chosen area</source>
        <translation>Außerhalb des gewählten Gebiets</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="24" />
        <source>The output folder cannot be written to</source>
        <translation>Der Ausgabeordner ist nicht beschreibbar</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="25" />
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="26" />
        <source>Exists already, made with other settings</source>
        <translation>Existiert schon, mit anderen Einstellungen erstellt</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="27" />
        <source>Another file or product has this mask's name</source>
        <translation>Eine andere Datei oder ein anderes Produkt trägt den Namen dieser Maske</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="28" />
        <source>Another run is writing this mask</source>
        <translation>Ein anderer Lauf schreibt diese Maske</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="29" />
        <source>The network is not downloaded</source>
        <translation>Das Netz ist nicht heruntergeladen</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="30" />
        <source>Not enough memory: choose a coarser resolution</source>
        <translation>Zu wenig Arbeitsspeicher: eine gröbere Auflösung wählen</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="31" />
        <source>The engine gave no answer</source>
        <translation>Die Engine gab keine Antwort</translation>
    </message>
</context><context>
    <name>SetupPage</name>
    <message>
        <location filename="../ui/setup/engine_words.py" line="13" />
        <source>Checking the existing engine of {path}…</source>
        <translation>Die vorhandene Engine {path} wird geprüft…</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="17" />
        <source>The existing engine of {path} cannot be used: {problem} Install the engine's packages there (pip install -r requirements.txt), or clear the field Existing engine.</source>
        <translation>Die vorhandene Engine {path} ist nicht verwendbar: {problem} Dort die Pakete der Engine installieren (pip install -r requirements.txt) oder das Feld Vorhandene Engine leeren.</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="23" />
        <source>Ready: the existing engine of {path}, Python {version}.</source>
        <translation>Bereit: die vorhandene Engine {path}, Python {version}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="30" />
        <source>QGIS runs in Flatpak: it sees no Python of the system, and its own changes with updates; choose the downloaded one. Products must lie in a folder that Flatpak opens to QGIS.</source>
        <translation>QGIS läuft in Flatpak: Es sieht kein Python des Systems, und das eigene wechselt mit Updates; das heruntergeladene wählen. Produkte müssen in einem Ordner liegen, den Flatpak für QGIS öffnet.</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="35" />
        <source>QGIS runs in a Snap: it may start no program of the system; choose the downloaded Python. Products must lie in your home folder, not in a hidden one, or on a medium that the Snap may read.</source>
        <translation>QGIS läuft in einem Snap: Es darf kein Programm des Systems starten; das heruntergeladene Python wählen. Produkte müssen im Benutzerordner liegen, nicht in einem versteckten, oder auf einem Medium, das der Snap lesen darf.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="55" />
        <source>Python that has the engine's packages</source>
        <translation>Python, das die Pakete der Engine hat</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="57" />
        <source>Only to use an existing Python that has the engine's packages</source>
        <translation>Nur um ein vorhandenes Python zu verwenden, das die Pakete der Engine hat</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="61" />
        <source>For the processor (CPU): runs everywhere</source>
        <translation>Für den Prozessor (CPU): läuft überall</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="64" />
        <source>For an NVIDIA graphics card (CUDA): several gigabytes</source>
        <translation>Für eine NVIDIA-Grafikkarte (CUDA): mehrere Gigabyte</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="93" />
        <source>Choose a Python first: install Python 3.11 to 3.14, or name one with Other.</source>
        <translation>Zuerst ein Python wählen: Python 3.11 bis 3.14 installieren oder eines mit Anderes angeben.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="110" />
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="130" />
        <source>Cancelled. What was downloaded is kept for the next try.</source>
        <translation>Abgebrochen. Das Heruntergeladene bleibt für den nächsten Versuch erhalten.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="140" />
        <source>Remove the engine</source>
        <translation>Engine entfernen</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="141" />
        <source>Remove the private environment ({size} GB)? Masks and models stay.</source>
        <translation>Die eigene Umgebung ({size} GB) entfernen? Masken und Modelle bleiben.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="167" />
        <source>uv (fetches a Python where needed)</source>
        <translation>uv (holt bei Bedarf ein Python)</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="169" />
        <source>Python {version}, downloaded</source>
        <translation>Python {version}, heruntergeladen</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="177" />
        <source>No Python was found. Install Python 3.11 to 3.14 and name it with Other.</source>
        <translation>Kein Python gefunden. Python 3.11 bis 3.14 installieren und mit Anderes angeben.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="184" />
        <source>Python {version} ({path})</source>
        <translation>Python {version} ({path})</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="189" />
        <source>Python 3.11 to 3.14</source>
        <translation>Python 3.11 bis 3.14</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="250" />
        <source>The engine is not set up yet. It downloads {megabytes} MB once and needs {gigabytes} GB of disk.</source>
        <translation>Die Engine ist noch nicht eingerichtet. Sie lädt einmalig {megabytes} MB herunter und braucht {gigabytes} GB Speicherplatz.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="258" />
        <source>Ready: Python {version}, {packages} packages, {size} GB in {folder}, made {made}.</source>
        <translation>Bereit: Python {version}, {packages} Pakete, {size} GB in {folder}, erstellt {made}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="270" />
        <source>&amp;Repair</source>
        <translation>&amp;Reparieren</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <location filename="../ui/setup/setup_page.py" line="270" />
        <source>&amp;Set up</source>
        <translation>Einrich&amp;ten</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="278" />
        <source>Set up makes a private Python environment in {folder}, downloads the engine's packages into it and tries them. This takes two to ten minutes, most of them for the download; QGIS can be used meanwhile. The log appears here.</source>
        <translation>Das Einrichten legt in {folder} eine eigene Python-Umgebung an, lädt die Pakete der Engine hinein und probiert sie aus. Das dauert zwei bis zehn Minuten, die meisten davon für das Herunterladen; QGIS bleibt benutzbar. Hier erscheint das Protokoll.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>The mask is computed by an engine in a Python environment of its own, so that nothing is ever installed into QGIS' Python. It is stored in your QGIS profile and can be removed here at any time.</source>
        <translation>Die Maske berechnet eine Engine in einer eigenen Python-Umgebung, sodass nie etwas in das Python von QGIS installiert wird. Sie liegt im QGIS-Profil und lässt sich hier jederzeit entfernen.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Python</source>
        <translation>&amp;Python</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Other…</source>
        <translation>&amp;Anderes…</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Make the environment with another Python 3.11 to 3.14</source>
        <translation>Die Umgebung mit einem anderen Python 3.11 bis 3.14 erstellen</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>P&amp;ackages</source>
        <translation>Pa&amp;kete</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Package inde&amp;x</source>
        <translation>Paket-Inde&amp;x</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>An extra package index for PyTorch. In a closed network, name your own mirror here; empty for none.</source>
        <translation>Ein zusätzlicher Paketindex für PyTorch. In einem geschlossenen Netzwerk hier den eigenen Spiegelserver angeben; leer für keinen.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Existing &amp;engine</source>
        <translation>Vorhandene En&amp;gine</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Remo&amp;ve</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Delete the private environment; masks and models stay</source>
        <translation>Die eigene Umgebung löschen; Masken und Modelle bleiben</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Copy log</source>
        <translation>Protoko&amp;ll kopieren</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Ca&amp;ncel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
</context><context>
    <name>SetupReasons</name>
    <message>
        <location filename="../bridge/setup_reasons.py" line="30" />
        <source>The disk is full: {folder} or pip's cache has no room. Make room, then try again.</source>
        <translation>Der Datenträger ist voll: {folder} oder der Cache von pip hat keinen Platz. Platz schaffen, dann erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="34" />
        <source>This Python has no venv module. Install it (Debian, Ubuntu: sudo apt install python3-venv) or choose another Python.</source>
        <translation>Dieses Python hat kein venv-Modul. Es installieren (Debian, Ubuntu: sudo apt install python3-venv) oder ein anderes Python wählen.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="40" />
        <source>The proxy refused the connection. Correct it in QGIS under Settings, Options, Network, then try again.</source>
        <translation>Der Proxy hat die Verbindung abgelehnt. In QGIS unter Einstellungen, Optionen, Netzwerk berichtigen, dann erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="45" />
        <source>The network's certificate is not trusted. Name your organisation's certificate file in the variable PIP_CERT, start QGIS again and retry.</source>
        <translation>Dem Zertifikat des Netzwerks wird nicht vertraut. Die Zertifikatsdatei der Organisation in der Variable PIP_CERT angeben, QGIS neu starten und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="51" />
        <source>The packages could not be downloaded: there is no connection to the package index. Check the network and QGIS' proxy settings, then try again; what was downloaded is kept.</source>
        <translation>Die Pakete ließen sich nicht herunterladen: keine Verbindung zum Paketindex. Netzwerk und Proxy-Einstellungen von QGIS prüfen, dann erneut versuchen; das Heruntergeladene bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="60" />
        <source>The package index has no {package} for this Python. Choose another Python, or correct the index.</source>
        <translation>Der Paketindex hat kein {package} für dieses Python. Ein anderes Python wählen oder den Index berichtigen.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="66" />
        <source>This Python lacks the package {package} that the engine needs.</source>
        <translation>Diesem Python fehlt das Paket {package}, das die Engine braucht.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="70" />
        <source>The set-up failed: {reason} The log says more.</source>
        <translation>Die Einrichtung ist fehlgeschlagen: {reason} Das Protokoll sagt mehr.</translation>
    </message>
</context><context>
    <name>SetupStep</name>
    <message>
        <location filename="../bridge/setup_step.py" line="57" />
        <source>{program} could not be started ({reason}). Choose another Python.</source>
        <translation>{program} ließ sich nicht starten ({reason}). Ein anderes Python wählen.</translation>
    </message>
</context><context>
    <name>SourceOptions</name>
    <message>
        <location filename="../toolbox/source_options.py" line="38" />
        <source>Folder of products</source>
        <translation>Ordner mit Produkten</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="42" />
        <source>SAFE folders, zips of them and cloud-archive folders in it are found, however deep.</source>
        <translation>SAFE-Ordner, deren ZIPs und Ordner aus Cloud-Archiven darin werden gefunden, gleich wie tief.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="48" />
        <source>Products, one a line</source>
        <translation>Produkte, eines je Zeile</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="50" />
        <source>In place of a folder, or with it: paths of SAFE folders, zips of them, or stacks of bands. In scripts also a list.</source>
        <translation>Statt eines Ordners oder dazu: Pfade von SAFE-Ordnern, deren Zips oder Bandstapeln. In Skripten auch eine Liste.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="59" />
        <source>Folder of masks that are there</source>
        <translation>Ordner mit vorhandenen Masken</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="63" />
        <source>Masks of these products in it are taken, whatever made them; missing ones are made. Empty: all are made.</source>
        <translation>Darin liegende Masken dieser Produkte werden genommen, gleich womit erstellt; fehlende werden erstellt. Leer: alle werden erstellt.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="70" />
        <source>Model of masks that are made</source>
        <translation>Modell der zu erstellenden Masken</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="73" />
        <source>The network. auto takes the best available. In scripts by name.</source>
        <translation>Das Netz. auto nimmt das beste verfügbare. In Skripten beim Namen.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="78" />
        <source>Resolution of masks that are made (metres)</source>
        <translation>Auflösung der zu erstellenden Masken (Meter)</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="81" />
        <source>20 m suits most work. In scripts: 10, 20, 30 or 60.</source>
        <translation>20 m passt für die meisten Arbeiten. In Skripten: 10, 20, 30 oder 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="86" />
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="88" />
        <source>Where the network runs. auto takes a graphics card when there is one.</source>
        <translation>Wo das Netz läuft. auto nimmt eine Grafikkarte, wenn es eine gibt.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="98" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>Den Ordner {path} gibt es nicht. Einen vorhandenen wählen.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="102" />
        <source>Choose a folder of products, or products.</source>
        <translation>Wählen Sie einen Ordner mit Produkten oder Produkte.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="154" />
        <source>No Sentinel-2 product is in {path}. Choose a folder of SAFE folders or zips.</source>
        <translation>In {path} ist kein Sentinel-2-Produkt. Einen Ordner mit SAFE-Ordnern oder ZIPs wählen.</translation>
    </message>
</context><context>
    <name>Statistics</name>
    <message>
        <location filename="../toolbox/statistics.py" line="42" />
        <source>Cloud statistics of an archive</source>
        <translation>Wolkenstatistik eines Archivs</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="50" />
        <source>statistics,month,year,cloud cover,climatology,table,plot,archive</source>
        <translation>Statistik,Monat,Jahr,Bewölkung,Klimatologie,Tabelle,Diagramm,Archiv</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="54" />
        <source>Cloud by month and year of a folder of masks, by tile or polygon, as table and plot.</source>
        <translation>Bewölkung nach Monat und Jahr aus einem Maskenordner, je Kachel oder Polygon, als Tabelle und Diagramm.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="58" />
        <source>&lt;p&gt;Takes all masks in a folder and writes how cloudy each tile was, or each polygon of a layer: the shares of the classes by month and year, by month over all years, by year and over all, as a &lt;b&gt;table&lt;/b&gt; (.csv) and a &lt;b&gt;plot&lt;/b&gt; (.png) beside it. Each date counts alike; shares are of what was seen.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Nimmt alle Masken eines Ordners und schreibt, wie bewölkt jede Kachel oder jedes Polygon eines Layers war: die Klassenanteile nach Monat und Jahr, nach Monat über alle Jahre, nach Jahr und insgesamt, als &lt;b&gt;Tabelle&lt;/b&gt; (.csv) und &lt;b&gt;Diagramm&lt;/b&gt; (.png) daneben. Jeder Tag zählt gleich; die Anteile beziehen sich auf das Gesehene.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="69" />
        <source>Folder of masks</source>
        <translation>Maskenordner</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="71" />
        <source>Every *_cloudmask.tif in this folder and below it is taken.</source>
        <translation>Jede Datei *_cloudmask.tif in diesem Ordner und darunter wird genommen.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="74" />
        <source>Polygons</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="75" />
        <source>Figures of each of these polygons. Empty: of each tile.</source>
        <translation>Zahlen für jedes dieser Polygone. Leer: für jede Kachel.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="79" />
        <source>Field that names the polygons</source>
        <translation>Feld, das die Polygone benennt</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="81" />
        <source>Its values must tell the polygons apart. Empty: their number.</source>
        <translation>Seine Werte müssen die Polygone unterscheiden. Leer: ihre Nummer.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="84" />
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="84" />
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="85" />
        <source>Text with commas (.csv); the plot (.png) goes beside it.</source>
        <translation>Text mit Kommas (.csv); das Diagramm (.png) liegt daneben.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="87" />
        <source>Plot</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="88" />
        <source>Tiles or polygons</source>
        <translation>Kacheln oder Polygone</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="94" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>Den Ordner {path} gibt es nicht. Einen vorhandenen wählen.</translation>
    </message>
</context><context>
    <name>TeachDialog</name>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="46" />
        <source>&amp;Teach</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="101" />
        <source>{file} cannot be read ({reason}).</source>
        <translation>{file} ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="110" />
        <source>Labelled: {points}, in masks: {masks}.</source>
        <translation>Gelabelt: {points}, in Masken: {masks}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="114" />
        <source>Left out, as it was not found: {names}. Show its mask, then press Find product.</source>
        <translation>Ausgelassen, weil nicht gefunden: {names}. Die Maske zeigen, dann Produkt suchen drücken.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="119" />
        <source>Left out, as Level-2A lacks B10: {names}.</source>
        <translation>Ausgelassen, weil Level-2A kein B10 hat: {names}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="136" />
        <source>Points or polygons of {mask}, the mask that is shown. Classes: clear, cloud, thick_cloud, thin_cloud, shadow.</source>
        <translation>Punkte oder Polygone von {mask}, der gezeigten Maske. Klassen: clear, cloud, thick_cloud, thin_cloud, shadow.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="161" />
        <source>Network to start from</source>
        <translation>Ausgangsnetz</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="163" />
        <source>Networks (*.pt *.pth *.ckpt *.safetensors);;All files (*)</source>
        <translation>Netze (*.pt *.pth *.ckpt *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="173" />
        <source>Licence, also of the new model: {licence}</source>
        <translation>Lizenz, auch des neuen Modells: {licence}</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="209" />
        <source>Choose labels: the points of this review, or a layer.</source>
        <translation>Labels wählen: die Punkte dieser Prüfung oder einen Layer.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="211" />
        <source>No point can be used. Draw random points in the dock and label them.</source>
        <translation>Kein Punkt ist verwendbar. Im Bedienfeld Zufallspunkte ziehen und labeln.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="216" />
        <source>The project has no layer of points or polygons.</source>
        <translation>Das Projekt hat keinen Punkt- oder Polygonlayer.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="218" />
        <source>{layer} has no CRS. Set it in the layer's properties.</source>
        <translation>{layer} hat kein KBS. In den Layereigenschaften festlegen.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="222" />
        <source>Choose the field of {layer} that holds the class.</source>
        <translation>Das Feld von {layer} wählen, das die Klasse enthält.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="226" />
        <source>{name} is Level-2A, which lacks B10. Show the mask of a Level-1C product.</source>
        <translation>{name} ist Level-2A und hat kein B10. Die Maske eines Level-1C-Produkts zeigen.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="229" />
        <source>{name} was not found. Press Find product in the dock.</source>
        <translation>{name} wurde nicht gefunden. Im Bedienfeld Produkt suchen drücken.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="240" />
        <source>The list of networks is being read…</source>
        <translation>Die Liste der Netze wird gelesen…</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="241" />
        <source>No 13-band UNetMobV2 is here. Download one in Mask clouds…, or choose a file of your own.</source>
        <translation>Kein UNetMobV2 mit 13 Kanälen vorhanden. Eines unter Wolken maskieren… herunterladen oder eine eigene Datei wählen.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="248" />
        <source>Give the new model a name.</source>
        <translation>Dem neuen Modell einen Namen geben.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="250" />
        <source>A name has letters, digits, - and _, and begins with a letter or digit.</source>
        <translation>Ein Name besteht aus Buchstaben, Ziffern, - und _ und beginnt mit einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="252" />
        <source>There is a model {name} already.</source>
        <translation>Ein Modell {name} gibt es schon.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Teach a network</source>
        <translation>Netz trainieren</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Fine-tune a network for your area with your labels; takes a few minutes. About a third of them, in squares of 1 km, is held out to measure with before and after. Label each class in several places, kilometres apart.</source>
        <translation>Ein Netz mit eigenen Labels an das eigene Gebiet anpassen; dauert ein paar Minuten. Etwa ein Drittel davon, in Quadraten von 1 km, wird zurückgehalten, um vorher und nachher zu messen. Jede Klasse an mehreren Orten labeln, Kilometer voneinander entfernt.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Points of this review</source>
        <translation>&amp;Punkte dieser Prüfung</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Layer</source>
        <translation>&amp;Layer</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Layer of points or polygons</source>
        <translation>Punkt- oder Polygonlayer</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>class in &amp;field</source>
        <translation>Klasse im &amp;Feld</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Start f&amp;rom</source>
        <translation>Ausgehen &amp;von</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>F&amp;ile…</source>
        <translation>D&amp;atei…</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Start from a file of your own: a state dict of a 13-band UNetMobV2</source>
        <translation>Von einer eigenen Datei ausgehen: einem State-Dict eines UNetMobV2 mit 13 Kanälen</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Of the new model in the list of models, such as delta</source>
        <translation>Des neuen Modells in der Modellliste, etwa delta</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Steps</source>
        <translation>&amp;Schritte</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>More steps take longer and learn the labels better; too many forget the rest</source>
        <translation>Mehr Schritte dauern länger und lernen die Labels besser; zu viele vergessen den Rest</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Keep it even if accuracy drops</source>
        <translation>Auch &amp;behalten, wenn die Genauigkeit sinkt</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Without it a network that is worse on the labels held out is not kept (--keep-worse)</source>
        <translation>Ohne dies wird ein Netz, das auf den zurückgehaltenen Labels schlechter ist, nicht behalten (--keep-worse)</translation>
    </message>
</context><context>
    <name>TeachLabels</name>
    <message>
        <location filename="../ui/teaching/teach_labels.py" line="56" />
        <source>{layer} has no feature with a class in its field “{field}”. Choose another one.</source>
        <translation>{layer} hat kein Objekt mit einer Klasse im Feld „{field}“. Ein anderes wählen.</translation>
    </message>
</context><context>
    <name>TeachTask</name>
    <message>
        <location filename="../ui/teaching/teach_task.py" line="39" />
        <source>Teach the network {name}</source>
        <translation>Netz {name} trainieren</translation>
    </message>
</context><context>
    <name>Teaching</name>
    <message>
        <location filename="../ui/teaching/teaching.py" line="73" />
        <source>{name} is being taught; you can go on working.</source>
        <translation>{name} wird trainiert; es kann weitergearbeitet werden.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="124" />
        <source>Cancelled: {name} was not kept.</source>
        <translation>Abgebrochen: {name} wurde nicht behalten.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="127" />
        <source>The engine gave no answer. See the log panel.</source>
        <translation>Die Engine gab keine Antwort. Siehe Protokollfenster.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="139" />
        <source>balanced accuracy of cloud</source>
        <translation>balancierte Genauigkeit für Wolke</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="140" />
        <source>balanced accuracy of shadow</source>
        <translation>balancierte Genauigkeit für Schatten</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="141" />
        <source>overall accuracy</source>
        <translation>Gesamtgenauigkeit</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="143" />
        <source>{figure} {before} → {after}</source>
        <translation>{figure} {before} → {after}</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="150" />
        <source>{name} is in the list of models. Before and after, on labels held out by place: {figures}.</source>
        <translation>{name} steht in der Modellliste. Vorher und nachher, auf örtlich zurückgehaltenen Labels: {figures}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="154" />
        <source>Elsewhere it agrees with {start} on {share} of the pixels.</source>
        <translation>Anderswo stimmt es auf {share} der Pixel mit {start} überein.</translation>
    </message>
</context><context>
    <name>TimeLeft</name>
    <message>
        <location filename="../ui/runs/time_left.py" line="47" />
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <location filename="../ui/runs/time_left.py" line="49" />
        <source>about {minutes} min left</source>
        <translation>noch etwa {minutes} min</translation>
    </message>
    <message>
        <location filename="../ui/runs/time_left.py" line="50" />
        <source>about {hours} h left</source>
        <translation>noch etwa {hours} h</translation>
    </message>
</context><context>
    <name>UvFetcher</name>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="55" />
        <source>There is no uv for this machine ({machine}). Install Python 3.11 to 3.14.</source>
        <translation>Für diesen Rechner ({machine}) gibt es kein uv. Python 3.11 bis 3.14 installieren.</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="60" />
        <source>Downloading uv, which brings a Python</source>
        <translation>uv wird heruntergeladen, das ein Python mitbringt</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="73" />
        <source>{name} of {index} is not the published file. Correct the package index.</source>
        <translation>{name} von {index} ist nicht die veröffentlichte Datei. Den Paketindex berichtigen.</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="79" />
        <source>uv could not be downloaded ({reason}). Check the network and QGIS' proxy settings, or install Python 3.11 to 3.14.</source>
        <translation>uv ließ sich nicht herunterladen ({reason}). Netz und Proxy von QGIS prüfen oder Python 3.11 bis 3.14 installieren.</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="139" />
        <source>The wheel of uv holds no program.</source>
        <translation>Das Paket von uv enthält kein Programm.</translation>
    </message>
</context></TS>
