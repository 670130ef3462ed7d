<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AfterMaskButton</name>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="27" />
        <source>Use masks…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="28" />
        <source>Make something of the ticked products and their masks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="33" />
        <source>Cloud-free &amp;composite…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="34" />
        <source>&amp;Field calendar…</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ApplyMask</name>
    <message>
        <location filename="../toolbox/applymask.py" line="51" />
        <source>Apply a mask to rasters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="59" />
        <source>cloud,mask,nodata,no data,buffer,remove,clip,band</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="63" />
        <source>Sets rasters to no data where a cloud mask has chosen classes, with a buffer in metres.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="67" />
        <source>&lt;p&gt;Copies a raster and sets it to &lt;b&gt;no data&lt;/b&gt; where the mask has one of the chosen classes, and within the buffer around them. Any number of bands and any data type; bands keep names, scales and colours. Raster and mask may differ in resolution, extent and CRS: the mask is laid on the raster's pixels by nearest neighbour.&lt;/p&gt;&lt;p&gt;Outside the mask the raster is kept, unless the mask's no data is taken away too.&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="78" />
        <source>Raster</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="79" />
        <source>The raster to mask: a band, a stack, a true-colour image, an index; any data type.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="82" />
        <source>Cloud mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="83" />
        <source>A mask by this plugin, or any raster of whole numbers with the same classes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="88" />
        <source>Classes to remove</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="94" />
        <source>Pixels of these classes become no data. In scripts by name: thick_cloud,cloud_shadow.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="98" />
        <source>Buffer (metres)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="103" />
        <source>Pixels whose centre is within this distance of a cloud or shadow pixel go too.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="105" />
        <source>Also remove where the mask has no data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="106" />
        <source>Also sets to no data what the mask knows nothing of, and what lies outside it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="111" />
        <source>No-data value</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="115" />
        <source>Empty: the raster's own; where it has none, 0 for unsigned, the lowest for signed integers, NaN for real numbers.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="124" />
        <source>More rasters for the same mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="128" />
        <source>Masked in the same way and written to the folder below, such as the other bands of the product.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="132" />
        <source>Masked raster</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="133" />
        <source>A tiled, compressed GeoTIFF (.tif) on the raster's own grid.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="137" />
        <source>Folder for more rasters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="139" />
        <source>Each of the further rasters becomes &lt;name&gt;_masked.tif in this folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="142" />
        <source>All masked rasters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="143" />
        <source>Taken away by the mask (%)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="148" />
        <source>More rasters are given, but no folder for them. Choose the folder for more rasters.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>AreaPicker</name>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="46" />
        <source>Whole product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="48" />
        <source>Map canvas</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="49" />
        <source>Extent of a layer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="51" />
        <source>Drawn rectangle</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="88" />
        <source>Draw a rectangle on the map. Any other map tool leads back without one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="155" />
        <source>Draw a rectangle on the map first, or mask the whole product.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="157" />
        <source>Choose a layer that has an extent, or mask the whole product.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="158" />
        <source>The map canvas is empty. Add a layer to it, or mask the whole product.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="169" />
        <source>Everything that the product covers.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ChoicePanel</name>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="33" />
        <source>Temporary folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="86" />
        <source>{metres} m</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <location filename="../ui/dialog/choice_panel.py" line="96" />
        <location filename="../ui/dialog/choice_panel.py" line="89" />
        <source>Automatic</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="90" />
        <source>Processor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="91" />
        <source>NVIDIA graphics card (CUDA)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="92" />
        <source>Apple graphics (MPS)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="97" />
        <source>Full (float32)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="98" />
        <source>Half (bfloat16)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="99" />
        <source>Half (float16)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="130" />
        <source>Finest detail: small cumulus and their shadows. About four times the work of 20 m.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="133" />
        <source>Recommended: good detail in a quarter of the time of 10 m.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="134" />
        <source>Landsat's grid size: quick, small clouds blur.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="135" />
        <source>Quickest: an overview of large clouds, for many products.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="139" />
        <source>The network predicts at {metres} m; the mask is interpolated to this grid.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="146" />
        <source>One mask per product, with its style (.qml) and metadata (.json).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="148" />
        <source>Deleted when QGIS closes. Choose a folder to keep the masks.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Resolutio&amp;n</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>M&amp;odel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Download…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>F&amp;ile…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Use a network of your own: a state dict of UNetMobV2, TorchScript or ONNX</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Area</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Draw…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Draw a rectangle on the map; this window steps aside meanwhile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Ou&amp;tput folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Beside products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Keep the masks in a folder cloud_masks beside the ticked products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Ad&amp;vanced</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>D&amp;evice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Where the network runs. Automatic takes a graphics card where the engine can use it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Precision</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Arithmetic of the network. Half precision is faster where the device has it, and changes few pixels.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Over&amp;lap</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Least overlap of neighbouring patches, in pixels of the grid that is predicted on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source> px</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>E&amp;xtra views</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Test-time augmentation: predict so many turned and mirrored views as well and average them. Each takes as long as the first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Buffer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Widen clouds and shadows by so many pixels</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Confidence</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Write the probabilities of the classes as a second raster</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Over&amp;write</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Replace masks that already exist</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ClassStyle</name>
    <message>
        <location filename="../toolbox/layer_styles.py" line="134" />
        <source>Clear</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="135" />
        <source>Thick cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="136" />
        <source>Thin cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="137" />
        <source>Cloud shadow</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>CloudFree</name>
    <message>
        <location filename="../toolbox/cloudfree.py" line="45" />
        <source>Count clear days</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="53" />
        <source>cloud free,clear,count,observations,time series,latest,date,composite</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="57" />
        <source>From masks of several dates of a tile: how often each pixel was clear, and when last.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="61" />
        <source>&lt;p&gt;Takes the masks of several dates of one tile and writes two rasters: the &lt;b&gt;number of days&lt;/b&gt; on which each pixel was clear (no data: never seen), and the &lt;b&gt;latest clear day&lt;/b&gt; as a number such as 20240715 (no data 0: never clear). The dates come from the masks themselves. Masks of one day are one observation: clear where one of them is clear and none is cloud or shadow.&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="71" />
        <source>Masks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="72" />
        <source>Masks of one tile by this plugin. They may differ in resolution and extent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="77" />
        <source>Folder of masks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="81" />
        <source>Every *_cloudmask.tif in this folder and below it is taken, besides the masks chosen above.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="84" />
        <source>Tile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="85" />
        <source>Takes only the masks of this tile, such as 55JGF. Needed where the masks are of several tiles.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="90" />
        <source>Resolution (metres)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="95" />
        <source>Pixel size of the rasters; finest is that of the finest mask. In scripts: finest, 10, 20, 30 or 60.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="100" />
        <source>Clear days</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="101" />
        <source>Number of clear days a pixel, a GeoTIFF (.tif).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="104" />
        <source>Latest clear day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="105" />
        <source>Latest clear day a pixel as YYYYMMDD, a GeoTIFF (.tif).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="107" />
        <source>Days seen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="108" />
        <source>Mean number of clear days</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="114" />
        <source>No mask is given. Choose masks, or a folder of masks.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="116" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>CloudMaskPlugin</name>
    <message>
        <location filename="../plugin.py" line="58" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../plugin.py" line="59" />
        <source>Mask clouds…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../plugin.py" line="60" />
        <source>Cloud and cloud-shadow masks of Sentinel-2 products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../plugin.py" line="63" />
        <source>Review masks…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../plugin.py" line="66" />
        <source>Set up the engine…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../plugin.py" line="75" />
        <source>Live cloud mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../plugin.py" line="77" />
        <source>The cloud mask follows the map while you pan and zoom</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>CloudMaskProvider</name>
    <message>
        <location filename="../toolbox/provider.py" line="69" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/provider.py" line="73" />
        <source>Sentinel-2 Cloud Mask (clouds and their shadows)</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>CompareMasks</name>
    <message>
        <location filename="../toolbox/comparemasks.py" line="52" />
        <source>Compare a mask with a reference</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="60" />
        <source>accuracy,confusion,agreement,validation,kappa,f1,iou,balanced,cloudsen12,fmask,scl</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="64" />
        <source>Counts how a mask agrees with another algorithm's mask or with labels: matrix, map, report.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="68" />
        <source>&lt;p&gt;Compares a mask with a &lt;b&gt;reference&lt;/b&gt;: the mask of another algorithm, or labels. The class map says what the reference's values mean. The reference is laid on the mask's grid by nearest neighbour; pixels where either has no data are left out.&lt;/p&gt;&lt;p&gt;Gives a confusion table, a raster of where the two agree and differ, and a report with producer's accuracy (PA, recall), user's accuracy (UA, precision), F1, IoU and balanced accuracy (BOA) of the classes and of the three CloudSEN12 experiments: &lt;b&gt;cloud&lt;/b&gt; (thick and thin), &lt;b&gt;shadow&lt;/b&gt;, &lt;b&gt;invalid&lt;/b&gt; (all three). The figures are shares from 0 to 1; one that is not defined (no cloud at all, say) is left empty.&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="81" />
        <source>Mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="82" />
        <source>The mask to judge; the comparison is made on its grid.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="85" />
        <source>Reference</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="86" />
        <source>What is taken for right, on any grid: another mask, or labels.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="89" />
        <source>Class map of the reference</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="90" />
        <source>What the reference's values mean: this plugin's classes, Sen2Cor's SCL, Fmask … In scripts by name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="97" />
        <source>Class map of your own (instead of the one above)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="102" />
        <source>A TOML file that lists the reference's values for clear, thick_cloud, thin_cloud, cloud_shadow.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="106" />
        <source>Class map of the mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="107" />
        <source>What the mask's values mean, when it is not a mask by this plugin.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="113" />
        <source>Random sample (pixels)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="118" />
        <source>Counts this many valid pixels drawn at random, and gives an interval. Empty: all pixels.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="124" />
        <source>Seed of the sample</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="129" />
        <source>The same seed draws the same pixels.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="134" />
        <source>Confusion table</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="134" />
        <source>CSV files (*.csv)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="136" />
        <source>Pixels by class of the reference (rows) and of the mask (columns), a CSV file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="139" />
        <source>Agreement</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="140" />
        <source>Where the two agree and in which way they differ, a GeoTIFF (.tif) with its style.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="144" />
        <source>Report</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="144" />
        <source>HTML files (*.html)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="146" />
        <source>Figures and a picture to read and to keep, one HTML file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="148" />
        <source>Pixels compared</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="149" />
        <source>Overall accuracy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="150" />
        <source>Cohen's kappa</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="153" />
        <source>{figure} of {experiment}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="160" />
        <source>The class map {path} is not there. Choose an existing file.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>Composite</name>
    <message>
        <location filename="../toolbox/composite.py" line="50" />
        <source>Cloud-free composite</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="58" />
        <source>composite,mosaic,cloud free,median,medoid,latest,best,picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="62" />
        <source>A cloud-free picture of many dates of a tile or several, with a receipt for every pixel.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="66" />
        <source>&lt;p&gt;Takes all products in a folder, of any dates, orbits and neighbouring tiles of one UTM zone, and their cloud masks; makes the masks that are missing; and writes a picture that shows only clear pixels: the &lt;b&gt;median&lt;/b&gt; of the clear dates, the &lt;b&gt;medoid&lt;/b&gt; (the date most like the others), the &lt;b&gt;latest&lt;/b&gt; or &lt;b&gt;first&lt;/b&gt; clear one, or the &lt;b&gt;best&lt;/b&gt;, farthest from cloud, shadow and edge. Reflectance × 10000, harmonised between processing baselines.&lt;/p&gt;&lt;p&gt;The &lt;b&gt;receipt&lt;/b&gt; says of every pixel which day it shows, how many clear looks there were, and how sure the mask was. Products that do not fit are reported and the others go on.&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="81" />
        <source>Method</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="83" />
        <source>What a pixel shows of its clear dates. In scripts: median, medoid, latest, first or best.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="86" />
        <source>Bands</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="87" />
        <source>In their order in the picture, with commas between. B04,B03,B02 is true colour.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="92" />
        <source>Resolution (metres)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="97" />
        <source>Pixel size of the picture. In scripts: 10, 20, 30 or 60.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="100" />
        <source>Area (all when empty)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="101" />
        <source>Only this area is masked and shown, in any CRS.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="106" />
        <source>Margin around cloud and shadow (metres)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="112" />
        <source>Pixels within this distance of cloud or shadow do not count as clear.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="117" />
        <source>Sure from (% confidence of clear)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="123" />
        <source>Dates of which the mask is so sure are taken before others. 0: all alike.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="127" />
        <source>Composite</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="128" />
        <source>A Cloud Optimized GeoTIFF (.tif); its receipt, style and provenance go beside it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="130" />
        <source>Receipt</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="131" />
        <source>Pixels shown (%)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="132" />
        <source>Days shown</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="139" />
        <source>The bands {bands} are not possible. Name each once, such as B04,B03,B02.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>EngineAlgorithm</name>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="140" />
        <source>{path} must end with {ending}. Choose another name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="145" />
        <source>{folder} cannot be written. Choose another output folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="186" />
        <source>Cancelled. Nothing unfinished was left behind.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="168" />
        <location filename="../toolbox/engine_algorithm.py" line="202" />
        <source>The engine ended without a result. Repair it in Set-up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="239" />
        <source>Reading {product}…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="240" />
        <source>Predicting {product}…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="241" />
        <source>Writing {product}…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="261" />
        <source>{layer} is no raster file (its source is {provider}). Save it as a GeoTIFF first.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>EngineErrands</name>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="59" />
        <source>List cloud mask models</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="79" />
        <source>Read Sentinel-2 products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="94" />
        <source>Download {title}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="96" />
        <source>Download {title} ({size} MB)?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="101" />
        <source>Licence: {licence}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="103" />
        <source>Please cite: {citation}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="104" />
        <source>From: {addresses}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="108" />
        <source>&amp;Download</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="188" />
        <location filename="../ui/runs/engine_errands.py" line="116" />
        <source>Downloading {title}</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>EngineProcess</name>
    <message>
        <location filename="../bridge/engine_process.py" line="74" />
        <source>The engine's Python {interpreter} could not be started ({reason}). Repair it in Set-up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="113" />
        <source>The engine printed something that is not an event ({start}) and was stopped. Repair the engine in Set-up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="125" />
        <source>The engine was killed by the system, most often because memory ran out. Close other programs or choose a coarser resolution, then run again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="134" />
        <source>The engine died (signal {signal}). Run again; if it dies again, repair it in Set-up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="145" />
        <source>The engine ran out of memory. Close other programs or choose a coarser resolution.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="153" />
        <source>The engine stopped: {reason}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="156" />
        <source>it gave no reason. Repair it in Set-up.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>EngineTexts</name>
    <message>
        <location filename="../bridge/engine_texts.py" line="13" />
        <source>Clear</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="14" />
        <source>Thick cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="15" />
        <source>Thin cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="16" />
        <source>Cloud shadow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="17" />
        <source>Cloud (thin cloud often missed)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="18" />
        <source>Four classes at 10 m, Level-1C only (needs B10).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="22" />
        <source>Cloud and cloud shadow, no thin cloud class. Predicts at 30 m; finer grids get interpolated probabilities.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="28" />
        <source>What UNetMobV2 is sure of; else cloud and shadow of UKIS at 30 m. Four classes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="32" />
        <source>As UKIS+UNetMobV2, for Level-2A, which has no B10: cirrus that only B10 shows is not found.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="35" />
        <source>Four classes at 10 m, Level-1C and Level-2A; without B10 it misses cirrus that only B10 shows.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>Environment</name>
    <message>
        <location filename="../bridge/environment.py" line="42" />
        <source>The engine's Python {path} does not exist. Correct the variable S2CLOUDMASK_PYTHON or name another one in Raster, Sentinel-2 Cloud Mask, Set up the engine.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/environment.py" line="47" />
        <source>The engine is not set up yet. Open Raster, Sentinel-2 Cloud Mask, Set up the engine (this is done once and takes a few minutes), or name an existing Python in the variable S2CLOUDMASK_PYTHON.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>EnvironmentMaker</name>
    <message>
        <location filename="../bridge/environment_maker.py" line="45" />
        <source>Making the environment</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="61" />
        <source>Checking the engine</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="66" />
        <source>Ready</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="117" />
        <source>Another QGIS is setting up the engine now. Wait for it to end, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="131" />
        <source>The engine needs {needed} GB in {folder}, and {free} GB are free. Make room there, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="159" />
        <source>The engine is installed but lists no models. Copy the log and report it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="161" />
        <source>Models: {names}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="189" />
        <source>{folder} could not be removed ({reason}). End running masks and try again.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>EnvironmentTask</name>
    <message>
        <location filename="../ui/setup/environment_task.py" line="26" />
        <source>Set up the cloud mask engine</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="40" />
        <source>The set-up failed: {reason}. Try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="59" />
        <source>Remove the cloud mask engine</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="81" />
        <source>Check the cloud mask engine</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="111" />
        <source>Look for Python</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>Fields</name>
    <message>
        <location filename="../toolbox/fields.py" line="45" />
        <source>Usable dates of fields</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="53" />
        <source>field,parcel,polygon,agriculture,calendar,usable,clear,dates,share</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="57" />
        <source>On which dates each polygon of a layer is clear enough to be used; table, summary and calendar.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="63" />
        <source>&lt;p&gt;Takes a layer of polygons in any CRS and all products in a folder, and finds for each polygon and date the shares of clear, thick cloud, thin cloud, shadow and no data, and whether it is clear enough. Masks that are there are taken; else only patches around the polygons are predicted, which is much faster than masking whole products.&lt;/p&gt;&lt;p&gt;The GeoPackage has a layer &lt;b&gt;fields&lt;/b&gt;, a row a polygon and date, set for the temporal controller, and a layer &lt;b&gt;summary&lt;/b&gt;, a row a polygon with its usable dates and longest gap. Beside it lies a &lt;b&gt;calendar&lt;/b&gt; to print (.html).&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="75" />
        <source>Polygons</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="76" />
        <source>Fields, parcels, sites: polygons in any CRS. Invalid ones are mended.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="80" />
        <source>Field that names the polygons</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="82" />
        <source>Its values must tell the polygons apart. Empty: their number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="88" />
        <source>Usable from (% clear)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="94" />
        <source>A date is usable when so much of the polygon's whole area is clear.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="97" />
        <source>Dates of fields</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="98" />
        <source>A GeoPackage (.gpkg); the calendar (.html) and the provenance (.json) go beside it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="100" />
        <source>Summary</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="101" />
        <source>Calendar</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="102" />
        <source>Days seen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="103" />
        <source>Usable polygons and dates</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>GuideWindow</name>
    <message>
        <location filename="../ui/dialog/guide_window.py" line="23" />
        <source>Sentinel-2 Cloud Mask: user guide</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>Layers</name>
    <message>
        <location filename="../bridge/layer_words.py" line="39" />
        <source>No data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/layers.py" line="55" />
        <source>Cloud mask {scene}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/layers.py" line="67" />
        <source>Confidence {scene}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/layers.py" line="119" />
        <source>True colour {scene}</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>LiveBar</name>
    <message>
        <location filename="../ui/live/live_bar.py" line="31" />
        <source>Live cloud mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="36" />
        <source>Product that is masked live. Drop others here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="37" />
        <source>Product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="40" />
        <source>Previous product (Shift+B)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="43" />
        <source>Next product (Shift+N)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="45" />
        <source>Add a product…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="51" />
        <source>Opacity of the live mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="52" />
        <source>Opacity</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="54" />
        <source>Zoom to the product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="56" />
        <source>Keep: mask the whole product</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>LiveEngine</name>
    <message>
        <location filename="../bridge/live_engine.py" line="224" />
        <source>The engine printed something that is not an event ({start}) and was stopped. Repair the engine in Set-up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="237" />
        <source>The engine's Python {interpreter} could not be started ({reason}). Repair it in Set-up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="258" />
        <source>The engine of the live mask ended unexpectedly and was restarted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="260" />
        <source>The engine of the live mask ended {count} times without an answer ({reason}). Close other programs, or repair it in Set-up.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>LiveMask</name>
    <message>
        <location filename="../ui/live/live_mask.py" line="165" />
        <source>Product to mask live (a .SAFE folder)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="171" />
        <source>{folder} is no Sentinel-2 product. Choose a .SAFE folder, or drop a zip of it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="229" />
        <source>The map is beside the product.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="264" />
        <source>no data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="278" />
        <source>Live</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="15" />
        <source>thick</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="16" />
        <source>thin</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="17" />
        <source>shadow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="20" />
        <source>cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="25" />
        <source>a first look: {shares}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="26" />
        <source>getting sharper: {shares}</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>MaskDialog</name>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="55" />
        <source>The engine is not set up yet. This is done once and takes a few minutes. You can add products meanwhile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="59" />
        <source>Set up…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="68" />
        <source>The engine is ready. {label} tells thin cloud, which the network that is here often misses ({size} MB).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="72" />
        <source>Download…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="58" />
        <source>Set-&amp;up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="255" />
        <location filename="../ui/dialog/mask_dialog.py" line="59" />
        <source>&amp;Run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="117" />
        <source>Set up the engine first. This is done once and takes a few minutes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="124" />
        <source>Tick at least one product that can be processed; the State column says why others cannot.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="141" />
        <source>{folder} cannot be written to. Choose another folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="254" />
        <source>&amp;Run ({count})</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../ui/dialog/masks_there.py" line="52" />
        <source>%n mask(s) exist already, made with other settings.</source>
        <translation>
            <numerusform>%n mask exists already, made with other settings.</numerusform>
            <numerusform>%n masks exist already, made with other settings.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="54" />
        <source>Overwrite</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="55" />
        <source>Keep both</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="56" />
        <source>Skip</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="56" />
        <source>Reading</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="57" />
        <source>Predicting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="58" />
        <source>Writing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="62" />
        <source> ({count} runs wait)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="69" />
        <source>Cancelling…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>&amp;Mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>Cancel run</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>MaskFolder</name>
    <message>
        <location filename="../toolbox/maskfolder.py" line="60" />
        <source>Mask a folder of products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="68" />
        <source>sentinel-2,cloud,shadow,mask,batch,folder,archive,time series,table,geopackage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="72" />
        <source>Masks every Sentinel-2 product in a folder, by date and tile, and makes a table with footprints.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="78" />
        <source>&lt;p&gt;Looks for Sentinel-2 products in a folder and in all folders below it, and masks each. Products may be chosen by sensing date and tile. A mask that is there already, made with the same settings, is &lt;b&gt;not made again&lt;/b&gt;. A product that cannot be masked is reported, and the others go on.&lt;/p&gt;&lt;p&gt;The table has a row a mask and a row a failure: the footprint as a polygon (where the mask has data, EPSG:4326), sensing time, tile, class shares in percent, model, and the paths. It can be mapped, filtered and joined.&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="91" />
        <source>Folder of products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="94" />
        <source>SAFE folders, zips of them and cloud-archive folders in it are found, however deep.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="97" />
        <source>From (sensing date)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="97" />
        <source>Earlier products are left out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="98" />
        <source>To (sensing date)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="98" />
        <source>Later products are left out; the day itself is in.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="107" />
        <source>Tiles</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="108" />
        <source>Only these tiles, such as 55JGF or 55JGF,56JMM. Empty: all.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="112" />
        <source>Write confidence rasters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="113" />
        <source>Writes &lt;product&gt;_confidence.tif too: four bands, probability times 250, 255 no data.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="117" />
        <source>Overwrite existing masks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="118" />
        <source>Without it a mask with the same settings is skipped, and one with other settings is a failure.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="122" />
        <source>Folder for masks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="123" />
        <source>Each mask becomes &lt;product&gt;_cloudmask.tif, with its style and provenance beside it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="128" />
        <source>Table of masks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="132" />
        <source>Footprints and figures, best as a GeoPackage (.gpkg).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="134" />
        <source>Masks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="135" />
        <source>Masks made</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="136" />
        <source>Masks that were there already</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="137" />
        <source>Products that failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="143" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="146" />
        <source>The dates leave nothing: {first} is later than {last}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="174" />
        <source>No Sentinel-2 product is in {path}. Choose a folder of SAFE folders or zips.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="180" />
        <source>{chosen} of {found} products are to be masked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="188" />
        <source>None of the {count} products could be masked. The first: {message}</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>MaskOptions</name>
    <message>
        <location filename="../toolbox/mask_options.py" line="53" />
        <source>Resolution (metres)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="55" />
        <source>Pixel size of the mask. 20 m suits most work; 10 m takes about four times as long; 60 m is a quick look. In scripts: 10, 20, 30 or 60.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="62" />
        <source>Model</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="63" />
        <source>The network. auto takes UNetMobV2_V2 where its weights have been downloaded, else the embedded UKIS network, and says which and why in the log. In scripts by name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="71" />
        <source>Area (whole product when empty)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="73" />
        <source>Only this area is masked, in any CRS; the mask keeps the pixels of the product's grid.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="80" />
        <source>Network of your own (instead of the model above)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="84" />
        <source>A file of weights: the state dict of a 13-band UNetMobV2 (.pt), or TorchScript or ONNX with a small TOML beside it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="92" />
        <source>Overlap of patches (pixels)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="93" />
        <source>Least overlap of neighbouring patches, up to half a patch ({most} px). Empty: {default} px of a patch of {patch} px. More is slower and smoother at the seams.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="101" />
        <source>Extra views (test-time augmentation)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="102" />
        <source>Turned and mirrored views that are predicted as well and averaged. Each takes the time of one more run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="109" />
        <source>Widen clouds and shadows (pixels)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="110" />
        <source>Clouds and shadows grow by this many pixels of the mask.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="115" />
        <source>Device</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="116" />
        <source>Where the network runs. auto takes a graphics card when there is one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="120" />
        <source>Precision</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="121" />
        <source>Number format of the network. auto takes the fastest that holds on the device; float32 gives the same mask on every machine.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="134" />
        <source>The network {file} is not there. Choose an existing file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="137" />
        <source>The area is empty. Give xmin, xmax, ymin, ymax with a width and a height.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>MaskPolygons</name>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="44" />
        <source>Mask to polygons</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="52" />
        <source>polygon,vector,polygonize,outline,area,geojson,geopackage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="56" />
        <source>Cloud, thin cloud and shadow as valid polygons with their area.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="60" />
        <source>&lt;p&gt;Turns the classes of a mask into polygons: pixels of one class that touch by a side become one, with its class and its area in hectares. Small ones can be left out; borders can be simplified, and those that classes share stay shared. All polygons are valid.&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="69" />
        <source>Cloud mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="70" />
        <source>A mask by this plugin, or any raster of bytes with the same classes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="75" />
        <source>Classes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="81" />
        <source>Which classes become polygons. In scripts by name: thick_cloud,cloud_shadow.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="85" />
        <source>Smallest area (square metres)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="87" />
        <source>Smaller polygons are left out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="91" />
        <source>Simplify borders (metres)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="93" />
        <source>0 keeps the outlines of the pixels.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="96" />
        <source>Polygons of the mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="97" />
        <source>A GeoPackage (.gpkg) in the mask's CRS, or GeoJSON (.geojson) in WGS 84.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="99" />
        <source>Number of polygons</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="100" />
        <source>Their area (hectares)</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>MaskProduct</name>
    <message>
        <location filename="../toolbox/maskproduct.py" line="49" />
        <source>Mask a product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="57" />
        <source>sentinel-2,cloud,shadow,mask,unetmobv2,cloudsen12,ukis,copernicus,l1c,l2a</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="61" />
        <source>Masks clouds and cloud shadows of one Sentinel-2 product (SAFE folder, zip, cloud-archive folder).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="67" />
        <source>&lt;p&gt;Masks one Sentinel-2 product by a neural network: &lt;b&gt;0&lt;/b&gt; clear, &lt;b&gt;1&lt;/b&gt; thick cloud, &lt;b&gt;2&lt;/b&gt; thin cloud, &lt;b&gt;3&lt;/b&gt; cloud shadow, &lt;b&gt;255&lt;/b&gt; no data. The mask is a Cloud Optimized GeoTIFF on the product's own grid, with its style (.qml) and its provenance (.json) beside it; it is the very file that the command s2cloudmask writes.&lt;/p&gt;&lt;p&gt;The numbers are percent: classes of the valid pixels, no data of all pixels. Work happens in a process of its own; cancelling ends it and leaves no file.&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="80" />
        <source>Product (SAFE folder, zip, metadata file, GeoTIFF stack, STAC item, or an address)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="82" />
        <source>Sentinel-2 products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="84" />
        <source>A .SAFE folder, the .zip it was downloaded as, a folder in cloud-archive layout, or the metadata file inside one of them (MTD_MSIL1C.xml, MTD_MSIL2A.xml, metadata.xml), which stands for its folder; also a .tar, EOPF Zarr, a GeoTIFF stack with named bands, a STAC item, or the address of any of them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="92" />
        <source>Cloud mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="93" />
        <source>The mask, a GeoTIFF (.tif). Its style and provenance are written beside it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="97" />
        <source>Confidence</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="99" />
        <source>Four bands, one a class: probability times 250, 255 no data (.tif).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="102" />
        <source>Clear (%)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="103" />
        <source>Thick cloud (%)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="104" />
        <source>Thin cloud (%)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="105" />
        <source>Cloud shadow (%)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="106" />
        <source>No data (%)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="109" />
        <source>Model that made the mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="110" />
        <source>SHA-256 of its weights</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="116" />
        <source>The product {path} is not there. Choose an existing folder or zip.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>MaskTask</name>
    <message numerus="yes">
        <location filename="../ui/runs/mask_task.py" line="100" />
        <source>Cloud mask of %n product(s)</source>
        <translation>
            <numerusform>Cloud mask of %n product</numerusform>
            <numerusform>Cloud mask of %n products</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/runs/mask_task.py" line="137" />
        <source>The engine ended without a mask or an error. See the log panel.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/mask_task.py" line="186" />
        <source>The engine's answer was refused ({reason}). Repair the engine in Set-up.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ModelPicker</name>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="86" />
        <source>Automatic (best available)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="90" />
        <source>{title} (to download)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="99" />
        <source>Network of your own</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="101" />
        <source>Networks (*.pt *.pth *.ckpt *.safetensors *.onnx);;All files (*)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="109" />
        <source>Download…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="111" />
        <source>Get {label}…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="121" />
        <source>Ready.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="122" />
        <source>Embedded, nothing to download.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="123" />
        <source>To be downloaded: {size} MB, {licence}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="127" />
        <source>It misses most thin cloud.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="132" />
        <source>The list of models appears when the engine is set up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="134" />
        <source>No network is here yet: choose one and download it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="135" />
        <source> and </source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="136" />
        <source>Will use {title}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="138" />
        <source>Will use {title}, which misses most thin cloud.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="141" />
        <source>{label} tells thin cloud and is not downloaded yet ({size} MB).</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>OwnMask</name>
    <message>
        <location filename="../toolbox/ownmask.py" line="33" />
        <source>Extract the product's own mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="41" />
        <source>sentinel-2,cloud,mask,msk_classi,msk_clouds,scl,sen2cor,scene classification</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="45" />
        <source>Writes the cloud mask that came with a Sentinel-2 product, in the classes of this plugin.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="49" />
        <source>&lt;p&gt;Every Sentinel-2 product brings a cloud mask of its own: MSK_CLASSI (Level-1C since baseline 04.00), MSK_CLOUDS polygons (Level-1C before), or the scene classification SCL (Level-2A). This writes it as a raster with the classes and colours of this plugin, to compare the two. What it does not tell apart (Level-1C masks have no cloud shadow) is said in the log.&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="61" />
        <source>Product (SAFE folder, its zip, or its metadata file)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="63" />
        <source>Sentinel-2 products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="65" />
        <source>A Level-1C or Level-2A product that still holds its masks (folder QI_DATA or qi, or band SCL).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="68" />
        <source>Own mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="69" />
        <source>The mask, a GeoTIFF (.tif): 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow, 255 no data.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="76" />
        <source>The product {path} is not there. Choose an existing folder or zip.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>PackageInstaller</name>
    <message>
        <location filename="../bridge/package_installer.py" line="66" />
        <source>Downloading {package} ({number} of {total})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="70" />
        <source>{package} is downloaded already</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="79" />
        <source>Installing the packages</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="100" />
        <source>Downloading what PyTorch's CUDA build needs (3 GB)</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ProductMenu</name>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="53" />
        <source>Tick selected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="54" />
        <source>Untick selected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="55" />
        <source>Tick all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="56" />
        <source>Untick all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="62" />
        <source>Show on the map</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="65" />
        <source>Show image</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="67" />
        <source>Open folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="69" />
        <source>Copy path</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ProductModel</name>
    <message>
        <location filename="../ui/dialog/product_model.py" line="71" />
        <source>Product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="72" />
        <source>Sensed (UTC)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="73" />
        <source>Tile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="74" />
        <source>Level</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="75" />
        <source>Baseline</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="76" />
        <source>State</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="223" />
        <source>Set up the engine first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="224" />
        <source>Reading…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="226" />
        <source>Ready once the model is downloaded</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="228" />
        <source>Ready</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="229" />
        <source>Waiting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="230" />
        <source>Working…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="231" />
        <source>Done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="232" />
        <source>Failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="44" />
        <source>this product</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ProductPanel</name>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="58" />
        <source>Add an address…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="94" />
        <source>{names}: not part of a Sentinel-2 product. Add a .SAFE folder or a .zip of it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="134" />
        <source>{folder} is a whole disk. Looking through it may take long. Look there?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="136" />
        <source>{folder} lies on the network. Looking there may take long. Look there?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="174" />
        <location filename="../ui/dialog/product_panel.py" line="137" />
        <source>Look for products in a folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="155" />
        <source>{count} products found. Tick those to mask; right-click for all.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="162" />
        <source>No Sentinel-2 product lies in {folder}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="166" />
        <source>Looking in {folder}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="169" />
        <source>Add a product folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="181" />
        <source>Add products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="183" />
        <source>Zipped products, GeoTIFF stacks, STAC items (*.zip *.tar *.tif *.tiff *.json *.geojson)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="194" />
        <source>Add an address</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="195" />
        <source>Address of a product or STAC item (https://, s3://, gs://, az://):</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="209" />
        <source>Looking for products… {total} so far</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="212" />
        <source>{chosen} of {total} products chosen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="215" />
        <source>, {count} running</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="217" />
        <source>, {count} cannot run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add &amp;folder…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add a product: a .SAFE folder, or the flat folder of one granule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add &amp;zip…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add products as they were downloaded (they need not be unpacked), or GeoTIFF stacks with named bands</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>&amp;Scan folder…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Look for products in a folder and all folders below it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Remove</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Take the selected products off the list (Delete); no file is touched</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Clear list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Take all products off the list; no file is touched</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Stop scan</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Stop looking for products; those found so far stay in the list</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ProductView</name>
    <message>
        <location filename="../ui/dialog/product_view.py" line="77" />
        <source>Drop Sentinel-2 products here: .SAFE folders or .zip downloads,
from the file manager or the Browser panel</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>PythonFinder</name>
    <message>
        <location filename="../bridge/python_finder.py" line="112" />
        <source>{path} is not a working Python.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="127" />
        <source>Python {version} ({path}) is too old for the engine. Install Python {oldest} to {newest}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="132" />
        <source>Python {version} ({path}) is too new for the engine. Install Python {oldest} to {newest}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="137" />
        <source>Python {version} ({path}) is a preliminary release. Install Python {oldest} to {newest}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="142" />
        <source>{path} is a 32-bit Python. Install a 64-bit Python {oldest} to {newest}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="144" />
        <source>Python {version} ({path}) has no venv module. Install it (on Debian and Ubuntu: sudo apt install python3-venv) or choose another Python.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>RefineMask</name>
    <message>
        <location filename="../toolbox/refinement_options.py" line="35" />
        <location filename="../ui/dialog/refinement_boxes.py" line="15" />
        <source>Probability, 0.01 to 1, from which on a pixel is of this class. Empty: where it is the likeliest.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="48" />
        <location filename="../ui/dialog/refinement_boxes.py" line="19" />
        <source>Clear pixels within this distance become of this class.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="29" />
        <location filename="../ui/dialog/refinement_boxes.py" line="21" />
        <source>Threshold of thick cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="30" />
        <location filename="../ui/dialog/refinement_boxes.py" line="22" />
        <source>Threshold of thin cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="31" />
        <location filename="../ui/dialog/refinement_boxes.py" line="23" />
        <source>Threshold of cloud shadow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="42" />
        <location filename="../ui/dialog/refinement_boxes.py" line="24" />
        <source>Margin around thick cloud (metres)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="43" />
        <location filename="../ui/dialog/refinement_boxes.py" line="25" />
        <source>Margin around thin cloud (metres)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="44" />
        <location filename="../ui/dialog/refinement_boxes.py" line="26" />
        <source>Margin around cloud shadow (metres)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="54" />
        <location filename="../ui/dialog/refinement_boxes.py" line="29" />
        <source>Smallest object (square metres)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="55" />
        <location filename="../ui/dialog/refinement_boxes.py" line="30" />
        <source>Smaller cloud or shadow becomes clear.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="59" />
        <location filename="../ui/dialog/refinement_boxes.py" line="34" />
        <source>Smallest gap (square metres)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="60" />
        <location filename="../ui/dialog/refinement_boxes.py" line="35" />
        <source>Smaller clear gaps in cloud are filled.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="36" />
        <source>Refine a mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="44" />
        <source>threshold,margin,buffer,confidence,probability,sieve,holes,dilate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="48" />
        <source>Own thresholds, margins in metres, smallest object and holes from a confidence raster, without predicting again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="55" />
        <source>&lt;p&gt;Makes a new mask from a &lt;b&gt;confidence raster&lt;/b&gt; (made with the mask on request) without predicting again: own thresholds for each class, a margin in metres around each, the smallest object that stays and the smallest gap that stays open. From a &lt;b&gt;mask&lt;/b&gt; all but thresholds is possible.&lt;/p&gt;&lt;p&gt;A class counts where its probability reaches its threshold, without one where it is the likeliest. The new mask keeps its provenance and says what was changed.&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="66" />
        <source>Confidence raster or mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="67" />
        <source>&lt;product&gt;_confidence.tif by this plugin; or a mask where no threshold is given.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="71" />
        <source>Refined mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="72" />
        <source>A mask (.tif) with its style and provenance beside it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="103" />
        <source>Clear (%)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="104" />
        <source>Thick cloud (%)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="105" />
        <source>Thin cloud (%)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="106" />
        <source>Cloud shadow (%)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="107" />
        <source>No data (%)</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ReviewBackground</name>
    <message>
        <location filename="../ui/review/background.py" line="52" />
        <source>The bands of {name} cannot be opened. Find the product, or download it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/background.py" line="89" />
        <source>Cloud mask review</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ReviewDock</name>
    <message>
        <location filename="../ui/review/dock.py" line="44" />
        <source>Cloud mask review</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="51" />
        <source>Folder of cloud masks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="128" />
        <source>There is no cloud mask in {folder}. Choose the output folder of a run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="192" />
        <source>No other mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="220" />
        <source>Score tiles of {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="271" />
        <source>Shown now: {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="49" />
        <source>{name} was not found, so there is no picture of it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="53" />
        <source>Read {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="63" />
        <source>Folder that holds the products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/status.py" line="36" />
        <source>Saved in {file}</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ReviewEngine</name>
    <message>
        <location filename="../ui/review/engine.py" line="79" />
        <source>The engine gave no answer. See the log panel.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ReviewJudging</name>
    <message>
        <location filename="../ui/review/judging.py" line="29" />
        <source>good</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="30" />
        <source>usable</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="31" />
        <source>wrong</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="57" />
        <source>Verdict on tile {tile}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="59" />
        <source>Verdict on the whole mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="87" />
        <source>The verdict could not be saved ({reason}). Close the file elsewhere, then judge again.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ReviewMasks</name>
    <message>
        <location filename="../ui/review/mask_list.py" line="48" />
        <source>refined</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="42" />
        <source>clear</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="43" />
        <source>thick cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="44" />
        <source>thin cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="45" />
        <source>shadow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="52" />
        <source>cloud</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ReviewPainting</name>
    <message>
        <location filename="../ui/review/painting.py" line="142" />
        <source>{file} is there: choose it in the list to correct it further.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="156" />
        <source>Correct {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="233" />
        <source>Choose a class and paint on the map what the mask has wrong; zoom in to paint finer. The mask stays as it is: what is saved is a mask of its own, and the strokes beside it teach a network.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <location filename="../ui/review/painting.py" line="239" />
        <source>%n stroke(s) not saved yet.</source>
        <translation>
            <numerusform>%n stroke not saved yet.</numerusform>
            <numerusform>%n strokes not saved yet.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="241" />
        <source>Saving…</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ReviewPanel</name>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Folder of masks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Masks in the folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Tile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Model</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Verdict</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Find pro&amp;duct…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Name the folder that holds the products; it is remembered</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Background</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>B&amp;rightness</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Darker shows structure in cloud and snow, brighter what lies in shadow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Compare with</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Another mask of the same product: where the two differ comes first, and flicker and swipe switch between them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>C&amp;lasses</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Outline only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>O&amp;pacity</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Sho&amp;w mask (Space)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Space switches the mask off and on while the map or a list has the focus</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Sw&amp;ipe</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Drag a line over the map: the mask is shown to its right only. Shift and the arrow keys move it too.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Li&amp;ve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Mask the product live while you pan and zoom</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Tiles</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Tiles of the mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Score</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Previous (B)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Next (N)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Good (G)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Usable (U)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Wrong (W)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Not&amp;e</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>What is wrong, or where</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Rando&amp;m points</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Dra&amp;w points</source>
        <translation>Dr&amp;aw points</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Random points in each class of the mask; the mask is hidden meanwhile, so that it cannot bias you</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Clear (1)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cloud (2)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Shadow (3)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cannot tell (0)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Teac&amp;h a network…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Teach a network the place you work in, from the points labelled here or from a layer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Correct</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>The class that the brush paints</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Width of the brush on the screen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source> px</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Paint</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Paint on the map with the left mouse button</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Undo (Ctrl+Z)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Save corrected mask</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ReviewPoints</name>
    <message>
        <location filename="../ui/review/points.py" line="76" />
        <source>Draw random points</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="102" />
        <source>The label could not be saved ({reason}). Close the file elsewhere, then label again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="144" />
        <source>Dra&amp;w more points</source>
        <translation>Dr&amp;aw more points</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="144" />
        <source>Dra&amp;w points</source>
        <translation>Dr&amp;aw points</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="155" />
        <source>Points are drawn at random in each class of the mask. Label what you see in the picture; the mask stays hidden meanwhile, so that it cannot bias you.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="166" />
        <source>{done} of {total} labelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="169" />
        <source>Point {number} of {total}: what lies in the yellow square's middle?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="182" />
        <source>The accuracy appears when each class of the mask has two labelled points.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="185" />
        <source>Overall accuracy {estimate}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="189" />
        <source>Clear</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="190" />
        <source>Cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="191" />
        <source>Shadow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="193" />
        <source>User's</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="193" />
        <source>Producer's</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="204" />
        <source>{points} points, 95 % confidence intervals (Olofsson et al. 2014)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="208" />
        <source>; {unsure} left out as one cannot tell</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/points.py" line="213" />
        <source>No error was found, so these points cannot tell how wide the interval is.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ReviewRefining</name>
    <message>
        <location filename="../ui/review/refining.py" line="51" />
        <source>Reset</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="52" />
        <source>Appl&amp;y…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="54" />
        <source>Write the refined mask to a file; this mask stays as it is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="57" />
        <source>Refine</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="83" />
        <source>No confidence raster lies beside this mask, so it has no thresholds. Mask again with its confidence.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="121" />
        <source>Refine {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="129" />
        <source>Threshold</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="130" />
        <source>Margin (m)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="212" />
        <source>On the map, {shares}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="226" />
        <source>Write the refined mask</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ReviewTiles</name>
    <message>
        <location filename="../ui/review/tiles.py" line="84" />
        <source>Looking for the tiles to see first…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="93" />
        <source>The most uncertain tiles first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="94" />
        <source>The tiles where the two masks differ most first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="95" />
        <source>The tiles with most class borders first (the mask has no confidence raster)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="101" />
        <source>Uncertain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="102" />
        <source>Different</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="103" />
        <source>Borders</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="133" />
        <source>Whole mask</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>ReviewView</name>
    <message>
        <location filename="../ui/review/view.py" line="288" />
        <location filename="../ui/review/refining.py" line="132" />
        <source>Thick cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/view.py" line="289" />
        <location filename="../ui/review/refining.py" line="133" />
        <source>Thin cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/view.py" line="290" />
        <location filename="../ui/review/refining.py" line="134" />
        <source>Cloud shadow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/view.py" line="270" />
        <source>True colour (B04 B03 B02)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/view.py" line="271" />
        <source>False colour (B08 B04 B03)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/view.py" line="272" />
        <source>Short-wave infrared (B12 B8A B04)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/view.py" line="273" />
        <source>Cirrus (B10)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/view.py" line="282" />
        <source>None: the map as it is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/view.py" line="296" />
        <source>All classes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/view.py" line="299" />
        <source>Cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/review/view.py" line="300" />
        <source>Only {name}</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>RunQueue</name>
    <message>
        <location filename="../ui/runs/run_queue.py" line="139" />
        <source>{mask}: {outcome}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="198" />
        <source>Zoom to</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="200" />
        <source>Open folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="204" />
        <source>Add to this project</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="206" />
        <source>Log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="228" />
        <source>clear</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="229" />
        <source>thick cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="230" />
        <source>thin cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="231" />
        <source>shadow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="236" />
        <source>cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="238" />
        <source>{seconds} s, {shares}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="240" />
        <source>exists already, {shares}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="248" />
        <source>Cloud {cloud:.1f} %, shadow {shadow:.1f} %, {seconds} s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="250" />
        <source>Cloud {cloud:.1f} %, shadow {shadow:.1f} %, exists already</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="260" />
        <source>Finished {count} of {total} products.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="265" />
        <source>Cancelled: finished {count} of {total} products.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="270" />
        <source>Finished {count} of {total} products. {first}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="278" />
        <source>Finished {total} products.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="281" />
        <source>{label} often misses thin cloud.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>SearchTask</name>
    <message>
        <location filename="../ui/dialog/search_task.py" line="27" />
        <source>Look for products in {folder}</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>Sections</name>
    <message>
        <location filename="../toolbox/sections.py" line="12" />
        <source>Make masks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/sections.py" line="17" />
        <source>Use masks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/sections.py" line="22" />
        <source>Check masks</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>Sentences</name>
    <message>
        <location filename="../ui/runs/sentences.py" line="16" />
        <source>Not a Sentinel-2 product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="17" />
        <source>Its metadata cannot be read: download it again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="18" />
        <source>A band that the network needs is missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="19" />
        <source>A band cannot be read: download it again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="20" />
        <source>Its bands do not lie on one grid: download it again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="21" />
        <source>The archive is damaged: download it again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="22" />
        <source>The network does not take this processing level</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="23" />
        <source>Outside the chosen area</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="24" />
        <source>The output folder cannot be written to</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="25" />
        <source>The disk is full</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="26" />
        <source>Exists already, made with other settings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="27" />
        <source>Another file or product has this mask's name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="28" />
        <source>Another run is writing this mask</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="29" />
        <source>The network is not downloaded</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="30" />
        <source>Not enough memory: choose a coarser resolution</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="31" />
        <source>The engine gave no answer</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>SetupPage</name>
    <message>
        <location filename="../ui/setup/engine_words.py" line="13" />
        <source>Checking the existing engine of {path}…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="17" />
        <source>The existing engine of {path} cannot be used: {problem} Install the engine's packages there (pip install -r requirements.txt), or clear the field Existing engine.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="23" />
        <source>Ready: the existing engine of {path}, Python {version}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="30" />
        <source>QGIS runs in Flatpak: it sees no Python of the system, and its own changes with updates; choose the downloaded one. Products must lie in a folder that Flatpak opens to QGIS.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="35" />
        <source>QGIS runs in a Snap: it may start no program of the system; choose the downloaded Python. Products must lie in your home folder, not in a hidden one, or on a medium that the Snap may read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="55" />
        <source>Python that has the engine's packages</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="57" />
        <source>Only to use an existing Python that has the engine's packages</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="61" />
        <source>For the processor (CPU): runs everywhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="64" />
        <source>For an NVIDIA graphics card (CUDA): several gigabytes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="93" />
        <source>Choose a Python first: install Python 3.11 to 3.14, or name one with Other.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="110" />
        <source>Cancelling…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="130" />
        <source>Cancelled. What was downloaded is kept for the next try.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="140" />
        <source>Remove the engine</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="141" />
        <source>Remove the private environment ({size} GB)? Masks and models stay.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="167" />
        <source>uv (fetches a Python where needed)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="169" />
        <source>Python {version}, downloaded</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="177" />
        <source>No Python was found. Install Python 3.11 to 3.14 and name it with Other.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="184" />
        <source>Python {version} ({path})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="189" />
        <source>Python 3.11 to 3.14</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="250" />
        <source>The engine is not set up yet. It downloads {megabytes} MB once and needs {gigabytes} GB of disk.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="258" />
        <source>Ready: Python {version}, {packages} packages, {size} GB in {folder}, made {made}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="270" />
        <source>&amp;Repair</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <location filename="../ui/setup/setup_page.py" line="270" />
        <source>&amp;Set up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="278" />
        <source>Set up makes a private Python environment in {folder}, downloads the engine's packages into it and tries them. This takes two to ten minutes, most of them for the download; QGIS can be used meanwhile. The log appears here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>The mask is computed by an engine in a Python environment of its own, so that nothing is ever installed into QGIS' Python. It is stored in your QGIS profile and can be removed here at any time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Python</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Other…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Make the environment with another Python 3.11 to 3.14</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>P&amp;ackages</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Package inde&amp;x</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>An extra package index for PyTorch. In a closed network, name your own mirror here; empty for none.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Existing &amp;engine</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Remo&amp;ve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Delete the private environment; masks and models stay</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Copy log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Ca&amp;ncel</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>SetupReasons</name>
    <message>
        <location filename="../bridge/setup_reasons.py" line="30" />
        <source>The disk is full: {folder} or pip's cache has no room. Make room, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="34" />
        <source>This Python has no venv module. Install it (Debian, Ubuntu: sudo apt install python3-venv) or choose another Python.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="40" />
        <source>The proxy refused the connection. Correct it in QGIS under Settings, Options, Network, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="45" />
        <source>The network's certificate is not trusted. Name your organisation's certificate file in the variable PIP_CERT, start QGIS again and retry.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="51" />
        <source>The packages could not be downloaded: there is no connection to the package index. Check the network and QGIS' proxy settings, then try again; what was downloaded is kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="60" />
        <source>The package index has no {package} for this Python. Choose another Python, or correct the index.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="66" />
        <source>This Python lacks the package {package} that the engine needs.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="70" />
        <source>The set-up failed: {reason} The log says more.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>SetupStep</name>
    <message>
        <location filename="../bridge/setup_step.py" line="57" />
        <source>{program} could not be started ({reason}). Choose another Python.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>SourceOptions</name>
    <message>
        <location filename="../toolbox/source_options.py" line="38" />
        <source>Folder of products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="42" />
        <source>SAFE folders, zips of them and cloud-archive folders in it are found, however deep.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="48" />
        <source>Products, one a line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="50" />
        <source>In place of a folder, or with it: paths of SAFE folders, zips of them, or stacks of bands. In scripts also a list.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="59" />
        <source>Folder of masks that are there</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="63" />
        <source>Masks of these products in it are taken, whatever made them; missing ones are made. Empty: all are made.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="70" />
        <source>Model of masks that are made</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="73" />
        <source>The network. auto takes the best available. In scripts by name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="78" />
        <source>Resolution of masks that are made (metres)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="81" />
        <source>20 m suits most work. In scripts: 10, 20, 30 or 60.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="86" />
        <source>Device</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="88" />
        <source>Where the network runs. auto takes a graphics card when there is one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="98" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="102" />
        <source>Choose a folder of products, or products.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="154" />
        <source>No Sentinel-2 product is in {path}. Choose a folder of SAFE folders or zips.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>Statistics</name>
    <message>
        <location filename="../toolbox/statistics.py" line="42" />
        <source>Cloud statistics of an archive</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="50" />
        <source>statistics,month,year,cloud cover,climatology,table,plot,archive</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="54" />
        <source>Cloud by month and year of a folder of masks, by tile or polygon, as table and plot.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="58" />
        <source>&lt;p&gt;Takes all masks in a folder and writes how cloudy each tile was, or each polygon of a layer: the shares of the classes by month and year, by month over all years, by year and over all, as a &lt;b&gt;table&lt;/b&gt; (.csv) and a &lt;b&gt;plot&lt;/b&gt; (.png) beside it. Each date counts alike; shares are of what was seen.&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="69" />
        <source>Folder of masks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="71" />
        <source>Every *_cloudmask.tif in this folder and below it is taken.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="74" />
        <source>Polygons</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="75" />
        <source>Figures of each of these polygons. Empty: of each tile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="79" />
        <source>Field that names the polygons</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="81" />
        <source>Its values must tell the polygons apart. Empty: their number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="84" />
        <source>Table</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="84" />
        <source>Table (*.csv)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="85" />
        <source>Text with commas (.csv); the plot (.png) goes beside it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="87" />
        <source>Plot</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="88" />
        <source>Tiles or polygons</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="94" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>TeachDialog</name>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="46" />
        <source>&amp;Teach</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="101" />
        <source>{file} cannot be read ({reason}).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="110" />
        <source>Labelled: {points}, in masks: {masks}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="114" />
        <source>Left out, as it was not found: {names}. Show its mask, then press Find product.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="119" />
        <source>Left out, as Level-2A lacks B10: {names}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="136" />
        <source>Points or polygons of {mask}, the mask that is shown. Classes: clear, cloud, thick_cloud, thin_cloud, shadow.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="161" />
        <source>Network to start from</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="163" />
        <source>Networks (*.pt *.pth *.ckpt *.safetensors);;All files (*)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="173" />
        <source>Licence, also of the new model: {licence}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="209" />
        <source>Choose labels: the points of this review, or a layer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="211" />
        <source>No point can be used. Draw random points in the dock and label them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="216" />
        <source>The project has no layer of points or polygons.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="218" />
        <source>{layer} has no CRS. Set it in the layer's properties.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="222" />
        <source>Choose the field of {layer} that holds the class.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="226" />
        <source>{name} is Level-2A, which lacks B10. Show the mask of a Level-1C product.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="229" />
        <source>{name} was not found. Press Find product in the dock.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="240" />
        <source>The list of networks is being read…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="241" />
        <source>No 13-band UNetMobV2 is here. Download one in Mask clouds…, or choose a file of your own.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="248" />
        <source>Give the new model a name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="250" />
        <source>A name has letters, digits, - and _, and begins with a letter or digit.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="252" />
        <source>There is a model {name} already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Teach a network</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Fine-tune a network for your area with your labels; takes a few minutes. About a third of them, in squares of 1 km, is held out to measure with before and after. Label each class in several places, kilometres apart.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Labels</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Points of this review</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Layer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Layer of points or polygons</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>class in &amp;field</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Network</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Start f&amp;rom</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>F&amp;ile…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Start from a file of your own: a state dict of a 13-band UNetMobV2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Of the new model in the list of models, such as delta</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Steps</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>More steps take longer and learn the labels better; too many forget the rest</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Keep it even if accuracy drops</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Without it a network that is worse on the labels held out is not kept (--keep-worse)</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>TeachLabels</name>
    <message>
        <location filename="../ui/teaching/teach_labels.py" line="56" />
        <source>{layer} has no feature with a class in its field “{field}”. Choose another one.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>TeachTask</name>
    <message>
        <location filename="../ui/teaching/teach_task.py" line="39" />
        <source>Teach the network {name}</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>Teaching</name>
    <message>
        <location filename="../ui/teaching/teaching.py" line="73" />
        <source>{name} is being taught; you can go on working.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="124" />
        <source>Cancelled: {name} was not kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="127" />
        <source>The engine gave no answer. See the log panel.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="139" />
        <source>balanced accuracy of cloud</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="140" />
        <source>balanced accuracy of shadow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="141" />
        <source>overall accuracy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="143" />
        <source>{figure} {before} → {after}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="150" />
        <source>{name} is in the list of models. Before and after, on labels held out by place: {figures}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="154" />
        <source>Elsewhere it agrees with {start} on {share} of the pixels.</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>TimeLeft</name>
    <message>
        <location filename="../ui/runs/time_left.py" line="47" />
        <source>less than a minute left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/time_left.py" line="49" />
        <source>about {minutes} min left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../ui/runs/time_left.py" line="50" />
        <source>about {hours} h left</source>
        <translation type="unfinished" />
    </message>
</context><context>
    <name>UvFetcher</name>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="55" />
        <source>There is no uv for this machine ({machine}). Install Python 3.11 to 3.14.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="60" />
        <source>Downloading uv, which brings a Python</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="73" />
        <source>{name} of {index} is not the published file. Correct the package index.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="79" />
        <source>uv could not be downloaded ({reason}). Check the network and QGIS' proxy settings, or install Python 3.11 to 3.14.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="139" />
        <source>The wheel of uv holds no program.</source>
        <translation type="unfinished" />
    </message>
</context></TS>
