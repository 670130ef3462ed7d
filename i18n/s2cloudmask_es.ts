<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AfterMaskButton</name>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="27" />
        <source>Use masks…</source>
        <translation>Usar máscaras…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="28" />
        <source>Make something of the ticked products and their masks</source>
        <translation>Hacer algo con los productos marcados y sus máscaras</translation>
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="33" />
        <source>Cloud-free &amp;composite…</source>
        <translation>&amp;Composición sin nubes…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="34" />
        <source>&amp;Field calendar…</source>
        <translation>Calendario de &amp;parcelas…</translation>
    </message>
</context><context>
    <name>ApplyMask</name>
    <message>
        <location filename="../toolbox/applymask.py" line="51" />
        <source>Apply a mask to rasters</source>
        <translation>Aplicar una máscara a rásteres</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="59" />
        <source>cloud,mask,nodata,no data,buffer,remove,clip,band</source>
        <translation>nube,máscara,nodata,sin datos,margen,quitar,recortar,banda</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="63" />
        <source>Sets rasters to no data where a cloud mask has chosen classes, with a buffer in metres.</source>
        <translation>Pone rásteres a «sin datos» donde una máscara de nubes tiene las clases elegidas, con un margen en metros.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="67" />
        <source>&lt;p&gt;Copies a raster and sets it to &lt;b&gt;no data&lt;/b&gt; where the mask has one of the chosen classes, and within the buffer around them. Any number of bands and any data type; bands keep names, scales and colours. Raster and mask may differ in resolution, extent and CRS: the mask is laid on the raster's pixels by nearest neighbour.&lt;/p&gt;&lt;p&gt;Outside the mask the raster is kept, unless the mask's no data is taken away too.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Copia un ráster y lo pone a &lt;b&gt;sin datos&lt;/b&gt; donde la máscara tiene una de las clases elegidas, y dentro del margen a su alrededor. Cualquier número de bandas y tipo de datos; las bandas conservan nombres, escalas y colores. Ráster y máscara pueden diferir en resolución, extensión y SRC: la máscara se lleva a los píxeles del ráster por vecino más próximo.&lt;/p&gt;&lt;p&gt;Fuera de la máscara el ráster se conserva, salvo que se quite también donde la máscara no tiene datos.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="78" />
        <source>Raster</source>
        <translation>Ráster</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="79" />
        <source>The raster to mask: a band, a stack, a true-colour image, an index; any data type.</source>
        <translation>El ráster que se enmascara: una banda, una pila, una imagen en color verdadero, un índice; cualquier tipo de datos.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="82" />
        <source>Cloud mask</source>
        <translation>Máscara de nubes</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="83" />
        <source>A mask by this plugin, or any raster of whole numbers with the same classes.</source>
        <translation>Una máscara de este complemento, o cualquier ráster de números enteros con las mismas clases.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="88" />
        <source>Classes to remove</source>
        <translation>Clases que se eliminan</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="94" />
        <source>Pixels of these classes become no data. In scripts by name: thick_cloud,cloud_shadow.</source>
        <translation>Los píxeles de estas clases pasan a «sin datos». En scripts, por nombre: thick_cloud,cloud_shadow.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="98" />
        <source>Buffer (metres)</source>
        <translation>Margen (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="103" />
        <source>Pixels whose centre is within this distance of a cloud or shadow pixel go too.</source>
        <translation>También se quitan los píxeles cuyo centro está a esta distancia o menos de un píxel de nube o sombra.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="105" />
        <source>Also remove where the mask has no data</source>
        <translation>Eliminar también donde la máscara no tiene datos</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="106" />
        <source>Also sets to no data what the mask knows nothing of, and what lies outside it.</source>
        <translation>Pone también a «sin datos» lo que la máscara no conoce y lo que queda fuera de ella.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="111" />
        <source>No-data value</source>
        <translation>Valor de «sin datos»</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="115" />
        <source>Empty: the raster's own; where it has none, 0 for unsigned, the lowest for signed integers, NaN for real numbers.</source>
        <translation>Vacío: el del propio ráster; si no tiene, 0 para enteros sin signo, el menor para enteros con signo, NaN para números reales.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="124" />
        <source>More rasters for the same mask</source>
        <translation>Más rásteres para la misma máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="128" />
        <source>Masked in the same way and written to the folder below, such as the other bands of the product.</source>
        <translation>Se enmascaran igual y se escriben en la carpeta de abajo, por ejemplo las demás bandas del producto.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="132" />
        <source>Masked raster</source>
        <translation>Ráster enmascarado</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="133" />
        <source>A tiled, compressed GeoTIFF (.tif) on the raster's own grid.</source>
        <translation>Un GeoTIFF teselado y comprimido (.tif) en la malla del propio ráster.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="137" />
        <source>Folder for more rasters</source>
        <translation>Carpeta para más rásteres</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="139" />
        <source>Each of the further rasters becomes &lt;name&gt;_masked.tif in this folder.</source>
        <translation>Cada uno de los demás rásteres pasa a ser &lt;name&gt;_masked.tif en esta carpeta.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="142" />
        <source>All masked rasters</source>
        <translation>Todos los rásteres enmascarados</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="143" />
        <source>Taken away by the mask (%)</source>
        <translation>Quitado por la máscara (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="148" />
        <source>More rasters are given, but no folder for them. Choose the folder for more rasters.</source>
        <translation>Se dan más rásteres, pero ninguna carpeta para ellos. Elija la carpeta para más rásteres.</translation>
    </message>
</context><context>
    <name>AreaPicker</name>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="46" />
        <source>Whole product</source>
        <translation>Producto completo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="48" />
        <source>Map canvas</source>
        <translation>Lienzo del mapa</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="49" />
        <source>Extent of a layer</source>
        <translation>Extensión de una capa</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="51" />
        <source>Drawn rectangle</source>
        <translation>Rectángulo dibujado</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="88" />
        <source>Draw a rectangle on the map. Any other map tool leads back without one.</source>
        <translation>Dibuje un rectángulo en el mapa. Cualquier otra herramienta del mapa vuelve sin él.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="155" />
        <source>Draw a rectangle on the map first, or mask the whole product.</source>
        <translation>Dibuje antes un rectángulo en el mapa, o enmascare el producto completo.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="157" />
        <source>Choose a layer that has an extent, or mask the whole product.</source>
        <translation>Elija una capa que tenga extensión, o enmascare el producto completo.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="158" />
        <source>The map canvas is empty. Add a layer to it, or mask the whole product.</source>
        <translation>El lienzo del mapa está vacío. Añada una capa, o enmascare el producto completo.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="169" />
        <source>Everything that the product covers.</source>
        <translation>Todo lo que cubre el producto.</translation>
    </message>
</context><context>
    <name>ChoicePanel</name>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="33" />
        <source>Temporary folder</source>
        <translation>Carpeta temporal</translation>
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
        <translation>Automático</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="90" />
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="91" />
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>Tarjeta gráfica NVIDIA (CUDA)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="92" />
        <source>Apple graphics (MPS)</source>
        <translation>Gráficos de Apple (MPS)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="97" />
        <source>Full (float32)</source>
        <translation>Completa (float32)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="98" />
        <source>Half (bfloat16)</source>
        <translation>Media (bfloat16)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="99" />
        <source>Half (float16)</source>
        <translation>Media (float16)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="130" />
        <source>Finest detail: small cumulus and their shadows. About four times the work of 20 m.</source>
        <translation>El máximo detalle: pequeños cúmulos y sus sombras. Unas cuatro veces el trabajo de 20 m.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="133" />
        <source>Recommended: good detail in a quarter of the time of 10 m.</source>
        <translation>Recomendado: buen detalle en la cuarta parte del tiempo de 10 m.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="134" />
        <source>Landsat's grid size: quick, small clouds blur.</source>
        <translation>El tamaño de píxel de Landsat: rápido, las nubes pequeñas se difuminan.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="135" />
        <source>Quickest: an overview of large clouds, for many products.</source>
        <translation>Lo más rápido: una vista general de las nubes grandes, para muchos productos.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="139" />
        <source>The network predicts at {metres} m; the mask is interpolated to this grid.</source>
        <translation>La red predice a {metres} m; la máscara se interpola a esta cuadrícula.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="146" />
        <source>One mask per product, with its style (.qml) and metadata (.json).</source>
        <translation>Una máscara por producto, con su estilo (.qml) y sus metadatos (.json).</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="148" />
        <source>Deleted when QGIS closes. Choose a folder to keep the masks.</source>
        <translation>Se borra al cerrar QGIS. Elija una carpeta para conservar las máscaras.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Resolutio&amp;n</source>
        <translation>&amp;Resolución</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>M&amp;odel</source>
        <translation>Mode&amp;lo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Download…</source>
        <translation>Descargar…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>F&amp;ile…</source>
        <translation>Arch&amp;ivo…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Use a network of your own: a state dict of UNetMobV2, TorchScript or ONNX</source>
        <translation>Usar una red propia: un state dict de UNetMobV2, TorchScript u ONNX</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Area</source>
        <translation>Áre&amp;a</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Draw…</source>
        <translation>&amp;Dibujar…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Draw a rectangle on the map; this window steps aside meanwhile</source>
        <translation>Dibujar un rectángulo en el mapa; mientras tanto esta ventana se aparta</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Ou&amp;tput folder</source>
        <translation>Carpeta de desti&amp;no</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Beside products</source>
        <translation>Junto a los productos</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Keep the masks in a folder cloud_masks beside the ticked products</source>
        <translation>Guardar las máscaras en una carpeta cloud_masks junto a los productos marcados</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Ad&amp;vanced</source>
        <translation>A&amp;vanzado</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>D&amp;evice</source>
        <translation>Disposi&amp;tivo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Where the network runs. Automatic takes a graphics card where the engine can use it.</source>
        <translation>Dónde se ejecuta la red. «Automático» toma una tarjeta gráfica si el motor puede usarla.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Precision</source>
        <translation>&amp;Precisión</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Arithmetic of the network. Half precision is faster where the device has it, and changes few pixels.</source>
        <translation>Aritmética de la red. La media precisión es más rápida donde el dispositivo la tiene, y cambia pocos píxeles.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Over&amp;lap</source>
        <translation>S&amp;olape</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Least overlap of neighbouring patches, in pixels of the grid that is predicted on</source>
        <translation>Solape mínimo de teselas vecinas, en píxeles de la malla sobre la que se predice</translation>
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
        <translation>Vistas e&amp;xtra</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Test-time augmentation: predict so many turned and mirrored views as well and average them. Each takes as long as the first.</source>
        <translation>Aumento en la predicción: se predicen también tantas vistas giradas y reflejadas y se promedian. Cada una tarda lo mismo que la primera.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Buffer</source>
        <translation>Mar&amp;gen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Widen clouds and shadows by so many pixels</source>
        <translation>Ensanchar nubes y sombras tantos píxeles</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Write the probabilities of the classes as a second raster</source>
        <translation>Escribir las probabilidades de las clases en un segundo ráster</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Over&amp;write</source>
        <translation>Sobrescribir</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Replace masks that already exist</source>
        <translation>Reemplazar las máscaras que ya existen</translation>
    </message>
</context><context>
    <name>ClassStyle</name>
    <message>
        <location filename="../toolbox/layer_styles.py" line="134" />
        <source>Clear</source>
        <translation>Despejado</translation>
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="135" />
        <source>Thick cloud</source>
        <translation>Nube densa</translation>
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="136" />
        <source>Thin cloud</source>
        <translation>Nube tenue</translation>
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="137" />
        <source>Cloud shadow</source>
        <translation>Sombra de nube</translation>
    </message>
</context><context>
    <name>CloudFree</name>
    <message>
        <location filename="../toolbox/cloudfree.py" line="45" />
        <source>Count clear days</source>
        <translation>Contar días despejados</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="53" />
        <source>cloud free,clear,count,observations,time series,latest,date,composite</source>
        <translation>sin nubes,despejado,contar,observaciones,serie temporal,último,fecha,compuesto</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="57" />
        <source>From masks of several dates of a tile: how often each pixel was clear, and when last.</source>
        <translation>De máscaras de varias fechas de una tesela: cuántas veces estuvo despejado cada píxel, y cuándo por última vez.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="61" />
        <source>&lt;p&gt;Takes the masks of several dates of one tile and writes two rasters: the &lt;b&gt;number of days&lt;/b&gt; on which each pixel was clear (no data: never seen), and the &lt;b&gt;latest clear day&lt;/b&gt; as a number such as 20240715 (no data 0: never clear). The dates come from the masks themselves. Masks of one day are one observation: clear where one of them is clear and none is cloud or shadow.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Toma las máscaras de varias fechas de una tesela y escribe dos rásteres: el &lt;b&gt;número de días&lt;/b&gt; en que cada píxel estuvo despejado (sin datos: nunca visto) y el &lt;b&gt;último día despejado&lt;/b&gt; como número, por ejemplo 20240715 (sin datos 0: nunca despejado). Las fechas vienen de las propias máscaras. Las máscaras de un mismo día son una observación: despejado donde una lo está y ninguna es nube o sombra.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="71" />
        <source>Masks</source>
        <translation>Máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="72" />
        <source>Masks of one tile by this plugin. They may differ in resolution and extent.</source>
        <translation>Máscaras de una tesela hechas por este complemento. Pueden diferir en resolución y extensión.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="77" />
        <source>Folder of masks</source>
        <translation>Carpeta de máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="81" />
        <source>Every *_cloudmask.tif in this folder and below it is taken, besides the masks chosen above.</source>
        <translation>Se toma todo *_cloudmask.tif de esta carpeta y de las que contiene, además de las máscaras elegidas arriba.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="84" />
        <source>Tile</source>
        <translation>Tesela</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="85" />
        <source>Takes only the masks of this tile, such as 55JGF. Needed where the masks are of several tiles.</source>
        <translation>Toma solo las máscaras de esta tesela, por ejemplo 55JGF. Necesario si las máscaras son de varias teselas.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="90" />
        <source>Resolution (metres)</source>
        <translation>Resolución (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="95" />
        <source>Pixel size of the rasters; finest is that of the finest mask. In scripts: finest, 10, 20, 30 or 60.</source>
        <translation>Tamaño de píxel de los rásteres; finest es el de la máscara más fina. En scripts: finest, 10, 20, 30 o 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="100" />
        <source>Clear days</source>
        <translation>Días despejados</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="101" />
        <source>Number of clear days a pixel, a GeoTIFF (.tif).</source>
        <translation>Número de días despejados por píxel, un GeoTIFF (.tif).</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="104" />
        <source>Latest clear day</source>
        <translation>Último día despejado</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="105" />
        <source>Latest clear day a pixel as YYYYMMDD, a GeoTIFF (.tif).</source>
        <translation>Último día despejado por píxel como AAAAMMDD, un GeoTIFF (.tif).</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="107" />
        <source>Days seen</source>
        <translation>Días vistos</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="108" />
        <source>Mean number of clear days</source>
        <translation>Número medio de días despejados</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="114" />
        <source>No mask is given. Choose masks, or a folder of masks.</source>
        <translation>No se da ninguna máscara. Elija máscaras, o una carpeta de máscaras.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="116" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>La carpeta {path} no existe. Elija una existente.</translation>
    </message>
</context><context>
    <name>CloudMaskPlugin</name>
    <message>
        <location filename="../plugin.py" line="58" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation>Máscara de nubes Sentinel-2</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="59" />
        <source>Mask clouds…</source>
        <translation>Enmascarar nubes…</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="60" />
        <source>Cloud and cloud-shadow masks of Sentinel-2 products</source>
        <translation>Máscaras de nubes y sombras de productos Sentinel-2</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="63" />
        <source>Review masks…</source>
        <translation>Revisar máscaras…</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="66" />
        <source>Set up the engine…</source>
        <translation>Instalar el motor…</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="75" />
        <source>Live cloud mask</source>
        <translation>Máscara de nubes en vivo</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="77" />
        <source>The cloud mask follows the map while you pan and zoom</source>
        <translation>La máscara de nubes sigue al mapa mientras lo desplaza y cambia el zum</translation>
    </message>
</context><context>
    <name>CloudMaskProvider</name>
    <message>
        <location filename="../toolbox/provider.py" line="69" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation>Máscara de nubes Sentinel-2</translation>
    </message>
    <message>
        <location filename="../toolbox/provider.py" line="73" />
        <source>Sentinel-2 Cloud Mask (clouds and their shadows)</source>
        <translation>Máscara de nubes Sentinel-2 (nubes y sus sombras)</translation>
    </message>
</context><context>
    <name>CompareMasks</name>
    <message>
        <location filename="../toolbox/comparemasks.py" line="52" />
        <source>Compare a mask with a reference</source>
        <translation>Comparar una máscara con una referencia</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="60" />
        <source>accuracy,confusion,agreement,validation,kappa,f1,iou,balanced,cloudsen12,fmask,scl</source>
        <translation>exactitud,confusión,acuerdo,validación,kappa,f1,iou,equilibrada,cloudsen12,fmask,scl</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="64" />
        <source>Counts how a mask agrees with another algorithm's mask or with labels: matrix, map, report.</source>
        <translation>Cuenta cómo concuerda una máscara con la de otro algoritmo o con etiquetas: matriz, mapa, informe.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="68" />
        <source>&lt;p&gt;Compares a mask with a &lt;b&gt;reference&lt;/b&gt;: the mask of another algorithm, or labels. The class map says what the reference's values mean. The reference is laid on the mask's grid by nearest neighbour; pixels where either has no data are left out.&lt;/p&gt;&lt;p&gt;Gives a confusion table, a raster of where the two agree and differ, and a report with producer's accuracy (PA, recall), user's accuracy (UA, precision), F1, IoU and balanced accuracy (BOA) of the classes and of the three CloudSEN12 experiments: &lt;b&gt;cloud&lt;/b&gt; (thick and thin), &lt;b&gt;shadow&lt;/b&gt;, &lt;b&gt;invalid&lt;/b&gt; (all three). The figures are shares from 0 to 1; one that is not defined (no cloud at all, say) is left empty.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Compara una máscara con una &lt;b&gt;referencia&lt;/b&gt;: la máscara de otro algoritmo, o etiquetas. El mapa de clases dice qué significan los valores de la referencia. La referencia se lleva a la malla de la máscara por vecino más próximo; se omiten los píxeles donde una de las dos no tiene datos.&lt;/p&gt;&lt;p&gt;Da una tabla de confusión, un ráster de dónde concuerdan y difieren, y un informe con exactitud del productor (PA, exhaustividad), exactitud del usuario (UA, precisión), F1, IoU y exactitud equilibrada (BOA) de las clases y de los tres experimentos de CloudSEN12: &lt;b&gt;nube&lt;/b&gt; (densa y tenue), &lt;b&gt;sombra&lt;/b&gt;, &lt;b&gt;no válido&lt;/b&gt; (las tres). Las cifras son proporciones de 0 a 1; la que no está definida (por ejemplo, sin ninguna nube) queda vacía.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="81" />
        <source>Mask</source>
        <translation>Máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="82" />
        <source>The mask to judge; the comparison is made on its grid.</source>
        <translation>La máscara que se juzga; la comparación se hace en su malla.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="85" />
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="86" />
        <source>What is taken for right, on any grid: another mask, or labels.</source>
        <translation>Lo que se toma por correcto, en cualquier malla: otra máscara, o etiquetas.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="89" />
        <source>Class map of the reference</source>
        <translation>Mapa de clases de la referencia</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="90" />
        <source>What the reference's values mean: this plugin's classes, Sen2Cor's SCL, Fmask … In scripts by name.</source>
        <translation>Qué significan los valores de la referencia: las clases de este complemento, la SCL de Sen2Cor, Fmask … En scripts, por nombre.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="97" />
        <source>Class map of your own (instead of the one above)</source>
        <translation>Mapa de clases propio (en lugar del de arriba)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="102" />
        <source>A TOML file that lists the reference's values for clear, thick_cloud, thin_cloud, cloud_shadow.</source>
        <translation>Un archivo TOML que enumera los valores de la referencia para clear, thick_cloud, thin_cloud, cloud_shadow.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="106" />
        <source>Class map of the mask</source>
        <translation>Mapa de clases de la máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="107" />
        <source>What the mask's values mean, when it is not a mask by this plugin.</source>
        <translation>Qué significan los valores de la máscara, si no es de este complemento.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="113" />
        <source>Random sample (pixels)</source>
        <translation>Muestra aleatoria (píxeles)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="118" />
        <source>Counts this many valid pixels drawn at random, and gives an interval. Empty: all pixels.</source>
        <translation>Cuenta tantos píxeles válidos tomados al azar y da un intervalo. Vacío: todos los píxeles.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="124" />
        <source>Seed of the sample</source>
        <translation>Semilla de la muestra</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="129" />
        <source>The same seed draws the same pixels.</source>
        <translation>La misma semilla toma los mismos píxeles.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="134" />
        <source>Confusion table</source>
        <translation>Tabla de confusión</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="134" />
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="136" />
        <source>Pixels by class of the reference (rows) and of the mask (columns), a CSV file.</source>
        <translation>Píxeles por clase de la referencia (filas) y de la máscara (columnas), un archivo CSV.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="139" />
        <source>Agreement</source>
        <translation>Acuerdo</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="140" />
        <source>Where the two agree and in which way they differ, a GeoTIFF (.tif) with its style.</source>
        <translation>Dónde concuerdan y de qué modo difieren, un GeoTIFF (.tif) con su estilo.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="144" />
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="144" />
        <source>HTML files (*.html)</source>
        <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="146" />
        <source>Figures and a picture to read and to keep, one HTML file.</source>
        <translation>Cifras y una imagen para leer y conservar, un archivo HTML.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="148" />
        <source>Pixels compared</source>
        <translation>Píxeles comparados</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="149" />
        <source>Overall accuracy</source>
        <translation>Exactitud global</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="150" />
        <source>Cohen's kappa</source>
        <translation>Kappa de Cohen</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="153" />
        <source>{figure} of {experiment}</source>
        <translation>{figure} de {experiment}</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="160" />
        <source>The class map {path} is not there. Choose an existing file.</source>
        <translation>El mapa de clases {path} no existe. Elija un archivo existente.</translation>
    </message>
</context><context>
    <name>Composite</name>
    <message>
        <location filename="../toolbox/composite.py" line="50" />
        <source>Cloud-free composite</source>
        <translation>Composición sin nubes</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="58" />
        <source>composite,mosaic,cloud free,median,medoid,latest,best,picture</source>
        <translation>composición,mosaico,sin nubes,mediana,medoide,último,mejor,imagen</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="62" />
        <source>A cloud-free picture of many dates of a tile or several, with a receipt for every pixel.</source>
        <translation>Una imagen sin nubes de muchas fechas de una o varias teselas, con un comprobante de cada píxel.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="66" />
        <source>&lt;p&gt;Takes all products in a folder, of any dates, orbits and neighbouring tiles of one UTM zone, and their cloud masks; makes the masks that are missing; and writes a picture that shows only clear pixels: the &lt;b&gt;median&lt;/b&gt; of the clear dates, the &lt;b&gt;medoid&lt;/b&gt; (the date most like the others), the &lt;b&gt;latest&lt;/b&gt; or &lt;b&gt;first&lt;/b&gt; clear one, or the &lt;b&gt;best&lt;/b&gt;, farthest from cloud, shadow and edge. Reflectance × 10000, harmonised between processing baselines.&lt;/p&gt;&lt;p&gt;The &lt;b&gt;receipt&lt;/b&gt; says of every pixel which day it shows, how many clear looks there were, and how sure the mask was. Products that do not fit are reported and the others go on.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Toma todos los productos de una carpeta, de cualquier fecha, órbita y tesela vecina de una misma zona UTM, y sus máscaras de nubes; hace las máscaras que faltan, y escribe una imagen que muestra solo píxeles despejados: la mediana de las fechas despejadas (&lt;b&gt;median&lt;/b&gt;), el medoide (&lt;b&gt;medoid&lt;/b&gt;, la fecha más parecida a las demás), la última (&lt;b&gt;latest&lt;/b&gt;) o la primera (&lt;b&gt;first&lt;/b&gt;) despejada, o la mejor (&lt;b&gt;best&lt;/b&gt;), la más alejada de nubes, sombras y bordes. Reflectancia × 10000, armonizada entre líneas base de procesamiento.&lt;/p&gt;&lt;p&gt;El &lt;b&gt;comprobante&lt;/b&gt; dice de cada píxel qué día muestra, cuántas observaciones despejadas hubo y cuán segura era la máscara. Los productos que no encajan se comunican, y los demás continúan.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="81" />
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="83" />
        <source>What a pixel shows of its clear dates. In scripts: median, medoid, latest, first or best.</source>
        <translation>Qué muestra un píxel de sus fechas despejadas. En scripts: median, medoid, latest, first o best.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="86" />
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="87" />
        <source>In their order in the picture, with commas between. B04,B03,B02 is true colour.</source>
        <translation>En su orden en la imagen, separadas por comas. B04,B03,B02 es color verdadero.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="92" />
        <source>Resolution (metres)</source>
        <translation>Resolución (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="97" />
        <source>Pixel size of the picture. In scripts: 10, 20, 30 or 60.</source>
        <translation>Tamaño de píxel de la imagen. En scripts: 10, 20, 30 o 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="100" />
        <source>Area (all when empty)</source>
        <translation>Área (todo si está vacía)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="101" />
        <source>Only this area is masked and shown, in any CRS.</source>
        <translation>Solo se enmascara y se muestra esta área, en cualquier SRC.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="106" />
        <source>Margin around cloud and shadow (metres)</source>
        <translation>Margen alrededor de nubes y sombras (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="112" />
        <source>Pixels within this distance of cloud or shadow do not count as clear.</source>
        <translation>Los píxeles a esta distancia o menos de una nube o sombra no cuentan como despejados.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="117" />
        <source>Sure from (% confidence of clear)</source>
        <translation>Seguro desde (% de confianza de despejado)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="123" />
        <source>Dates of which the mask is so sure are taken before others. 0: all alike.</source>
        <translation>Las fechas de las que la máscara está así de segura van antes que las demás. 0: todas por igual.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="127" />
        <source>Composite</source>
        <translation>Composición</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="128" />
        <source>A Cloud Optimized GeoTIFF (.tif); its receipt, style and provenance go beside it.</source>
        <translation>Un Cloud Optimized GeoTIFF (.tif); su comprobante, su estilo y su procedencia van al lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="130" />
        <source>Receipt</source>
        <translation>Comprobante</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="131" />
        <source>Pixels shown (%)</source>
        <translation>Píxeles mostrados (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="132" />
        <source>Days shown</source>
        <translation>Días mostrados</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="139" />
        <source>The bands {bands} are not possible. Name each once, such as B04,B03,B02.</source>
        <translation>Las bandas {bands} no son posibles. Indique cada una una sola vez, por ejemplo B04,B03,B02.</translation>
    </message>
</context><context>
    <name>EngineAlgorithm</name>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="140" />
        <source>{path} must end with {ending}. Choose another name.</source>
        <translation>{path} debe terminar en {ending}. Elija otro nombre.</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="145" />
        <source>{folder} cannot be written. Choose another output folder.</source>
        <translation>No se puede escribir en {folder}. Elija otra carpeta de salida.</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="186" />
        <source>Cancelled. Nothing unfinished was left behind.</source>
        <translation>Cancelado. No quedó nada a medias.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="168" />
        <location filename="../toolbox/engine_algorithm.py" line="202" />
        <source>The engine ended without a result. Repair it in Set-up.</source>
        <translation>El motor terminó sin resultado. Repárelo en «Instalación».</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="239" />
        <source>Reading {product}…</source>
        <translation>Leyendo {product}…</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="240" />
        <source>Predicting {product}…</source>
        <translation>Prediciendo {product}…</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="241" />
        <source>Writing {product}…</source>
        <translation>Escribiendo {product}…</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="261" />
        <source>{layer} is no raster file (its source is {provider}). Save it as a GeoTIFF first.</source>
        <translation>{layer} no es un archivo ráster (su origen es {provider}). Guárdelo antes como GeoTIFF.</translation>
    </message>
</context><context>
    <name>EngineErrands</name>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="59" />
        <source>List cloud mask models</source>
        <translation>Enumerar los modelos de máscara de nubes</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="79" />
        <source>Read Sentinel-2 products</source>
        <translation>Leer productos Sentinel-2</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="94" />
        <source>Download {title}</source>
        <translation>Descargar {title}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="96" />
        <source>Download {title} ({size} MB)?</source>
        <translation>¿Descargar {title} ({size} MB)?</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="101" />
        <source>Licence: {licence}</source>
        <translation>Licencia: {licence}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="103" />
        <source>Please cite: {citation}</source>
        <translation>Cite, por favor: {citation}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="104" />
        <source>From: {addresses}</source>
        <translation>De: {addresses}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="108" />
        <source>&amp;Download</source>
        <translation>&amp;Descargar</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="188" />
        <location filename="../ui/runs/engine_errands.py" line="116" />
        <source>Downloading {title}</source>
        <translation>Descargando {title}</translation>
    </message>
</context><context>
    <name>EngineProcess</name>
    <message>
        <location filename="../bridge/engine_process.py" line="74" />
        <source>The engine's Python {interpreter} could not be started ({reason}). Repair it in Set-up.</source>
        <translation>No se pudo iniciar el Python del motor, {interpreter} ({reason}). Repárelo en «Instalación».</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="113" />
        <source>The engine printed something that is not an event ({start}) and was stopped. Repair the engine in Set-up.</source>
        <translation>El motor escribió algo que no es un evento ({start}) y se detuvo. Repare el motor en «Instalación».</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="125" />
        <source>The engine was killed by the system, most often because memory ran out. Close other programs or choose a coarser resolution, then run again.</source>
        <translation>El sistema terminó el motor, casi siempre por falta de memoria. Cierre otros programas o elija una resolución más gruesa y ejecute de nuevo.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="134" />
        <source>The engine died (signal {signal}). Run again; if it dies again, repair it in Set-up.</source>
        <translation>El motor murió (señal {signal}). Ejecute de nuevo; si vuelve a ocurrir, repárelo en «Instalación».</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="145" />
        <source>The engine ran out of memory. Close other programs or choose a coarser resolution.</source>
        <translation>El motor se quedó sin memoria. Cierre otros programas o elija una resolución más gruesa.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="153" />
        <source>The engine stopped: {reason}</source>
        <translation>El motor se detuvo: {reason}</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="156" />
        <source>it gave no reason. Repair it in Set-up.</source>
        <translation>no dio ninguna razón. Repárelo en «Instalación».</translation>
    </message>
</context><context>
    <name>EngineTexts</name>
    <message>
        <location filename="../bridge/engine_texts.py" line="13" />
        <source>Clear</source>
        <translation>Despejado</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="14" />
        <source>Thick cloud</source>
        <translation>Nube densa</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="15" />
        <source>Thin cloud</source>
        <translation>Nube tenue</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="16" />
        <source>Cloud shadow</source>
        <translation>Sombra de nube</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="17" />
        <source>Cloud (thin cloud often missed)</source>
        <translation>Nube (las tenues a menudo no se ven)</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="18" />
        <source>Four classes at 10 m, Level-1C only (needs B10).</source>
        <translation>Cuatro clases a 10 m, solo nivel 1C (necesita B10).</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="22" />
        <source>Cloud and cloud shadow, no thin cloud class. Predicts at 30 m; finer grids get interpolated probabilities.</source>
        <translation>Nube y sombra de nube, sin clase de nube tenue. Predice a 30 m; las cuadrículas más finas reciben probabilidades interpoladas.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="28" />
        <source>What UNetMobV2 is sure of; else cloud and shadow of UKIS at 30 m. Four classes.</source>
        <translation>Lo que UNetMobV2 ve con seguridad; si no, nube y sombra de UKIS a 30 m. Cuatro clases.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="32" />
        <source>As UKIS+UNetMobV2, for Level-2A, which has no B10: cirrus that only B10 shows is not found.</source>
        <translation>Como UKIS+UNetMobV2, para el nivel 2A, que no tiene B10: no halla los cirros que solo muestra B10.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="35" />
        <source>Four classes at 10 m, Level-1C and Level-2A; without B10 it misses cirrus that only B10 shows.</source>
        <translation>Cuatro clases a 10 m, niveles 1C y 2A; sin B10 no halla los cirros que solo muestra B10.</translation>
    </message>
</context><context>
    <name>Environment</name>
    <message>
        <location filename="../bridge/environment.py" line="42" />
        <source>The engine's Python {path} does not exist. Correct the variable S2CLOUDMASK_PYTHON or name another one in Raster, Sentinel-2 Cloud Mask, Set up the engine.</source>
        <translation>El Python del motor, {path}, no existe. Corrija la variable S2CLOUDMASK_PYTHON o indique otro en Ráster, Máscara de nubes Sentinel-2, Instalar el motor.</translation>
    </message>
    <message>
        <location filename="../bridge/environment.py" line="47" />
        <source>The engine is not set up yet. Open Raster, Sentinel-2 Cloud Mask, Set up the engine (this is done once and takes a few minutes), or name an existing Python in the variable S2CLOUDMASK_PYTHON.</source>
        <translation>El motor aún no está instalado. Abra Ráster, Máscara de nubes Sentinel-2, Instalar el motor (se hace una vez y tarda unos minutos), o indique un Python existente en la variable S2CLOUDMASK_PYTHON.</translation>
    </message>
</context><context>
    <name>EnvironmentMaker</name>
    <message>
        <location filename="../bridge/environment_maker.py" line="45" />
        <source>Making the environment</source>
        <translation>Creando el entorno</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="61" />
        <source>Checking the engine</source>
        <translation>Comprobando el motor</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="66" />
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="117" />
        <source>Another QGIS is setting up the engine now. Wait for it to end, then try again.</source>
        <translation>Otro QGIS está instalando el motor. Espere a que termine e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="131" />
        <source>The engine needs {needed} GB in {folder}, and {free} GB are free. Make room there, then try again.</source>
        <translation>El motor necesita {needed} GB en {folder}, y hay {free} GB libres. Haga sitio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="159" />
        <source>The engine is installed but lists no models. Copy the log and report it.</source>
        <translation>El motor está instalado pero no enumera ningún modelo. Copie el registro y comuníquelo.</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="161" />
        <source>Models: {names}</source>
        <translation>Modelos: {names}</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="189" />
        <source>{folder} could not be removed ({reason}). End running masks and try again.</source>
        <translation>No se pudo eliminar {folder} ({reason}). Termine las máscaras en curso e inténtelo de nuevo.</translation>
    </message>
</context><context>
    <name>EnvironmentTask</name>
    <message>
        <location filename="../ui/setup/environment_task.py" line="26" />
        <source>Set up the cloud mask engine</source>
        <translation>Instalar el motor de la máscara de nubes</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="40" />
        <source>The set-up failed: {reason}. Try again.</source>
        <translation>La instalación falló: {reason}. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="59" />
        <source>Remove the cloud mask engine</source>
        <translation>Eliminar el motor de la máscara de nubes</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="81" />
        <source>Check the cloud mask engine</source>
        <translation>Comprobar el motor de máscaras de nubes</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="111" />
        <source>Look for Python</source>
        <translation>Buscar Python</translation>
    </message>
</context><context>
    <name>Fields</name>
    <message>
        <location filename="../toolbox/fields.py" line="45" />
        <source>Usable dates of fields</source>
        <translation>Fechas utilizables de parcelas</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="53" />
        <source>field,parcel,polygon,agriculture,calendar,usable,clear,dates,share</source>
        <translation>campo,parcela,polígono,agricultura,calendario,utilizable,despejado,fechas,proporción</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="57" />
        <source>On which dates each polygon of a layer is clear enough to be used; table, summary and calendar.</source>
        <translation>En qué fechas cada polígono de una capa está lo bastante despejado para usarse; tabla, resumen y calendario.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="63" />
        <source>&lt;p&gt;Takes a layer of polygons in any CRS and all products in a folder, and finds for each polygon and date the shares of clear, thick cloud, thin cloud, shadow and no data, and whether it is clear enough. Masks that are there are taken; else only patches around the polygons are predicted, which is much faster than masking whole products.&lt;/p&gt;&lt;p&gt;The GeoPackage has a layer &lt;b&gt;fields&lt;/b&gt;, a row a polygon and date, set for the temporal controller, and a layer &lt;b&gt;summary&lt;/b&gt;, a row a polygon with its usable dates and longest gap. Beside it lies a &lt;b&gt;calendar&lt;/b&gt; to print (.html).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Toma una capa de polígonos en cualquier SRC y todos los productos de una carpeta, y halla para cada polígono y fecha las proporciones de despejado, nube densa, nube tenue, sombra y sin datos, y si está lo bastante despejado. Se toman las máscaras que ya están; si no, solo se predicen recortes alrededor de los polígonos, lo que es mucho más rápido que enmascarar productos completos.&lt;/p&gt;&lt;p&gt;El GeoPackage tiene una capa &lt;b&gt;fields&lt;/b&gt;, con una fila por polígono y fecha, preparada para el controlador temporal, y una capa &lt;b&gt;summary&lt;/b&gt;, con una fila por polígono con sus fechas utilizables y el intervalo más largo sin ellas. Al lado queda un &lt;b&gt;calendario&lt;/b&gt; para imprimir (.html).&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="75" />
        <source>Polygons</source>
        <translation>Polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="76" />
        <source>Fields, parcels, sites: polygons in any CRS. Invalid ones are mended.</source>
        <translation>Campos, parcelas, sitios: polígonos en cualquier SRC. Los no válidos se reparan.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="80" />
        <source>Field that names the polygons</source>
        <translation>Campo que nombra los polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="82" />
        <source>Its values must tell the polygons apart. Empty: their number.</source>
        <translation>Sus valores deben distinguir los polígonos. Vacío: su número.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="88" />
        <source>Usable from (% clear)</source>
        <translation>Utilizable desde (% despejado)</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="94" />
        <source>A date is usable when so much of the polygon's whole area is clear.</source>
        <translation>Una fecha es utilizable cuando está despejado al menos ese porcentaje de toda la superficie del polígono.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="97" />
        <source>Dates of fields</source>
        <translation>Fechas de parcelas</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="98" />
        <source>A GeoPackage (.gpkg); the calendar (.html) and the provenance (.json) go beside it.</source>
        <translation>Un GeoPackage (.gpkg); el calendario (.html) y la procedencia (.json) van al lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="100" />
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="101" />
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="102" />
        <source>Days seen</source>
        <translation>Días vistos</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="103" />
        <source>Usable polygons and dates</source>
        <translation>Polígonos y fechas utilizables</translation>
    </message>
</context><context>
    <name>GuideWindow</name>
    <message>
        <location filename="../ui/dialog/guide_window.py" line="23" />
        <source>Sentinel-2 Cloud Mask: user guide</source>
        <translation>Máscara de nubes Sentinel-2: guía del usuario</translation>
    </message>
</context><context>
    <name>Layers</name>
    <message>
        <location filename="../bridge/layer_words.py" line="39" />
        <source>No data</source>
        <translation>Sin datos</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py" line="55" />
        <source>Cloud mask {scene}</source>
        <translation>Máscara de nubes {scene}</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py" line="67" />
        <source>Confidence {scene}</source>
        <translation>Confianza {scene}</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py" line="119" />
        <source>True colour {scene}</source>
        <translation>Color verdadero {scene}</translation>
    </message>
</context><context>
    <name>LiveBar</name>
    <message>
        <location filename="../ui/live/live_bar.py" line="31" />
        <source>Live cloud mask</source>
        <translation>Máscara de nubes en vivo</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="36" />
        <source>Product that is masked live. Drop others here.</source>
        <translation>Producto que se enmascara en vivo. Suelte otros aquí.</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="37" />
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="40" />
        <source>Previous product (Shift+B)</source>
        <translation>Producto anterior (Mayús+B)</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="43" />
        <source>Next product (Shift+N)</source>
        <translation>Producto siguiente (Mayús+N)</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="45" />
        <source>Add a product…</source>
        <translation>Añadir un producto…</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="51" />
        <source>Opacity of the live mask</source>
        <translation>Opacidad de la máscara en vivo</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="52" />
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="54" />
        <source>Zoom to the product</source>
        <translation>Acercar al producto</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="56" />
        <source>Keep: mask the whole product</source>
        <translation>Conservar: enmascarar el producto completo</translation>
    </message>
</context><context>
    <name>LiveEngine</name>
    <message>
        <location filename="../bridge/live_engine.py" line="224" />
        <source>The engine printed something that is not an event ({start}) and was stopped. Repair the engine in Set-up.</source>
        <translation>El motor escribió algo que no es un evento ({start}) y se detuvo. Repare el motor en «Instalación».</translation>
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="237" />
        <source>The engine's Python {interpreter} could not be started ({reason}). Repair it in Set-up.</source>
        <translation>No se pudo iniciar el Python del motor, {interpreter} ({reason}). Repárelo en «Instalación».</translation>
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="258" />
        <source>The engine of the live mask ended unexpectedly and was restarted.</source>
        <translation>El motor de la máscara en vivo terminó de forma inesperada y se inició de nuevo.</translation>
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="260" />
        <source>The engine of the live mask ended {count} times without an answer ({reason}). Close other programs, or repair it in Set-up.</source>
        <translation>El motor de la máscara en vivo terminó {count} veces sin respuesta ({reason}). Cierre otros programas, o repárelo en «Instalación».</translation>
    </message>
</context><context>
    <name>LiveMask</name>
    <message>
        <location filename="../ui/live/live_mask.py" line="165" />
        <source>Product to mask live (a .SAFE folder)</source>
        <translation>Producto que enmascarar en vivo (una carpeta .SAFE)</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="171" />
        <source>{folder} is no Sentinel-2 product. Choose a .SAFE folder, or drop a zip of it.</source>
        <translation>{folder} no es un producto Sentinel-2. Elija una carpeta .SAFE, o suelte su zip.</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="229" />
        <source>The map is beside the product.</source>
        <translation>El mapa está fuera del producto.</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="264" />
        <source>no data</source>
        <translation>sin datos</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="278" />
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="15" />
        <source>thick</source>
        <translation>densa</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="16" />
        <source>thin</source>
        <translation>tenue</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="17" />
        <source>shadow</source>
        <translation>sombra</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="20" />
        <source>cloud</source>
        <translation>nube</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="25" />
        <source>a first look: {shares}</source>
        <translation>primera vista: {shares}</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="26" />
        <source>getting sharper: {shares}</source>
        <translation>ganando detalle: {shares}</translation>
    </message>
</context><context>
    <name>MaskDialog</name>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="55" />
        <source>The engine is not set up yet. This is done once and takes a few minutes. You can add products meanwhile.</source>
        <translation>El motor aún no está instalado. Se hace una vez y tarda unos minutos. Mientras tanto puede añadir productos.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="59" />
        <source>Set up…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="68" />
        <source>The engine is ready. {label} tells thin cloud, which the network that is here often misses ({size} MB).</source>
        <translation>El motor está listo. {label} distingue las nubes finas, que la red instalada a menudo no ve ({size} MB).</translation>
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="72" />
        <source>Download…</source>
        <translation>Descargar…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="58" />
        <source>Set-&amp;up</source>
        <translation>In&amp;stalación</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="255" />
        <location filename="../ui/dialog/mask_dialog.py" line="59" />
        <source>&amp;Run</source>
        <translation>&amp;Ejecutar</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="117" />
        <source>Set up the engine first. This is done once and takes a few minutes.</source>
        <translation>Instale primero el motor. Se hace una vez y tarda unos minutos.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="124" />
        <source>Tick at least one product that can be processed; the State column says why others cannot.</source>
        <translation>Marque al menos un producto que se pueda procesar; la columna Estado dice por qué los demás no pueden.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="141" />
        <source>{folder} cannot be written to. Choose another folder.</source>
        <translation>No se puede escribir en {folder}. Elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="254" />
        <source>&amp;Run ({count})</source>
        <translation>&amp;Ejecutar ({count})</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/dialog/masks_there.py" line="52" />
        <source>%n mask(s) exist already, made with other settings.</source>
        <translation>
            <numerusform>Ya existe %n máscara, hecha con otros ajustes.</numerusform>
            <numerusform>Ya existen %n máscaras, hechas con otros ajustes.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="54" />
        <source>Overwrite</source>
        <translation>Sobrescribir</translation>
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="55" />
        <source>Keep both</source>
        <translation>Conservar ambas</translation>
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="56" />
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="56" />
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="57" />
        <source>Predicting</source>
        <translation>Prediciendo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="58" />
        <source>Writing</source>
        <translation>Escribiendo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="62" />
        <source> ({count} runs wait)</source>
        <translation> ({count} en espera)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="69" />
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation>Máscara de nubes Sentinel-2</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>&amp;Mask</source>
        <translation>&amp;Máscara</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>Cancel run</source>
        <translation>Cancelar</translation>
    </message>
</context><context>
    <name>MaskFolder</name>
    <message>
        <location filename="../toolbox/maskfolder.py" line="60" />
        <source>Mask a folder of products</source>
        <translation>Enmascarar una carpeta de productos</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="68" />
        <source>sentinel-2,cloud,shadow,mask,batch,folder,archive,time series,table,geopackage</source>
        <translation>sentinel-2,nube,sombra,máscara,lote,carpeta,archivo,serie temporal,tabla,geopackage</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="72" />
        <source>Masks every Sentinel-2 product in a folder, by date and tile, and makes a table with footprints.</source>
        <translation>Enmascara todos los productos Sentinel-2 de una carpeta, por fecha y tesela, y hace una tabla con las huellas.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="78" />
        <source>&lt;p&gt;Looks for Sentinel-2 products in a folder and in all folders below it, and masks each. Products may be chosen by sensing date and tile. A mask that is there already, made with the same settings, is &lt;b&gt;not made again&lt;/b&gt;. A product that cannot be masked is reported, and the others go on.&lt;/p&gt;&lt;p&gt;The table has a row a mask and a row a failure: the footprint as a polygon (where the mask has data, EPSG:4326), sensing time, tile, class shares in percent, model, and the paths. It can be mapped, filtered and joined.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Busca productos Sentinel-2 en una carpeta y en todas las que contiene, y enmascara cada uno. Los productos se pueden elegir por fecha de captación y tesela. Una máscara que ya está, hecha con los mismos ajustes, &lt;b&gt;no se vuelve a hacer&lt;/b&gt;. Un producto que no se puede enmascarar se comunica, y los demás continúan.&lt;/p&gt;&lt;p&gt;La tabla tiene una fila por máscara y una por fallo: la huella como polígono (donde la máscara tiene datos, EPSG:4326), hora de captación, tesela, proporciones de las clases en porcentaje, modelo y rutas. Se puede cartografiar, filtrar y unir.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="91" />
        <source>Folder of products</source>
        <translation>Carpeta de productos</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="94" />
        <source>SAFE folders, zips of them and cloud-archive folders in it are found, however deep.</source>
        <translation>Se encuentran las carpetas SAFE, sus zip y las carpetas de archivo en la nube, por profundas que estén.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="97" />
        <source>From (sensing date)</source>
        <translation>Desde (fecha de captación)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="97" />
        <source>Earlier products are left out.</source>
        <translation>Los productos anteriores se omiten.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="98" />
        <source>To (sensing date)</source>
        <translation>Hasta (fecha de captación)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="98" />
        <source>Later products are left out; the day itself is in.</source>
        <translation>Los productos posteriores se omiten; el propio día entra.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="107" />
        <source>Tiles</source>
        <translation>Teselas</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="108" />
        <source>Only these tiles, such as 55JGF or 55JGF,56JMM. Empty: all.</source>
        <translation>Solo estas teselas, por ejemplo 55JGF o 55JGF,56JMM. Vacío: todas.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="112" />
        <source>Write confidence rasters</source>
        <translation>Escribir rásteres de confianza</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="113" />
        <source>Writes &lt;product&gt;_confidence.tif too: four bands, probability times 250, 255 no data.</source>
        <translation>Escribe también &lt;product&gt;_confidence.tif: cuatro bandas, probabilidad por 250, 255 sin datos.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="117" />
        <source>Overwrite existing masks</source>
        <translation>Volver a hacer las máscaras que ya están</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="118" />
        <source>Without it a mask with the same settings is skipped, and one with other settings is a failure.</source>
        <translation>Sin esto, una máscara con los mismos ajustes se salta, y una con otros ajustes es un fallo.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="122" />
        <source>Folder for masks</source>
        <translation>Carpeta para las máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="123" />
        <source>Each mask becomes &lt;product&gt;_cloudmask.tif, with its style and provenance beside it.</source>
        <translation>Cada máscara pasa a ser &lt;product&gt;_cloudmask.tif, con su estilo y su procedencia al lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="128" />
        <source>Table of masks</source>
        <translation>Tabla de máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="132" />
        <source>Footprints and figures, best as a GeoPackage (.gpkg).</source>
        <translation>Huellas y cifras, mejor como GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="134" />
        <source>Masks</source>
        <translation>Máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="135" />
        <source>Masks made</source>
        <translation>Máscaras hechas</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="136" />
        <source>Masks that were there already</source>
        <translation>Máscaras que ya estaban</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="137" />
        <source>Products that failed</source>
        <translation>Productos que fallaron</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="143" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>La carpeta {path} no existe. Elija una existente.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="146" />
        <source>The dates leave nothing: {first} is later than {last}.</source>
        <translation>Las fechas no dejan nada: {first} es posterior a {last}.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="174" />
        <source>No Sentinel-2 product is in {path}. Choose a folder of SAFE folders or zips.</source>
        <translation>No hay ningún producto Sentinel-2 en {path}. Elija una carpeta con carpetas SAFE o zips.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="180" />
        <source>{chosen} of {found} products are to be masked.</source>
        <translation>Se van a enmascarar {chosen} de {found} productos.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="188" />
        <source>None of the {count} products could be masked. The first: {message}</source>
        <translation>No se pudo enmascarar ninguno de los {count} productos. El primero: {message}</translation>
    </message>
</context><context>
    <name>MaskOptions</name>
    <message>
        <location filename="../toolbox/mask_options.py" line="53" />
        <source>Resolution (metres)</source>
        <translation>Resolución (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="55" />
        <source>Pixel size of the mask. 20 m suits most work; 10 m takes about four times as long; 60 m is a quick look. In scripts: 10, 20, 30 or 60.</source>
        <translation>Tamaño de píxel de la máscara. 20 m sirve para casi todo; 10 m tarda unas cuatro veces más; 60 m es una vista rápida. En scripts: 10, 20, 30 o 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="62" />
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="63" />
        <source>The network. auto takes UNetMobV2_V2 where its weights have been downloaded, else the embedded UKIS network, and says which and why in the log. In scripts by name.</source>
        <translation>La red. auto toma UNetMobV2_V2 si sus pesos están descargados; si no, la red UKIS incluida, y dice cuál y por qué en el registro. En scripts, por nombre.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="71" />
        <source>Area (whole product when empty)</source>
        <translation>Área (producto completo si está vacía)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="73" />
        <source>Only this area is masked, in any CRS; the mask keeps the pixels of the product's grid.</source>
        <translation>Solo se enmascara esta área, en cualquier SRC; la máscara conserva los píxeles de la malla del producto.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="80" />
        <source>Network of your own (instead of the model above)</source>
        <translation>Red propia (en lugar del modelo de arriba)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="84" />
        <source>A file of weights: the state dict of a 13-band UNetMobV2 (.pt), or TorchScript or ONNX with a small TOML beside it.</source>
        <translation>Un archivo de pesos: el state dict de una UNetMobV2 de 13 bandas (.pt), o TorchScript u ONNX con un pequeño TOML al lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="92" />
        <source>Overlap of patches (pixels)</source>
        <translation>Solape de las teselas de predicción (píxeles)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="93" />
        <source>Least overlap of neighbouring patches, up to half a patch ({most} px). Empty: {default} px of a patch of {patch} px. More is slower and smoother at the seams.</source>
        <translation>Solape mínimo de recortes vecinos, hasta medio recorte ({most} px). Vacío: {default} px de un recorte de {patch} px. Más es más lento y más suave en las uniones.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="101" />
        <source>Extra views (test-time augmentation)</source>
        <translation>Vistas extra (aumento en la predicción)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="102" />
        <source>Turned and mirrored views that are predicted as well and averaged. Each takes the time of one more run.</source>
        <translation>Vistas giradas y reflejadas que también se predicen y se promedian. Cada una tarda lo que otra ejecución.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="109" />
        <source>Widen clouds and shadows (pixels)</source>
        <translation>Ensanchar nubes y sombras (píxeles)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="110" />
        <source>Clouds and shadows grow by this many pixels of the mask.</source>
        <translation>Nubes y sombras crecen tantos píxeles de la máscara.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="115" />
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="116" />
        <source>Where the network runs. auto takes a graphics card when there is one.</source>
        <translation>Dónde se ejecuta la red. auto toma una tarjeta gráfica si la hay.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="120" />
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="121" />
        <source>Number format of the network. auto takes the fastest that holds on the device; float32 gives the same mask on every machine.</source>
        <translation>Formato numérico de la red. auto toma el más rápido que vale en el dispositivo; float32 da la misma máscara en todas las máquinas.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="134" />
        <source>The network {file} is not there. Choose an existing file.</source>
        <translation>La red {file} no existe. Elija un archivo existente.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="137" />
        <source>The area is empty. Give xmin, xmax, ymin, ymax with a width and a height.</source>
        <translation>El área está vacía. Dé xmin, xmax, ymin, ymax con anchura y altura.</translation>
    </message>
</context><context>
    <name>MaskPolygons</name>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="44" />
        <source>Mask to polygons</source>
        <translation>Máscara a polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="52" />
        <source>polygon,vector,polygonize,outline,area,geojson,geopackage</source>
        <translation>polígono,vector,poligonizar,contorno,superficie,geojson,geopackage</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="56" />
        <source>Cloud, thin cloud and shadow as valid polygons with their area.</source>
        <translation>Nubes, nubes tenues y sombras como polígonos válidos con su superficie.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="60" />
        <source>&lt;p&gt;Turns the classes of a mask into polygons: pixels of one class that touch by a side become one, with its class and its area in hectares. Small ones can be left out; borders can be simplified, and those that classes share stay shared. All polygons are valid.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Convierte las clases de una máscara en polígonos: los píxeles de una clase que se tocan por un lado pasan a ser uno solo, con su clase y su superficie en hectáreas. Los pequeños se pueden omitir; los bordes se pueden simplificar, y los que comparten dos clases siguen siendo comunes. Todos los polígonos son válidos.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="69" />
        <source>Cloud mask</source>
        <translation>Máscara de nubes</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="70" />
        <source>A mask by this plugin, or any raster of bytes with the same classes.</source>
        <translation>Una máscara de este complemento, o cualquier ráster de bytes con las mismas clases.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="75" />
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="81" />
        <source>Which classes become polygons. In scripts by name: thick_cloud,cloud_shadow.</source>
        <translation>Qué clases pasan a ser polígonos. En scripts, por nombre: thick_cloud,cloud_shadow.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="85" />
        <source>Smallest area (square metres)</source>
        <translation>Superficie mínima (metros cuadrados)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="87" />
        <source>Smaller polygons are left out.</source>
        <translation>Los polígonos menores se omiten.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="91" />
        <source>Simplify borders (metres)</source>
        <translation>Simplificar los bordes (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="93" />
        <source>0 keeps the outlines of the pixels.</source>
        <translation>0 conserva el contorno de los píxeles.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="96" />
        <source>Polygons of the mask</source>
        <translation>Polígonos de la máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="97" />
        <source>A GeoPackage (.gpkg) in the mask's CRS, or GeoJSON (.geojson) in WGS 84.</source>
        <translation>Un GeoPackage (.gpkg) en el SRC de la máscara, o GeoJSON (.geojson) en WGS 84.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="99" />
        <source>Number of polygons</source>
        <translation>Número de polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="100" />
        <source>Their area (hectares)</source>
        <translation>Su superficie (hectáreas)</translation>
    </message>
</context><context>
    <name>MaskProduct</name>
    <message>
        <location filename="../toolbox/maskproduct.py" line="49" />
        <source>Mask a product</source>
        <translation>Enmascarar un producto</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="57" />
        <source>sentinel-2,cloud,shadow,mask,unetmobv2,cloudsen12,ukis,copernicus,l1c,l2a</source>
        <translation>sentinel-2,nube,sombra,máscara,unetmobv2,cloudsen12,ukis,copernicus,l1c,l2a</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="61" />
        <source>Masks clouds and cloud shadows of one Sentinel-2 product (SAFE folder, zip, cloud-archive folder).</source>
        <translation>Enmascara las nubes y sus sombras en un producto Sentinel-2 (carpeta SAFE, zip, carpeta de archivo en la nube).</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="67" />
        <source>&lt;p&gt;Masks one Sentinel-2 product by a neural network: &lt;b&gt;0&lt;/b&gt; clear, &lt;b&gt;1&lt;/b&gt; thick cloud, &lt;b&gt;2&lt;/b&gt; thin cloud, &lt;b&gt;3&lt;/b&gt; cloud shadow, &lt;b&gt;255&lt;/b&gt; no data. The mask is a Cloud Optimized GeoTIFF on the product's own grid, with its style (.qml) and its provenance (.json) beside it; it is the very file that the command s2cloudmask writes.&lt;/p&gt;&lt;p&gt;The numbers are percent: classes of the valid pixels, no data of all pixels. Work happens in a process of its own; cancelling ends it and leaves no file.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Enmascara un producto Sentinel-2 con una red neuronal: &lt;b&gt;0&lt;/b&gt; despejado, &lt;b&gt;1&lt;/b&gt; nube densa, &lt;b&gt;2&lt;/b&gt; nube tenue, &lt;b&gt;3&lt;/b&gt; sombra de nube, &lt;b&gt;255&lt;/b&gt; sin datos. La máscara es un Cloud Optimized GeoTIFF en la malla del propio producto, con su estilo (.qml) y su procedencia (.json) al lado; es el mismo archivo que escribe la orden s2cloudmask.&lt;/p&gt;&lt;p&gt;Los números son porcentajes: las clases, de los píxeles válidos; sin datos, de todos. El trabajo se hace en un proceso propio; cancelar lo termina y no deja ningún archivo.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="80" />
        <source>Product (SAFE folder, zip, metadata file, GeoTIFF stack, STAC item, or an address)</source>
        <translation>Producto (carpeta SAFE, zip, archivo de metadatos, pila GeoTIFF, elemento STAC o una dirección)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="82" />
        <source>Sentinel-2 products</source>
        <translation>Productos Sentinel-2</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="84" />
        <source>A .SAFE folder, the .zip it was downloaded as, a folder in cloud-archive layout, or the metadata file inside one of them (MTD_MSIL1C.xml, MTD_MSIL2A.xml, metadata.xml), which stands for its folder; also a .tar, EOPF Zarr, a GeoTIFF stack with named bands, a STAC item, or the address of any of them.</source>
        <translation>Una carpeta .SAFE, el .zip en que se descargó, una carpeta con la disposición de los archivos en la nube, o el archivo de metadatos dentro de una de ellas (MTD_MSIL1C.xml, MTD_MSIL2A.xml, metadata.xml), que representa su carpeta; también un .tar, EOPF Zarr, una pila GeoTIFF con bandas nombradas, un elemento STAC o la dirección de cualquiera de ellos.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="92" />
        <source>Cloud mask</source>
        <translation>Máscara de nubes</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="93" />
        <source>The mask, a GeoTIFF (.tif). Its style and provenance are written beside it.</source>
        <translation>La máscara, un GeoTIFF (.tif). Su estilo y su procedencia se escriben al lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="97" />
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="99" />
        <source>Four bands, one a class: probability times 250, 255 no data (.tif).</source>
        <translation>Cuatro bandas, una por clase: probabilidad por 250, 255 sin datos (.tif).</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="102" />
        <source>Clear (%)</source>
        <translation>Despejado (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="103" />
        <source>Thick cloud (%)</source>
        <translation>Nube densa (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="104" />
        <source>Thin cloud (%)</source>
        <translation>Nube tenue (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="105" />
        <source>Cloud shadow (%)</source>
        <translation>Sombra de nube (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="106" />
        <source>No data (%)</source>
        <translation>Sin datos (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="109" />
        <source>Model that made the mask</source>
        <translation>Modelo que hizo la máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="110" />
        <source>SHA-256 of its weights</source>
        <translation>SHA-256 de sus pesos</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="116" />
        <source>The product {path} is not there. Choose an existing folder or zip.</source>
        <translation>El producto {path} no existe. Elija una carpeta o un zip existente.</translation>
    </message>
</context><context>
    <name>MaskTask</name>
    <message numerus="yes">
        <location filename="../ui/runs/mask_task.py" line="100" />
        <source>Cloud mask of %n product(s)</source>
        <translation>
            <numerusform>Máscara de nubes de %n producto</numerusform>
            <numerusform>Máscara de nubes de %n productos</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/runs/mask_task.py" line="137" />
        <source>The engine ended without a mask or an error. See the log panel.</source>
        <translation>El motor terminó sin máscara ni error. Vea el panel de registro.</translation>
    </message>
    <message>
        <location filename="../ui/runs/mask_task.py" line="186" />
        <source>The engine's answer was refused ({reason}). Repair the engine in Set-up.</source>
        <translation>La respuesta del motor se rechazó ({reason}). Repare el motor en «Instalación».</translation>
    </message>
</context><context>
    <name>ModelPicker</name>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="86" />
        <source>Automatic (best available)</source>
        <translation>Automático (la mejor disponible)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="90" />
        <source>{title} (to download)</source>
        <translation>{title} (por descargar)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="99" />
        <source>Network of your own</source>
        <translation>Red propia</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="101" />
        <source>Networks (*.pt *.pth *.ckpt *.safetensors *.onnx);;All files (*)</source>
        <translation>Redes (*.pt *.pth *.ckpt *.safetensors *.onnx);;Todos los archivos (*)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="109" />
        <source>Download…</source>
        <translation>Descargar…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="111" />
        <source>Get {label}…</source>
        <translation>Obtener {label}…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="121" />
        <source>Ready.</source>
        <translation>Listo.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="122" />
        <source>Embedded, nothing to download.</source>
        <translation>Incluido, nada que descargar.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="123" />
        <source>To be downloaded: {size} MB, {licence}.</source>
        <translation>Por descargar: {size} MB, {licence}.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="127" />
        <source>It misses most thin cloud.</source>
        <translation>No ve la mayoría de las nubes finas.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="132" />
        <source>The list of models appears when the engine is set up.</source>
        <translation>La lista de modelos aparece cuando el motor está instalado.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="134" />
        <source>No network is here yet: choose one and download it.</source>
        <translation>Aún no hay ninguna red: elija una y descárguela.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="135" />
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="136" />
        <source>Will use {title}.</source>
        <translation>Usará {title}.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="138" />
        <source>Will use {title}, which misses most thin cloud.</source>
        <translation>Usará {title}, que no ve la mayoría de las nubes finas.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="141" />
        <source>{label} tells thin cloud and is not downloaded yet ({size} MB).</source>
        <translation>{label} distingue las nubes finas y aún no está descargada ({size} MB).</translation>
    </message>
</context><context>
    <name>OwnMask</name>
    <message>
        <location filename="../toolbox/ownmask.py" line="33" />
        <source>Extract the product's own mask</source>
        <translation>Extraer la máscara del propio producto</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="41" />
        <source>sentinel-2,cloud,mask,msk_classi,msk_clouds,scl,sen2cor,scene classification</source>
        <translation>sentinel-2,nube,máscara,msk_classi,msk_clouds,scl,sen2cor,clasificación de la escena</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="45" />
        <source>Writes the cloud mask that came with a Sentinel-2 product, in the classes of this plugin.</source>
        <translation>Escribe la máscara de nubes que trae un producto Sentinel-2, en las clases de este complemento.</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="49" />
        <source>&lt;p&gt;Every Sentinel-2 product brings a cloud mask of its own: MSK_CLASSI (Level-1C since baseline 04.00), MSK_CLOUDS polygons (Level-1C before), or the scene classification SCL (Level-2A). This writes it as a raster with the classes and colours of this plugin, to compare the two. What it does not tell apart (Level-1C masks have no cloud shadow) is said in the log.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Todo producto Sentinel-2 trae su propia máscara de nubes: MSK_CLASSI (Level-1C desde la línea base 04.00), polígonos MSK_CLOUDS (Level-1C antes), o la clasificación de la escena SCL (Level-2A). Esto la escribe como ráster con las clases y colores de este complemento, para comparar ambas. Lo que no distingue (las máscaras Level-1C no tienen sombra de nube) se dice en el registro.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="61" />
        <source>Product (SAFE folder, its zip, or its metadata file)</source>
        <translation>Producto (carpeta SAFE, su zip o su archivo de metadatos)</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="63" />
        <source>Sentinel-2 products</source>
        <translation>Productos Sentinel-2</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="65" />
        <source>A Level-1C or Level-2A product that still holds its masks (folder QI_DATA or qi, or band SCL).</source>
        <translation>Un producto Level-1C o Level-2A que aún tiene sus máscaras (carpeta QI_DATA o qi, o banda SCL).</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="68" />
        <source>Own mask</source>
        <translation>Máscara propia</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="69" />
        <source>The mask, a GeoTIFF (.tif): 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow, 255 no data.</source>
        <translation>La máscara, un GeoTIFF (.tif): 0 despejado, 1 nube densa, 2 nube tenue, 3 sombra de nube, 255 sin datos.</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="76" />
        <source>The product {path} is not there. Choose an existing folder or zip.</source>
        <translation>El producto {path} no existe. Elija una carpeta o un zip existente.</translation>
    </message>
</context><context>
    <name>PackageInstaller</name>
    <message>
        <location filename="../bridge/package_installer.py" line="66" />
        <source>Downloading {package} ({number} of {total})</source>
        <translation>Descargando {package} ({number} de {total})</translation>
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="70" />
        <source>{package} is downloaded already</source>
        <translation>{package} ya está descargado</translation>
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="79" />
        <source>Installing the packages</source>
        <translation>Instalando los paquetes</translation>
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="100" />
        <source>Downloading what PyTorch's CUDA build needs (3 GB)</source>
        <translation>Descargando lo que necesita la versión de PyTorch para CUDA (3 GB)</translation>
    </message>
</context><context>
    <name>ProductMenu</name>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="53" />
        <source>Tick selected</source>
        <translation>Marcar los seleccionados</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="54" />
        <source>Untick selected</source>
        <translation>Desmarcar los seleccionados</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="55" />
        <source>Tick all</source>
        <translation>Marcar todos</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="56" />
        <source>Untick all</source>
        <translation>Desmarcar todos</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="62" />
        <source>Show on the map</source>
        <translation>Mostrar en el mapa</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="65" />
        <source>Show image</source>
        <translation>Mostrar la imagen</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="67" />
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="69" />
        <source>Copy path</source>
        <translation>Copiar ruta</translation>
    </message>
</context><context>
    <name>ProductModel</name>
    <message>
        <location filename="../ui/dialog/product_model.py" line="71" />
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="72" />
        <source>Sensed (UTC)</source>
        <translation>Captada (UTC)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="73" />
        <source>Tile</source>
        <translation>Tesela</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="74" />
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="75" />
        <source>Baseline</source>
        <translation>Línea base</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="76" />
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="223" />
        <source>Set up the engine first</source>
        <translation>Instale antes el motor</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="224" />
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="226" />
        <source>Ready once the model is downloaded</source>
        <translation>Listo cuando se descargue el modelo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="228" />
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="229" />
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="230" />
        <source>Working…</source>
        <translation>En curso…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="231" />
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="232" />
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="44" />
        <source>this product</source>
        <translation>este producto</translation>
    </message>
</context><context>
    <name>ProductPanel</name>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="58" />
        <source>Add an address…</source>
        <translation>Añadir una dirección…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="94" />
        <source>{names}: not part of a Sentinel-2 product. Add a .SAFE folder or a .zip of it.</source>
        <translation>{names}: no es parte de un producto Sentinel-2. Añada una carpeta .SAFE o su .zip.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="134" />
        <source>{folder} is a whole disk. Looking through it may take long. Look there?</source>
        <translation>{folder} es un disco entero. Recorrerlo puede tardar mucho. ¿Buscar ahí?</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="136" />
        <source>{folder} lies on the network. Looking there may take long. Look there?</source>
        <translation>{folder} está en la red. Buscar ahí puede tardar mucho. ¿Buscar ahí?</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="174" />
        <location filename="../ui/dialog/product_panel.py" line="137" />
        <source>Look for products in a folder</source>
        <translation>Buscar productos en una carpeta</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="155" />
        <source>{count} products found. Tick those to mask; right-click for all.</source>
        <translation>{count} productos encontrados. Marque los que quiera procesar; clic derecho para todos.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="162" />
        <source>No Sentinel-2 product lies in {folder}.</source>
        <translation>No hay ningún producto Sentinel-2 en {folder}.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="166" />
        <source>Looking in {folder}</source>
        <translation>Buscando en {folder}</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="169" />
        <source>Add a product folder</source>
        <translation>Añadir una carpeta de producto</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="181" />
        <source>Add products</source>
        <translation>Añadir productos</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="183" />
        <source>Zipped products, GeoTIFF stacks, STAC items (*.zip *.tar *.tif *.tiff *.json *.geojson)</source>
        <translation>Productos comprimidos, pilas GeoTIFF, elementos STAC (*.zip *.tar *.tif *.tiff *.json *.geojson)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="194" />
        <source>Add an address</source>
        <translation>Añadir una dirección</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="195" />
        <source>Address of a product or STAC item (https://, s3://, gs://, az://):</source>
        <translation>Dirección de un producto o elemento STAC (https://, s3://, gs://, az://):</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="209" />
        <source>Looking for products… {total} so far</source>
        <translation>Buscando productos… {total} hasta ahora</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="212" />
        <source>{chosen} of {total} products chosen</source>
        <translation>{chosen} de {total} productos elegidos</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="215" />
        <source>, {count} running</source>
        <translation>, {count} en curso</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="217" />
        <source>, {count} cannot run</source>
        <translation>, {count} no se pueden procesar</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add &amp;folder…</source>
        <translation>Añadir &amp;carpeta…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add a product: a .SAFE folder, or the flat folder of one granule</source>
        <translation>Añadir un producto: una carpeta .SAFE, o la carpeta plana de un gránulo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add &amp;zip…</source>
        <translation>Añadir &amp;zip…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add products as they were downloaded (they need not be unpacked), or GeoTIFF stacks with named bands</source>
        <translation>Añadir productos tal como se descargaron (no hace falta descomprimirlos), o GeoTIFF multibanda con bandas nombradas</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>&amp;Scan folder…</source>
        <translation>&amp;Buscar en carpeta…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Look for products in a folder and all folders below it</source>
        <translation>Buscar productos en una carpeta y en todas las que contiene</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Take the selected products off the list (Delete); no file is touched</source>
        <translation>Quitar de la lista los productos seleccionados (Supr); no se toca ningún archivo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Clear list</source>
        <translation>Vaciar lista</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Take all products off the list; no file is touched</source>
        <translation>Quitar todos los productos de la lista; no se toca ningún archivo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Stop scan</source>
        <translation>Detener búsqueda</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Stop looking for products; those found so far stay in the list</source>
        <translation>Dejar de buscar productos; los encontrados hasta ahora siguen en la lista</translation>
    </message>
</context><context>
    <name>ProductView</name>
    <message>
        <location filename="../ui/dialog/product_view.py" line="77" />
        <source>Drop Sentinel-2 products here: .SAFE folders or .zip downloads,
from the file manager or the Browser panel</source>
        <translation>Suelte aquí productos Sentinel-2: carpetas .SAFE o descargas .zip,
desde el gestor de archivos o el panel Navegador</translation>
    </message>
</context><context>
    <name>PythonFinder</name>
    <message>
        <location filename="../bridge/python_finder.py" line="112" />
        <source>{path} is not a working Python.</source>
        <translation>{path} no es un Python que funcione.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="127" />
        <source>Python {version} ({path}) is too old for the engine. Install Python {oldest} to {newest}.</source>
        <translation>Python {version} ({path}) es demasiado antiguo para el motor. Instale Python {oldest} a {newest}.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="132" />
        <source>Python {version} ({path}) is too new for the engine. Install Python {oldest} to {newest}.</source>
        <translation>Python {version} ({path}) es demasiado nuevo para el motor. Instale Python {oldest} a {newest}.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="137" />
        <source>Python {version} ({path}) is a preliminary release. Install Python {oldest} to {newest}.</source>
        <translation>Python {version} ({path}) es una versión preliminar. Instale Python {oldest} a {newest}.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="142" />
        <source>{path} is a 32-bit Python. Install a 64-bit Python {oldest} to {newest}.</source>
        <translation>{path} es un Python de 32 bits. Instale un Python {oldest} a {newest} de 64 bits.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="144" />
        <source>Python {version} ({path}) has no venv module. Install it (on Debian and Ubuntu: sudo apt install python3-venv) or choose another Python.</source>
        <translation>Python {version} ({path}) no tiene el módulo venv. Instálelo (en Debian y Ubuntu: sudo apt install python3-venv) o elija otro Python.</translation>
    </message>
</context><context>
    <name>RefineMask</name>
    <message>
        <location filename="../toolbox/refinement_options.py" line="35" />
        <location filename="../ui/dialog/refinement_boxes.py" line="15" />
        <source>Probability, 0.01 to 1, from which on a pixel is of this class. Empty: where it is the likeliest.</source>
        <translation>Probabilidad, de 0,01 a 1, desde la que un píxel es de esta clase. Vacío: donde es la más probable.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="48" />
        <location filename="../ui/dialog/refinement_boxes.py" line="19" />
        <source>Clear pixels within this distance become of this class.</source>
        <translation>Los píxeles despejados a esta distancia o menos pasan a ser de esta clase.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="29" />
        <location filename="../ui/dialog/refinement_boxes.py" line="21" />
        <source>Threshold of thick cloud</source>
        <translation>Umbral de nube densa</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="30" />
        <location filename="../ui/dialog/refinement_boxes.py" line="22" />
        <source>Threshold of thin cloud</source>
        <translation>Umbral de nube tenue</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="31" />
        <location filename="../ui/dialog/refinement_boxes.py" line="23" />
        <source>Threshold of cloud shadow</source>
        <translation>Umbral de sombra de nube</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="42" />
        <location filename="../ui/dialog/refinement_boxes.py" line="24" />
        <source>Margin around thick cloud (metres)</source>
        <translation>Margen alrededor de nube densa (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="43" />
        <location filename="../ui/dialog/refinement_boxes.py" line="25" />
        <source>Margin around thin cloud (metres)</source>
        <translation>Margen alrededor de nube tenue (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="44" />
        <location filename="../ui/dialog/refinement_boxes.py" line="26" />
        <source>Margin around cloud shadow (metres)</source>
        <translation>Margen alrededor de sombra de nube (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="54" />
        <location filename="../ui/dialog/refinement_boxes.py" line="29" />
        <source>Smallest object (square metres)</source>
        <translation>Objeto mínimo (metros cuadrados)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="55" />
        <location filename="../ui/dialog/refinement_boxes.py" line="30" />
        <source>Smaller cloud or shadow becomes clear.</source>
        <translation>Las nubes o sombras menores pasan a despejado.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="59" />
        <location filename="../ui/dialog/refinement_boxes.py" line="34" />
        <source>Smallest gap (square metres)</source>
        <translation>Hueco mínimo (metros cuadrados)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="60" />
        <location filename="../ui/dialog/refinement_boxes.py" line="35" />
        <source>Smaller clear gaps in cloud are filled.</source>
        <translation>Los huecos despejados menores dentro de las nubes se rellenan.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="36" />
        <source>Refine a mask</source>
        <translation>Afinar una máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="44" />
        <source>threshold,margin,buffer,confidence,probability,sieve,holes,dilate</source>
        <translation>umbral,margen,buffer,confianza,probabilidad,filtrar,huecos,dilatar</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="48" />
        <source>Own thresholds, margins in metres, smallest object and holes from a confidence raster, without predicting again.</source>
        <translation>Umbrales propios, márgenes en metros, objeto mínimo y huecos a partir de un ráster de confianza, sin volver a predecir.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="55" />
        <source>&lt;p&gt;Makes a new mask from a &lt;b&gt;confidence raster&lt;/b&gt; (made with the mask on request) without predicting again: own thresholds for each class, a margin in metres around each, the smallest object that stays and the smallest gap that stays open. From a &lt;b&gt;mask&lt;/b&gt; all but thresholds is possible.&lt;/p&gt;&lt;p&gt;A class counts where its probability reaches its threshold, without one where it is the likeliest. The new mask keeps its provenance and says what was changed.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Hace una máscara nueva a partir de un &lt;b&gt;ráster de confianza&lt;/b&gt; (que se hace con la máscara si se pide) sin volver a predecir: umbrales propios para cada clase, un margen en metros alrededor de cada una, el objeto más pequeño que se queda y el hueco más pequeño que sigue abierto. A partir de una &lt;b&gt;máscara&lt;/b&gt; es posible todo salvo los umbrales.&lt;/p&gt;&lt;p&gt;Una clase cuenta donde su probabilidad alcanza su umbral; sin umbral, donde es la más probable. La máscara nueva conserva su procedencia y dice qué se cambió.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="66" />
        <source>Confidence raster or mask</source>
        <translation>Ráster de confianza o máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="67" />
        <source>&lt;product&gt;_confidence.tif by this plugin; or a mask where no threshold is given.</source>
        <translation>&lt;product&gt;_confidence.tif de este complemento; o una máscara, si no se da ningún umbral.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="71" />
        <source>Refined mask</source>
        <translation>Máscara afinada</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="72" />
        <source>A mask (.tif) with its style and provenance beside it.</source>
        <translation>Una máscara (.tif) con su estilo y su procedencia al lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="103" />
        <source>Clear (%)</source>
        <translation>Despejado (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="104" />
        <source>Thick cloud (%)</source>
        <translation>Nube densa (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="105" />
        <source>Thin cloud (%)</source>
        <translation>Nube tenue (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="106" />
        <source>Cloud shadow (%)</source>
        <translation>Sombra de nube (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="107" />
        <source>No data (%)</source>
        <translation>Sin datos (%)</translation>
    </message>
</context><context>
    <name>ReviewBackground</name>
    <message>
        <location filename="../ui/review/background.py" line="52" />
        <source>The bands of {name} cannot be opened. Find the product, or download it again.</source>
        <translation>No se pueden abrir las bandas de {name}. Busque el producto, o descárguelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../ui/review/background.py" line="89" />
        <source>Cloud mask review</source>
        <translation>Revisión de máscaras de nubes</translation>
    </message>
</context><context>
    <name>ReviewDock</name>
    <message>
        <location filename="../ui/review/dock.py" line="44" />
        <source>Cloud mask review</source>
        <translation>Revisión de máscaras de nubes</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="51" />
        <source>Folder of cloud masks</source>
        <translation>Carpeta de máscaras de nubes</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="128" />
        <source>There is no cloud mask in {folder}. Choose the output folder of a run.</source>
        <translation>No hay ninguna máscara de nubes en {folder}. Elija la carpeta de salida de una ejecución.</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="192" />
        <source>No other mask</source>
        <translation>Ninguna otra máscara</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="220" />
        <source>Score tiles of {name}</source>
        <translation>Puntuar las teselas de {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="271" />
        <source>Shown now: {name}</source>
        <translation>Se muestra: {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="49" />
        <source>{name} was not found, so there is no picture of it.</source>
        <translation>No se encontró {name}, así que no hay imagen.</translation>
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="53" />
        <source>Read {name}</source>
        <translation>Leer {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="63" />
        <source>Folder that holds the products</source>
        <translation>Carpeta que contiene los productos</translation>
    </message>
    <message>
        <location filename="../ui/review/status.py" line="36" />
        <source>Saved in {file}</source>
        <translation>Guardado en {file}</translation>
    </message>
</context><context>
    <name>ReviewEngine</name>
    <message>
        <location filename="../ui/review/engine.py" line="79" />
        <source>The engine gave no answer. See the log panel.</source>
        <translation>El motor no respondió. Vea el panel de registro.</translation>
    </message>
</context><context>
    <name>ReviewJudging</name>
    <message>
        <location filename="../ui/review/judging.py" line="29" />
        <source>good</source>
        <translation>buena</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="30" />
        <source>usable</source>
        <translation>utilizable</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="31" />
        <source>wrong</source>
        <translation>incorrecta</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="57" />
        <source>Verdict on tile {tile}</source>
        <translation>Veredicto sobre la tesela {tile}</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="59" />
        <source>Verdict on the whole mask</source>
        <translation>Veredicto sobre la máscara completa</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="87" />
        <source>The verdict could not be saved ({reason}). Close the file elsewhere, then judge again.</source>
        <translation>No se pudo guardar el veredicto ({reason}). Cierre el archivo en el otro programa y juzgue de nuevo.</translation>
    </message>
</context><context>
    <name>ReviewMasks</name>
    <message>
        <location filename="../ui/review/mask_list.py" line="48" />
        <source>refined</source>
        <translation>refinada</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="42" />
        <source>clear</source>
        <translation>despejado</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="43" />
        <source>thick cloud</source>
        <translation>nube densa</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="44" />
        <source>thin cloud</source>
        <translation>nube tenue</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="45" />
        <source>shadow</source>
        <translation>sombra</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="52" />
        <source>cloud</source>
        <translation>nube</translation>
    </message>
</context><context>
    <name>ReviewPainting</name>
    <message>
        <location filename="../ui/review/painting.py" line="142" />
        <source>{file} is there: choose it in the list to correct it further.</source>
        <translation>{file} ya existe: elíjalo en la lista para seguir corrigiéndolo.</translation>
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="156" />
        <source>Correct {name}</source>
        <translation>Corregir {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="233" />
        <source>Choose a class and paint on the map what the mask has wrong; zoom in to paint finer. The mask stays as it is: what is saved is a mask of its own, and the strokes beside it teach a network.</source>
        <translation>Elija una clase y pinte en el mapa lo que la máscara tiene mal; acerque el mapa para pintar más fino. La máscara queda como está: se guarda una máscara propia, y los trazos a su lado enseñan a una red.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/review/painting.py" line="239" />
        <source>%n stroke(s) not saved yet.</source>
        <translation>
            <numerusform>%n trazo sin guardar todavía.</numerusform>
            <numerusform>%n trazos sin guardar todavía.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="241" />
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
</context><context>
    <name>ReviewPanel</name>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Folder of masks</source>
        <translation>&amp;Carpeta de máscaras</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Masks in the folder</source>
        <translation>Máscaras de la carpeta</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Tile</source>
        <translation>Tesela</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Find pro&amp;duct…</source>
        <translation>Buscar pro&amp;ducto…</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Name the folder that holds the products; it is remembered</source>
        <translation>Indique la carpeta que contiene los productos; se recuerda</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Background</source>
        <translation>&amp;Fondo</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>B&amp;rightness</source>
        <translation>B&amp;rillo</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Darker shows structure in cloud and snow, brighter what lies in shadow</source>
        <translation>Más oscuro muestra la estructura de nubes y nieve; más claro, lo que está en sombra</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Compare with</source>
        <translation>Co&amp;mparar con</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Another mask of the same product: where the two differ comes first, and flicker and swipe switch between them</source>
        <translation>Otra máscara del mismo producto: primero va donde difieren, y el parpadeo y la cortina cambian entre ambas</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>C&amp;lasses</source>
        <translation>C&amp;lases</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Outline only</source>
        <translation>Solo el c&amp;ontorno</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>O&amp;pacity</source>
        <translation>O&amp;pacidad</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Sho&amp;w mask (Space)</source>
        <translation>Mos&amp;trar máscara (Espacio)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Space switches the mask off and on while the map or a list has the focus</source>
        <translation>Espacio quita y pone la máscara mientras el mapa o una lista tiene el foco</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Sw&amp;ipe</source>
        <translation>Cort&amp;ina</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Drag a line over the map: the mask is shown to its right only. Shift and the arrow keys move it too.</source>
        <translation>Arrastre una línea sobre el mapa: la máscara se ve solo a su derecha. Mayús y las flechas también la mueven.</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Li&amp;ve</source>
        <translation>En &amp;vivo</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Mask the product live while you pan and zoom</source>
        <translation>Enmascarar el producto en vivo mientras desplaza el mapa y cambia el zum</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Tiles</source>
        <translation>Te&amp;selas</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Tiles of the mask</source>
        <translation>Teselas de la máscara</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Previous (B)</source>
        <translation>Anterior (B)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Next (N)</source>
        <translation>Siguiente (N)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Good (G)</source>
        <translation>Buena (G)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Usable (U)</source>
        <translation>Utilizable (U)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Wrong (W)</source>
        <translation>Incorrecta (W)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Not&amp;e</source>
        <translation>Not&amp;a</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>What is wrong, or where</source>
        <translation>Qué está mal, o dónde</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Rando&amp;m points</source>
        <translation>Puntos aleatorios</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Number</source>
        <translation>&amp;Número</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Dra&amp;w points</source>
        <translation>Sortear p&amp;untos</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Random points in each class of the mask; the mask is hidden meanwhile, so that it cannot bias you</source>
        <translation>Puntos aleatorios en cada clase de la máscara; mientras tanto la máscara se oculta para que no le influya</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Clear (1)</source>
        <translation>Despejado (1)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cloud (2)</source>
        <translation>Nube (2)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Shadow (3)</source>
        <translation>Sombra (3)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cannot tell (0)</source>
        <translation>No se sabe (0)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Teac&amp;h a network…</source>
        <translation>Ens&amp;eñar a una red…</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Teach a network the place you work in, from the points labelled here or from a layer</source>
        <translation>Enseñar a una red el lugar donde trabaja, con los puntos etiquetados aquí o con una capa</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Correct</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>The class that the brush paints</source>
        <translation>La clase que pinta el pincel</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Width of the brush on the screen</source>
        <translation>Ancho del pincel en la pantalla</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Paint</source>
        <translation>Pintar</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Paint on the map with the left mouse button</source>
        <translation>Pintar en el mapa con el botón izquierdo del ratón</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Undo (Ctrl+Z)</source>
        <translation>Deshacer (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Save corrected mask</source>
        <translation>Guardar la máscara corregida</translation>
    </message>
</context><context>
    <name>ReviewPoints</name>
    <message>
        <location filename="../ui/review/points.py" line="76" />
        <source>Draw random points</source>
        <translation>Sortear puntos aleatorios</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="102" />
        <source>The label could not be saved ({reason}). Close the file elsewhere, then label again.</source>
        <translation>No se pudo guardar la etiqueta ({reason}). Cierre el archivo en el otro programa y etiquete de nuevo.</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="144" />
        <source>Dra&amp;w more points</source>
        <translation>Sortear más p&amp;untos</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="144" />
        <source>Dra&amp;w points</source>
        <translation>Sortear p&amp;untos</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="155" />
        <source>Points are drawn at random in each class of the mask. Label what you see in the picture; the mask stays hidden meanwhile, so that it cannot bias you.</source>
        <translation>Los puntos se sortean en cada clase de la máscara. Etiquete lo que ve en la imagen; mientras tanto la máscara queda oculta para que no le influya.</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="166" />
        <source>{done} of {total} labelled</source>
        <translation>{done} de {total} etiquetados</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="169" />
        <source>Point {number} of {total}: what lies in the yellow square's middle?</source>
        <translation>Punto {number} de {total}: ¿qué hay en el centro del cuadrado amarillo?</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="182" />
        <source>The accuracy appears when each class of the mask has two labelled points.</source>
        <translation>La exactitud aparece cuando cada clase de la máscara tiene dos puntos etiquetados.</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="185" />
        <source>Overall accuracy {estimate}</source>
        <translation>Exactitud global {estimate}</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="189" />
        <source>Clear</source>
        <translation>Despejado</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="190" />
        <source>Cloud</source>
        <translation>Nube</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="191" />
        <source>Shadow</source>
        <translation>Sombra</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="193" />
        <source>User's</source>
        <translation>Del usuario</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="193" />
        <source>Producer's</source>
        <translation>Del productor</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="204" />
        <source>{points} points, 95 % confidence intervals (Olofsson et al. 2014)</source>
        <translation>{points} puntos, intervalos de confianza del 95 % (Olofsson et al. 2014)</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="208" />
        <source>; {unsure} left out as one cannot tell</source>
        <translation>; {unsure} omitidos porque no se sabe</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="213" />
        <source>No error was found, so these points cannot tell how wide the interval is.</source>
        <translation>No se halló ningún error, así que estos puntos no dicen cuán ancho es el intervalo.</translation>
    </message>
</context><context>
    <name>ReviewRefining</name>
    <message>
        <location filename="../ui/review/refining.py" line="51" />
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="52" />
        <source>Appl&amp;y…</source>
        <translation>Aplicar…</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="54" />
        <source>Write the refined mask to a file; this mask stays as it is</source>
        <translation>Escribir la máscara refinada en un archivo; esta máscara queda como está</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="57" />
        <source>Refine</source>
        <translation>Refinar</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="83" />
        <source>No confidence raster lies beside this mask, so it has no thresholds. Mask again with its confidence.</source>
        <translation>Junto a esta máscara no hay ráster de confianza, así que no tiene umbrales. Enmascare otra vez con la confianza.</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="121" />
        <source>Refine {name}</source>
        <translation>Refinar {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="129" />
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="130" />
        <source>Margin (m)</source>
        <translation>Margen (m)</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="212" />
        <source>On the map, {shares}</source>
        <translation>En el mapa, {shares}</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="226" />
        <source>Write the refined mask</source>
        <translation>Escribir la máscara refinada</translation>
    </message>
</context><context>
    <name>ReviewTiles</name>
    <message>
        <location filename="../ui/review/tiles.py" line="84" />
        <source>Looking for the tiles to see first…</source>
        <translation>Buscando las teselas que ver primero…</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="93" />
        <source>The most uncertain tiles first</source>
        <translation>Primero las teselas más inciertas</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="94" />
        <source>The tiles where the two masks differ most first</source>
        <translation>Primero las teselas donde más difieren las dos máscaras</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="95" />
        <source>The tiles with most class borders first (the mask has no confidence raster)</source>
        <translation>Primero las teselas con más bordes de clase (la máscara no tiene ráster de confianza)</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="101" />
        <source>Uncertain</source>
        <translation>Incierta</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="102" />
        <source>Different</source>
        <translation>Distinta</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="103" />
        <source>Borders</source>
        <translation>Bordes</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="133" />
        <source>Whole mask</source>
        <translation>Máscara completa</translation>
    </message>
</context><context>
    <name>ReviewView</name>
    <message>
        <location filename="../ui/review/view.py" line="288" />
        <location filename="../ui/review/refining.py" line="132" />
        <source>Thick cloud</source>
        <translation>Nube densa</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="289" />
        <location filename="../ui/review/refining.py" line="133" />
        <source>Thin cloud</source>
        <translation>Nube tenue</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="290" />
        <location filename="../ui/review/refining.py" line="134" />
        <source>Cloud shadow</source>
        <translation>Sombra de nube</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="270" />
        <source>True colour (B04 B03 B02)</source>
        <translation>Color verdadero (B04 B03 B02)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="271" />
        <source>False colour (B08 B04 B03)</source>
        <translation>Falso color (B08 B04 B03)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="272" />
        <source>Short-wave infrared (B12 B8A B04)</source>
        <translation>Infrarrojo de onda corta (B12 B8A B04)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="273" />
        <source>Cirrus (B10)</source>
        <translation>Cirros (B10)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="282" />
        <source>None: the map as it is</source>
        <translation>Ninguno: el mapa tal cual</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="296" />
        <source>All classes</source>
        <translation>Todas las clases</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="299" />
        <source>Cloud</source>
        <translation>Nube</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="300" />
        <source>Only {name}</source>
        <translation>Solo {name}</translation>
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
        <translation>Acercar a</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="200" />
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="204" />
        <source>Add to this project</source>
        <translation>Añadir a este proyecto</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="206" />
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="228" />
        <source>clear</source>
        <translation>despejado</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="229" />
        <source>thick cloud</source>
        <translation>nube densa</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="230" />
        <source>thin cloud</source>
        <translation>nube tenue</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="231" />
        <source>shadow</source>
        <translation>sombra</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="236" />
        <source>cloud</source>
        <translation>nube</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="238" />
        <source>{seconds} s, {shares}</source>
        <translation>{seconds} s, {shares}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="240" />
        <source>exists already, {shares}</source>
        <translation>ya existe, {shares}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="248" />
        <source>Cloud {cloud:.1f} %, shadow {shadow:.1f} %, {seconds} s</source>
        <translation>Nube {cloud:.1f} %, sombra {shadow:.1f} %, {seconds} s</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="250" />
        <source>Cloud {cloud:.1f} %, shadow {shadow:.1f} %, exists already</source>
        <translation>Nube {cloud:.1f} %, sombra {shadow:.1f} %, ya existe</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="260" />
        <source>Finished {count} of {total} products.</source>
        <translation>Terminados {count} de {total} productos.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="265" />
        <source>Cancelled: finished {count} of {total} products.</source>
        <translation>Cancelado: terminados {count} de {total} productos.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="270" />
        <source>Finished {count} of {total} products. {first}</source>
        <translation>Terminados {count} de {total} productos. {first}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="278" />
        <source>Finished {total} products.</source>
        <translation>Terminados {total} productos.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="281" />
        <source>{label} often misses thin cloud.</source>
        <translation>{label} a menudo no ve las nubes finas.</translation>
    </message>
</context><context>
    <name>SearchTask</name>
    <message>
        <location filename="../ui/dialog/search_task.py" line="27" />
        <source>Look for products in {folder}</source>
        <translation>Buscar productos en {folder}</translation>
    </message>
</context><context>
    <name>Sections</name>
    <message>
        <location filename="../toolbox/sections.py" line="12" />
        <source>Make masks</source>
        <translation>Hacer máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/sections.py" line="17" />
        <source>Use masks</source>
        <translation>Usar máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/sections.py" line="22" />
        <source>Check masks</source>
        <translation>Comprobar máscaras</translation>
    </message>
</context><context>
    <name>Sentences</name>
    <message>
        <location filename="../ui/runs/sentences.py" line="16" />
        <source>Not a Sentinel-2 product</source>
        <translation>No es un producto Sentinel-2</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="17" />
        <source>Its metadata cannot be read: download it again</source>
        <translation>Sus metadatos no se pueden leer: descárguelo de nuevo</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="18" />
        <source>A band that the network needs is missing</source>
        <translation>Falta una banda que la red necesita</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="19" />
        <source>A band cannot be read: download it again</source>
        <translation>Una banda no se puede leer: descárguelo de nuevo</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="20" />
        <source>Its bands do not lie on one grid: download it again</source>
        <translation>Sus bandas no están en una misma cuadrícula: descárguelo de nuevo</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="21" />
        <source>The archive is damaged: download it again</source>
        <translation>El archivo comprimido está dañado: descárguelo de nuevo</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="22" />
        <source>The network does not take this processing level</source>
        <translation>La red no admite este nivel de procesamiento</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="23" />
        <source>Outside the chosen area</source>
        <translation>Fuera del área elegida</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="24" />
        <source>The output folder cannot be written to</source>
        <translation>No se puede escribir en la carpeta de salida</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="25" />
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="26" />
        <source>Exists already, made with other settings</source>
        <translation>Ya existe, hecha con otros ajustes</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="27" />
        <source>Another file or product has this mask's name</source>
        <translation>Otro archivo o producto tiene el nombre de esta máscara</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="28" />
        <source>Another run is writing this mask</source>
        <translation>Otra ejecución está escribiendo esta máscara</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="29" />
        <source>The network is not downloaded</source>
        <translation>La red no está descargada</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="30" />
        <source>Not enough memory: choose a coarser resolution</source>
        <translation>Falta memoria: elija una resolución más gruesa</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="31" />
        <source>The engine gave no answer</source>
        <translation>El motor no respondió</translation>
    </message>
</context><context>
    <name>SetupPage</name>
    <message>
        <location filename="../ui/setup/engine_words.py" line="13" />
        <source>Checking the existing engine of {path}…</source>
        <translation>Comprobando el motor existente de {path}…</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="17" />
        <source>The existing engine of {path} cannot be used: {problem} Install the engine's packages there (pip install -r requirements.txt), or clear the field Existing engine.</source>
        <translation>El motor existente de {path} no se puede usar: {problem} Instale ahí los paquetes del motor (pip install -r requirements.txt) o vacíe el campo Motor existente.</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="23" />
        <source>Ready: the existing engine of {path}, Python {version}.</source>
        <translation>Listo: el motor existente de {path}, Python {version}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="30" />
        <source>QGIS runs in Flatpak: it sees no Python of the system, and its own changes with updates; choose the downloaded one. Products must lie in a folder that Flatpak opens to QGIS.</source>
        <translation>QGIS se ejecuta en Flatpak: no ve ningún Python del sistema, y el suyo cambia con las actualizaciones; elija el descargado. Los productos deben estar en una carpeta que Flatpak abra a QGIS.</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="35" />
        <source>QGIS runs in a Snap: it may start no program of the system; choose the downloaded Python. Products must lie in your home folder, not in a hidden one, or on a medium that the Snap may read.</source>
        <translation>QGIS se ejecuta en un Snap: no puede iniciar programas del sistema; elija el Python descargado. Los productos deben estar en su carpeta personal, no en una oculta, o en un medio que el Snap pueda leer.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="55" />
        <source>Python that has the engine's packages</source>
        <translation>Python que tiene los paquetes del motor</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="57" />
        <source>Only to use an existing Python that has the engine's packages</source>
        <translation>Solo para usar un Python existente que tiene los paquetes del motor</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="61" />
        <source>For the processor (CPU): runs everywhere</source>
        <translation>Para el procesador (CPU): funciona en todas partes</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="64" />
        <source>For an NVIDIA graphics card (CUDA): several gigabytes</source>
        <translation>Para una tarjeta gráfica NVIDIA (CUDA): varios gigabytes</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="93" />
        <source>Choose a Python first: install Python 3.11 to 3.14, or name one with Other.</source>
        <translation>Elija antes un Python: instale Python 3.11 a 3.14, o indique uno con «Otro».</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="110" />
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="130" />
        <source>Cancelled. What was downloaded is kept for the next try.</source>
        <translation>Cancelado. Lo descargado se conserva para el próximo intento.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="140" />
        <source>Remove the engine</source>
        <translation>Eliminar el motor</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="141" />
        <source>Remove the private environment ({size} GB)? Masks and models stay.</source>
        <translation>¿Eliminar el entorno privado ({size} GB)? Las máscaras y los modelos se quedan.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="167" />
        <source>uv (fetches a Python where needed)</source>
        <translation>uv (obtiene un Python si hace falta)</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="169" />
        <source>Python {version}, downloaded</source>
        <translation>Python {version}, descargado</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="177" />
        <source>No Python was found. Install Python 3.11 to 3.14 and name it with Other.</source>
        <translation>No se encontró ningún Python. Instale Python 3.11 a 3.14 e indíquelo con «Otro».</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="184" />
        <source>Python {version} ({path})</source>
        <translation>Python {version} ({path})</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="189" />
        <source>Python 3.11 to 3.14</source>
        <translation>Python 3.11 a 3.14</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="250" />
        <source>The engine is not set up yet. It downloads {megabytes} MB once and needs {gigabytes} GB of disk.</source>
        <translation>El motor aún no está instalado. Descarga {megabytes} MB una vez y necesita {gigabytes} GB de disco.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="258" />
        <source>Ready: Python {version}, {packages} packages, {size} GB in {folder}, made {made}.</source>
        <translation>Listo: Python {version}, paquetes {packages}, {size} GB en {folder}, creado el {made}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="270" />
        <source>&amp;Repair</source>
        <translation>&amp;Reparar</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <location filename="../ui/setup/setup_page.py" line="270" />
        <source>&amp;Set up</source>
        <translation>&amp;Instalar</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="278" />
        <source>Set up makes a private Python environment in {folder}, downloads the engine's packages into it and tries them. This takes two to ten minutes, most of them for the download; QGIS can be used meanwhile. The log appears here.</source>
        <translation>La instalación crea un entorno de Python privado en {folder}, descarga en él los paquetes del motor y los prueba. Tarda de dos a diez minutos, la mayor parte por la descarga; mientras tanto se puede usar QGIS. El registro aparece aquí.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>The mask is computed by an engine in a Python environment of its own, so that nothing is ever installed into QGIS' Python. It is stored in your QGIS profile and can be removed here at any time.</source>
        <translation>La máscara la calcula un motor en un entorno de Python propio, de modo que nunca se instala nada en el Python de QGIS. Se guarda en su perfil de QGIS y se puede eliminar aquí en cualquier momento.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Python</source>
        <translation>&amp;Python</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Other…</source>
        <translation>&amp;Otro…</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Make the environment with another Python 3.11 to 3.14</source>
        <translation>Crear el entorno con otro Python 3.11 a 3.14</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>P&amp;ackages</source>
        <translation>P&amp;aquetes</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Package inde&amp;x</source>
        <translation>Ín&amp;dice de paquetes</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>An extra package index for PyTorch. In a closed network, name your own mirror here; empty for none.</source>
        <translation>Un índice de paquetes adicional para PyTorch. En una red cerrada, indique aquí su propio espejo; vacío para ninguno.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Existing &amp;engine</source>
        <translation>Motor &amp;existente</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Remo&amp;ve</source>
        <translation>E&amp;liminar</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Delete the private environment; masks and models stay</source>
        <translation>Borrar el entorno privado; las máscaras y los modelos se quedan</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Copy log</source>
        <translation>&amp;Copiar registro</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Ca&amp;ncel</source>
        <translation>Ca&amp;ncelar</translation>
    </message>
</context><context>
    <name>SetupReasons</name>
    <message>
        <location filename="../bridge/setup_reasons.py" line="30" />
        <source>The disk is full: {folder} or pip's cache has no room. Make room, then try again.</source>
        <translation>El disco está lleno: no queda sitio en {folder} o en la caché de pip. Haga sitio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="34" />
        <source>This Python has no venv module. Install it (Debian, Ubuntu: sudo apt install python3-venv) or choose another Python.</source>
        <translation>Este Python no tiene el módulo venv. Instálelo (Debian, Ubuntu: sudo apt install python3-venv) o elija otro Python.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="40" />
        <source>The proxy refused the connection. Correct it in QGIS under Settings, Options, Network, then try again.</source>
        <translation>El proxy rechazó la conexión. Corríjalo en QGIS, en Configuración, Opciones, Red, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="45" />
        <source>The network's certificate is not trusted. Name your organisation's certificate file in the variable PIP_CERT, start QGIS again and retry.</source>
        <translation>No se confía en el certificado de la red. Indique el archivo de certificados de su organización en la variable PIP_CERT, reinicie QGIS e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="51" />
        <source>The packages could not be downloaded: there is no connection to the package index. Check the network and QGIS' proxy settings, then try again; what was downloaded is kept.</source>
        <translation>No se pudieron descargar los paquetes: no hay conexión con el índice de paquetes. Compruebe la red y el proxy de QGIS e inténtelo de nuevo; lo descargado se conserva.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="60" />
        <source>The package index has no {package} for this Python. Choose another Python, or correct the index.</source>
        <translation>El índice de paquetes no tiene {package} para este Python. Elija otro Python, o corrija el índice.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="66" />
        <source>This Python lacks the package {package} that the engine needs.</source>
        <translation>A este Python le falta el paquete {package} que el motor necesita.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="70" />
        <source>The set-up failed: {reason} The log says more.</source>
        <translation>La instalación falló: {reason} El registro dice más.</translation>
    </message>
</context><context>
    <name>SetupStep</name>
    <message>
        <location filename="../bridge/setup_step.py" line="57" />
        <source>{program} could not be started ({reason}). Choose another Python.</source>
        <translation>No se pudo iniciar {program} ({reason}). Elija otro Python.</translation>
    </message>
</context><context>
    <name>SourceOptions</name>
    <message>
        <location filename="../toolbox/source_options.py" line="38" />
        <source>Folder of products</source>
        <translation>Carpeta de productos</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="42" />
        <source>SAFE folders, zips of them and cloud-archive folders in it are found, however deep.</source>
        <translation>Se encuentran las carpetas SAFE, sus zip y las carpetas de archivo en la nube, por profundas que estén.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="48" />
        <source>Products, one a line</source>
        <translation>Productos, uno por línea</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="50" />
        <source>In place of a folder, or with it: paths of SAFE folders, zips of them, or stacks of bands. In scripts also a list.</source>
        <translation>En lugar de una carpeta, o además: rutas de carpetas SAFE, sus zip o pilas de bandas. En scripts también una lista.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="59" />
        <source>Folder of masks that are there</source>
        <translation>Carpeta de máscaras que ya están</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="63" />
        <source>Masks of these products in it are taken, whatever made them; missing ones are made. Empty: all are made.</source>
        <translation>Se toman las máscaras de estos productos que contiene, sea cual sea su origen; las que faltan se hacen. Vacío: se hacen todas.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="70" />
        <source>Model of masks that are made</source>
        <translation>Modelo de las máscaras que se hacen</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="73" />
        <source>The network. auto takes the best available. In scripts by name.</source>
        <translation>La red. auto toma la mejor disponible. En scripts, por su nombre.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="78" />
        <source>Resolution of masks that are made (metres)</source>
        <translation>Resolución de las máscaras que se hacen (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="81" />
        <source>20 m suits most work. In scripts: 10, 20, 30 or 60.</source>
        <translation>20 m sirve para casi todo. En scripts: 10, 20, 30 o 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="86" />
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="88" />
        <source>Where the network runs. auto takes a graphics card when there is one.</source>
        <translation>Dónde se ejecuta la red. auto toma una tarjeta gráfica si la hay.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="98" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>La carpeta {path} no existe. Elija una existente.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="102" />
        <source>Choose a folder of products, or products.</source>
        <translation>Elija una carpeta de productos, o productos.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="154" />
        <source>No Sentinel-2 product is in {path}. Choose a folder of SAFE folders or zips.</source>
        <translation>No hay ningún producto Sentinel-2 en {path}. Elija una carpeta con carpetas SAFE o zips.</translation>
    </message>
</context><context>
    <name>Statistics</name>
    <message>
        <location filename="../toolbox/statistics.py" line="42" />
        <source>Cloud statistics of an archive</source>
        <translation>Estadísticas de nubes de un archivo de imágenes</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="50" />
        <source>statistics,month,year,cloud cover,climatology,table,plot,archive</source>
        <translation>estadísticas,mes,año,nubosidad,climatología,tabla,gráfico,archivo</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="54" />
        <source>Cloud by month and year of a folder of masks, by tile or polygon, as table and plot.</source>
        <translation>Nubes por mes y año de una carpeta de máscaras, por tesela o polígono, como tabla y gráfico.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="58" />
        <source>&lt;p&gt;Takes all masks in a folder and writes how cloudy each tile was, or each polygon of a layer: the shares of the classes by month and year, by month over all years, by year and over all, as a &lt;b&gt;table&lt;/b&gt; (.csv) and a &lt;b&gt;plot&lt;/b&gt; (.png) beside it. Each date counts alike; shares are of what was seen.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Toma todas las máscaras de una carpeta y escribe cuán nublada estuvo cada tesela, o cada polígono de una capa: las proporciones de las clases por mes y año, por mes en todos los años, por año y en total, como una &lt;b&gt;tabla&lt;/b&gt; (.csv) y un &lt;b&gt;gráfico&lt;/b&gt; (.png) al lado. Cada fecha cuenta igual; las proporciones son de lo que se vio.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="69" />
        <source>Folder of masks</source>
        <translation>Carpeta de máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="71" />
        <source>Every *_cloudmask.tif in this folder and below it is taken.</source>
        <translation>Se toma todo *_cloudmask.tif de esta carpeta y de las que contiene.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="74" />
        <source>Polygons</source>
        <translation>Polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="75" />
        <source>Figures of each of these polygons. Empty: of each tile.</source>
        <translation>Cifras de cada uno de estos polígonos. Vacío: de cada tesela.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="79" />
        <source>Field that names the polygons</source>
        <translation>Campo que nombra los polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="81" />
        <source>Its values must tell the polygons apart. Empty: their number.</source>
        <translation>Sus valores deben distinguir los polígonos. Vacío: su número.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="84" />
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="84" />
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="85" />
        <source>Text with commas (.csv); the plot (.png) goes beside it.</source>
        <translation>Texto separado por comas (.csv); el gráfico (.png) va al lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="87" />
        <source>Plot</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="88" />
        <source>Tiles or polygons</source>
        <translation>Teselas o polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="94" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>La carpeta {path} no existe. Elija una existente.</translation>
    </message>
</context><context>
    <name>TeachDialog</name>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="46" />
        <source>&amp;Teach</source>
        <translation>&amp;Enseñar</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="101" />
        <source>{file} cannot be read ({reason}).</source>
        <translation>{file} no se puede leer ({reason}).</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="110" />
        <source>Labelled: {points}, in masks: {masks}.</source>
        <translation>Etiquetados: {points}, en máscaras: {masks}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="114" />
        <source>Left out, as it was not found: {names}. Show its mask, then press Find product.</source>
        <translation>Omitido, porque no se encontró: {names}. Muestre su máscara y pulse Buscar producto.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="119" />
        <source>Left out, as Level-2A lacks B10: {names}.</source>
        <translation>Omitido, porque al nivel 2A le falta B10: {names}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="136" />
        <source>Points or polygons of {mask}, the mask that is shown. Classes: clear, cloud, thick_cloud, thin_cloud, shadow.</source>
        <translation>Puntos o polígonos de {mask}, la máscara que se muestra. Clases: clear, cloud, thick_cloud, thin_cloud, shadow.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="161" />
        <source>Network to start from</source>
        <translation>Red de la que partir</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="163" />
        <source>Networks (*.pt *.pth *.ckpt *.safetensors);;All files (*)</source>
        <translation>Redes (*.pt *.pth *.ckpt *.safetensors);;Todos los archivos (*)</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="173" />
        <source>Licence, also of the new model: {licence}</source>
        <translation>Licencia, también del modelo nuevo: {licence}</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="209" />
        <source>Choose labels: the points of this review, or a layer.</source>
        <translation>Elija etiquetas: los puntos de esta revisión o una capa.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="211" />
        <source>No point can be used. Draw random points in the dock and label them.</source>
        <translation>No se puede usar ningún punto. Sortee puntos aleatorios en el panel y etiquételos.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="216" />
        <source>The project has no layer of points or polygons.</source>
        <translation>El proyecto no tiene ninguna capa de puntos o polígonos.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="218" />
        <source>{layer} has no CRS. Set it in the layer's properties.</source>
        <translation>{layer} no tiene SRC. Defínalo en las propiedades de la capa.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="222" />
        <source>Choose the field of {layer} that holds the class.</source>
        <translation>Elija el campo de {layer} que contiene la clase.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="226" />
        <source>{name} is Level-2A, which lacks B10. Show the mask of a Level-1C product.</source>
        <translation>{name} es de nivel 2A, al que le falta B10. Muestre la máscara de un producto de nivel 1C.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="229" />
        <source>{name} was not found. Press Find product in the dock.</source>
        <translation>No se encontró {name}. Pulse Buscar producto en el panel.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="240" />
        <source>The list of networks is being read…</source>
        <translation>Leyendo la lista de redes…</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="241" />
        <source>No 13-band UNetMobV2 is here. Download one in Mask clouds…, or choose a file of your own.</source>
        <translation>No hay ninguna UNetMobV2 de 13 bandas. Descargue una en Enmascarar nubes…, o elija un archivo propio.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="248" />
        <source>Give the new model a name.</source>
        <translation>Dé un nombre al modelo nuevo.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="250" />
        <source>A name has letters, digits, - and _, and begins with a letter or digit.</source>
        <translation>Un nombre tiene letras, cifras, - y _, y empieza por una letra o cifra.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="252" />
        <source>There is a model {name} already.</source>
        <translation>Ya hay un modelo {name}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Teach a network</source>
        <translation>Enseñar a una red</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Fine-tune a network for your area with your labels; takes a few minutes. About a third of them, in squares of 1 km, is held out to measure with before and after. Label each class in several places, kilometres apart.</source>
        <translation>Afine una red para su zona con sus etiquetas; tarda unos minutos. Cerca de un tercio de ellas, en cuadrados de 1 km, se aparta para medir antes y después. Etiquete cada clase en varios lugares, a kilómetros de distancia.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Points of this review</source>
        <translation>&amp;Puntos de esta revisión</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Layer</source>
        <translation>&amp;Capa</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Layer of points or polygons</source>
        <translation>Capa de puntos o polígonos</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>class in &amp;field</source>
        <translation>clase en el ca&amp;mpo</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Start f&amp;rom</source>
        <translation>Partir &amp;de</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>F&amp;ile…</source>
        <translation>A&amp;rchivo…</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Start from a file of your own: a state dict of a 13-band UNetMobV2</source>
        <translation>Partir de un archivo propio: un state dict de una UNetMobV2 de 13 bandas</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Of the new model in the list of models, such as delta</source>
        <translation>Del modelo nuevo en la lista de modelos, como delta</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Steps</source>
        <translation>Pa&amp;sos</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>More steps take longer and learn the labels better; too many forget the rest</source>
        <translation>Con más pasos tarda más y aprende mejor las etiquetas; con demasiados olvida el resto</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Keep it even if accuracy drops</source>
        <translation>Conser&amp;varla aunque baje la exactitud</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Without it a network that is worse on the labels held out is not kept (--keep-worse)</source>
        <translation>Sin esto, una red que es peor en las etiquetas reservadas no se conserva (--keep-worse)</translation>
    </message>
</context><context>
    <name>TeachLabels</name>
    <message>
        <location filename="../ui/teaching/teach_labels.py" line="56" />
        <source>{layer} has no feature with a class in its field “{field}”. Choose another one.</source>
        <translation>{layer} no tiene ningún objeto con una clase en su campo «{field}». Elija otro.</translation>
    </message>
</context><context>
    <name>TeachTask</name>
    <message>
        <location filename="../ui/teaching/teach_task.py" line="39" />
        <source>Teach the network {name}</source>
        <translation>Enseñar a la red {name}</translation>
    </message>
</context><context>
    <name>Teaching</name>
    <message>
        <location filename="../ui/teaching/teaching.py" line="73" />
        <source>{name} is being taught; you can go on working.</source>
        <translation>{name} está aprendiendo; puede seguir trabajando.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="124" />
        <source>Cancelled: {name} was not kept.</source>
        <translation>Cancelado: {name} no se conservó.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="127" />
        <source>The engine gave no answer. See the log panel.</source>
        <translation>El motor no respondió. Vea el panel de registro.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="139" />
        <source>balanced accuracy of cloud</source>
        <translation>exactitud equilibrada de nube</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="140" />
        <source>balanced accuracy of shadow</source>
        <translation>exactitud equilibrada de sombra</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="141" />
        <source>overall accuracy</source>
        <translation>exactitud global</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="143" />
        <source>{figure} {before} → {after}</source>
        <translation>{figure} {before} → {after}</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="150" />
        <source>{name} is in the list of models. Before and after, on labels held out by place: {figures}.</source>
        <translation>{name} está en la lista de modelos. Antes y después, en etiquetas reservadas por lugar: {figures}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="154" />
        <source>Elsewhere it agrees with {start} on {share} of the pixels.</source>
        <translation>En lo demás coincide con {start} en el {share} de los píxeles.</translation>
    </message>
</context><context>
    <name>TimeLeft</name>
    <message>
        <location filename="../ui/runs/time_left.py" line="47" />
        <source>less than a minute left</source>
        <translation>queda menos de un minuto</translation>
    </message>
    <message>
        <location filename="../ui/runs/time_left.py" line="49" />
        <source>about {minutes} min left</source>
        <translation>quedan unos {minutes} min</translation>
    </message>
    <message>
        <location filename="../ui/runs/time_left.py" line="50" />
        <source>about {hours} h left</source>
        <translation>quedan unas {hours} h</translation>
    </message>
</context><context>
    <name>UvFetcher</name>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="55" />
        <source>There is no uv for this machine ({machine}). Install Python 3.11 to 3.14.</source>
        <translation>No hay uv para esta máquina ({machine}). Instale Python 3.11 a 3.14.</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="60" />
        <source>Downloading uv, which brings a Python</source>
        <translation>Descargando uv, que trae un Python</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="73" />
        <source>{name} of {index} is not the published file. Correct the package index.</source>
        <translation>{name} de {index} no es el archivo publicado. Corrija el índice de paquetes.</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="79" />
        <source>uv could not be downloaded ({reason}). Check the network and QGIS' proxy settings, or install Python 3.11 to 3.14.</source>
        <translation>No se pudo descargar uv ({reason}). Compruebe la red y el proxy de QGIS, o instale Python 3.11 a 3.14.</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="139" />
        <source>The wheel of uv holds no program.</source>
        <translation>El paquete de uv no contiene ningún programa.</translation>
    </message>
</context></TS>
