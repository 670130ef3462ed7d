<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AfterMaskButton</name>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="27" />
        <source>Use masks…</source>
        <translation>Utiliser les masques…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="28" />
        <source>Make something of the ticked products and their masks</source>
        <translation>Tirer parti des produits cochés et de leurs masques</translation>
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="33" />
        <source>Cloud-free &amp;composite…</source>
        <translation>&amp;Composite sans nuages…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="34" />
        <source>&amp;Field calendar…</source>
        <translation>Calendrier des &amp;parcelles…</translation>
    </message>
</context><context>
    <name>ApplyMask</name>
    <message>
        <location filename="../toolbox/applymask.py" line="51" />
        <source>Apply a mask to rasters</source>
        <translation>Appliquer un masque à des rasters</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="59" />
        <source>cloud,mask,nodata,no data,buffer,remove,clip,band</source>
        <translation>nuage,masque,nodata,sans données,tampon,retirer,découper,bande</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="63" />
        <source>Sets rasters to no data where a cloud mask has chosen classes, with a buffer in metres.</source>
        <translation>Met des rasters à nodata là où un masque de nuages a les classes choisies, avec un tampon en mètres.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="67" />
        <source>&lt;p&gt;Copies a raster and sets it to &lt;b&gt;no data&lt;/b&gt; where the mask has one of the chosen classes, and within the buffer around them. Any number of bands and any data type; bands keep names, scales and colours. Raster and mask may differ in resolution, extent and CRS: the mask is laid on the raster's pixels by nearest neighbour.&lt;/p&gt;&lt;p&gt;Outside the mask the raster is kept, unless the mask's no data is taken away too.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Copie un raster et le met à &lt;b&gt;nodata&lt;/b&gt; là où le masque a l'une des classes choisies, et dans le tampon autour d'elles. Nombre de bandes et type de données quelconques ; les bandes gardent noms, échelles et couleurs. Raster et masque peuvent différer en résolution, emprise et SCR : le masque est porté sur les pixels du raster par plus proche voisin.&lt;/p&gt;&lt;p&gt;Hors du masque, le raster est conservé, sauf si l'on retire aussi ce qui est sans données dans le masque.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="78" />
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="79" />
        <source>The raster to mask: a band, a stack, a true-colour image, an index; any data type.</source>
        <translation>Le raster à masquer : une bande, une pile, une image en vraies couleurs, un indice ; tout type de données.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="82" />
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="83" />
        <source>A mask by this plugin, or any raster of whole numbers with the same classes.</source>
        <translation>Un masque de cette extension, ou tout raster de nombres entiers avec les mêmes classes.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="88" />
        <source>Classes to remove</source>
        <translation>Classes à retirer</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="94" />
        <source>Pixels of these classes become no data. In scripts by name: thick_cloud,cloud_shadow.</source>
        <translation>Les pixels de ces classes passent à nodata. Dans les scripts, par nom : thick_cloud,cloud_shadow.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="98" />
        <source>Buffer (metres)</source>
        <translation>Tampon (mètres)</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="103" />
        <source>Pixels whose centre is within this distance of a cloud or shadow pixel go too.</source>
        <translation>Les pixels dont le centre est à cette distance ou moins d'un pixel de nuage ou d'ombre sont retirés aussi.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="105" />
        <source>Also remove where the mask has no data</source>
        <translation>Retirer aussi là où le masque est sans données</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="106" />
        <source>Also sets to no data what the mask knows nothing of, and what lies outside it.</source>
        <translation>Met aussi à nodata ce dont le masque ne sait rien, et ce qui se trouve hors de lui.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="111" />
        <source>No-data value</source>
        <translation>Valeur nodata</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="115" />
        <source>Empty: the raster's own; where it has none, 0 for unsigned, the lowest for signed integers, NaN for real numbers.</source>
        <translation>Vide : celle du raster ; s'il n'en a pas, 0 pour les entiers non signés, la plus basse pour les entiers signés, NaN pour les réels.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="124" />
        <source>More rasters for the same mask</source>
        <translation>Autres rasters pour le même masque</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="128" />
        <source>Masked in the same way and written to the folder below, such as the other bands of the product.</source>
        <translation>Masqués de la même manière et écrits dans le dossier ci-dessous, par exemple les autres bandes du produit.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="132" />
        <source>Masked raster</source>
        <translation>Raster masqué</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="133" />
        <source>A tiled, compressed GeoTIFF (.tif) on the raster's own grid.</source>
        <translation>Un GeoTIFF (.tif) tuilé et compressé, sur la grille du raster.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="137" />
        <source>Folder for more rasters</source>
        <translation>Dossier pour les autres rasters</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="139" />
        <source>Each of the further rasters becomes &lt;name&gt;_masked.tif in this folder.</source>
        <translation>Chacun des autres rasters devient &lt;name&gt;_masked.tif dans ce dossier.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="142" />
        <source>All masked rasters</source>
        <translation>Tous les rasters masqués</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="143" />
        <source>Taken away by the mask (%)</source>
        <translation>Retiré par le masque (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="148" />
        <source>More rasters are given, but no folder for them. Choose the folder for more rasters.</source>
        <translation>D'autres rasters sont donnés, mais aucun dossier pour eux. Choisissez le dossier pour les autres rasters.</translation>
    </message>
</context><context>
    <name>AreaPicker</name>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="46" />
        <source>Whole product</source>
        <translation>Produit entier</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="48" />
        <source>Map canvas</source>
        <translation>Canevas de la carte</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="49" />
        <source>Extent of a layer</source>
        <translation>Emprise d'une couche</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="51" />
        <source>Drawn rectangle</source>
        <translation>Rectangle dessiné</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="88" />
        <source>Draw a rectangle on the map. Any other map tool leads back without one.</source>
        <translation>Dessiner un rectangle sur la carte. Tout autre outil de carte y renonce.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="155" />
        <source>Draw a rectangle on the map first, or mask the whole product.</source>
        <translation>Dessinez d'abord un rectangle sur la carte, ou masquez le produit entier.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="157" />
        <source>Choose a layer that has an extent, or mask the whole product.</source>
        <translation>Choisissez une couche qui a une emprise, ou masquez le produit entier.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="158" />
        <source>The map canvas is empty. Add a layer to it, or mask the whole product.</source>
        <translation>Le canevas de la carte est vide. Ajoutez-y une couche, ou masquez le produit entier.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="169" />
        <source>Everything that the product covers.</source>
        <translation>Tout ce que couvre le produit.</translation>
    </message>
</context><context>
    <name>ChoicePanel</name>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="33" />
        <source>Temporary folder</source>
        <translation>Dossier temporaire</translation>
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
        <translation>Automatique</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="90" />
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="91" />
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>Carte graphique NVIDIA (CUDA)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="92" />
        <source>Apple graphics (MPS)</source>
        <translation>Puce graphique Apple (MPS)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="97" />
        <source>Full (float32)</source>
        <translation>Simple (float32)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="98" />
        <source>Half (bfloat16)</source>
        <translation>Demi (bfloat16)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="99" />
        <source>Half (float16)</source>
        <translation>Demi (float16)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="130" />
        <source>Finest detail: small cumulus and their shadows. About four times the work of 20 m.</source>
        <translation>Le plus de détail : petits cumulus et leurs ombres. Environ quatre fois le travail de 20 m.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="133" />
        <source>Recommended: good detail in a quarter of the time of 10 m.</source>
        <translation>Recommandé : bon détail en un quart du temps de 10 m.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="134" />
        <source>Landsat's grid size: quick, small clouds blur.</source>
        <translation>Le pas de grille de Landsat : rapide, les petits nuages deviennent flous.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="135" />
        <source>Quickest: an overview of large clouds, for many products.</source>
        <translation>Le plus rapide : un aperçu des grands nuages, pour de nombreux produits.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="139" />
        <source>The network predicts at {metres} m; the mask is interpolated to this grid.</source>
        <translation>Le réseau prédit à {metres} m ; le masque est interpolé sur cette grille.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="146" />
        <source>One mask per product, with its style (.qml) and metadata (.json).</source>
        <translation>Un masque par produit, avec son style (.qml) et ses métadonnées (.json).</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="148" />
        <source>Deleted when QGIS closes. Choose a folder to keep the masks.</source>
        <translation>Supprimé à la fermeture de QGIS. Choisissez un dossier pour garder les masques.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Resolutio&amp;n</source>
        <translation>Résolutio&amp;n</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>M&amp;odel</source>
        <translation>M&amp;odèle</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Download…</source>
        <translation>Télécharger…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>F&amp;ile…</source>
        <translation>F&amp;ichier…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Use a network of your own: a state dict of UNetMobV2, TorchScript or ONNX</source>
        <translation>Utiliser votre propre réseau : un state dict de UNetMobV2, TorchScript ou ONNX</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Area</source>
        <translation>Zon&amp;e</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Draw…</source>
        <translation>&amp;Dessiner…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Draw a rectangle on the map; this window steps aside meanwhile</source>
        <translation>Dessiner un rectangle sur la carte ; cette fenêtre s'efface pendant ce temps</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Ou&amp;tput folder</source>
        <translation>Dossier de sor&amp;tie</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Beside products</source>
        <translation>À côté des produits</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Keep the masks in a folder cloud_masks beside the ticked products</source>
        <translation>Garder les masques dans un dossier cloud_masks à côté des produits cochés</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Ad&amp;vanced</source>
        <translation>A&amp;vancé</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>D&amp;evice</source>
        <translation>Périphéri&amp;que</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Where the network runs. Automatic takes a graphics card where the engine can use it.</source>
        <translation>Où le réseau s'exécute. « Automatique » prend une carte graphique si le moteur peut l'utiliser.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Precision</source>
        <translation>&amp;Précision</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Arithmetic of the network. Half precision is faster where the device has it, and changes few pixels.</source>
        <translation>Arithmétique du réseau. La demi-précision est plus rapide si le périphérique la permet, et change peu de pixels.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Over&amp;lap</source>
        <translation>Re&amp;couvrement</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Least overlap of neighbouring patches, in pixels of the grid that is predicted on</source>
        <translation>Recouvrement minimal des imagettes voisines, en pixels de la grille de prédiction</translation>
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
        <translation>V&amp;ues supplémentaires</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Test-time augmentation: predict so many turned and mirrored views as well and average them. Each takes as long as the first.</source>
        <translation>Augmentation au test : prédit aussi ce nombre de vues tournées et retournées et en fait la moyenne. Chacune prend autant de temps que la première.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Buffer</source>
        <translation>T&amp;ampon</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Widen clouds and shadows by so many pixels</source>
        <translation>Élargit les nuages et les ombres de ce nombre de pixels</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Write the probabilities of the classes as a second raster</source>
        <translation>Écrit les probabilités des classes dans un second raster</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Over&amp;write</source>
        <translation>Éc&amp;raser</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Replace masks that already exist</source>
        <translation>Remplace les masques qui existent déjà</translation>
    </message>
</context><context>
    <name>ClassStyle</name>
    <message>
        <location filename="../toolbox/layer_styles.py" line="134" />
        <source>Clear</source>
        <translation>Dégagé</translation>
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="135" />
        <source>Thick cloud</source>
        <translation>Nuage épais</translation>
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="136" />
        <source>Thin cloud</source>
        <translation>Nuage fin</translation>
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="137" />
        <source>Cloud shadow</source>
        <translation>Ombre de nuage</translation>
    </message>
</context><context>
    <name>CloudFree</name>
    <message>
        <location filename="../toolbox/cloudfree.py" line="45" />
        <source>Count clear days</source>
        <translation>Compter les jours dégagés</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="53" />
        <source>cloud free,clear,count,observations,time series,latest,date,composite</source>
        <translation>sans nuages,dégagé,compter,observations,série temporelle,dernier,date,composite</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="57" />
        <source>From masks of several dates of a tile: how often each pixel was clear, and when last.</source>
        <translation>À partir des masques de plusieurs dates d'une tuile : combien de fois chaque pixel était dégagé, et quand pour la dernière fois.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="61" />
        <source>&lt;p&gt;Takes the masks of several dates of one tile and writes two rasters: the &lt;b&gt;number of days&lt;/b&gt; on which each pixel was clear (no data: never seen), and the &lt;b&gt;latest clear day&lt;/b&gt; as a number such as 20240715 (no data 0: never clear). The dates come from the masks themselves. Masks of one day are one observation: clear where one of them is clear and none is cloud or shadow.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Prend les masques de plusieurs dates d'une tuile et écrit deux rasters : le &lt;b&gt;nombre de jours&lt;/b&gt; où chaque pixel était dégagé (nodata : jamais vu), et le &lt;b&gt;dernier jour dégagé&lt;/b&gt; sous forme d'un nombre tel que 20240715 (nodata 0 : jamais dégagé). Les dates viennent des masques eux-mêmes. Les masques d'un même jour forment une seule observation : dégagée là où l'un d'eux est dégagé et où aucun n'a de nuage ni d'ombre.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="71" />
        <source>Masks</source>
        <translation>Masques</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="72" />
        <source>Masks of one tile by this plugin. They may differ in resolution and extent.</source>
        <translation>Masques d'une tuile, faits par cette extension. Ils peuvent différer en résolution et en emprise.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="77" />
        <source>Folder of masks</source>
        <translation>Dossier de masques</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="81" />
        <source>Every *_cloudmask.tif in this folder and below it is taken, besides the masks chosen above.</source>
        <translation>Tout *_cloudmask.tif de ce dossier et de ses sous-dossiers est pris, en plus des masques choisis ci-dessus.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="84" />
        <source>Tile</source>
        <translation>Tuile</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="85" />
        <source>Takes only the masks of this tile, such as 55JGF. Needed where the masks are of several tiles.</source>
        <translation>Ne prend que les masques de cette tuile, par exemple 55JGF. Nécessaire si les masques portent sur plusieurs tuiles.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="90" />
        <source>Resolution (metres)</source>
        <translation>Résolution (mètres)</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="95" />
        <source>Pixel size of the rasters; finest is that of the finest mask. In scripts: finest, 10, 20, 30 or 60.</source>
        <translation>Taille des pixels des rasters ; finest est celle du masque le plus fin. Dans les scripts : finest, 10, 20, 30 ou 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="100" />
        <source>Clear days</source>
        <translation>Jours dégagés</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="101" />
        <source>Number of clear days a pixel, a GeoTIFF (.tif).</source>
        <translation>Nombre de jours dégagés par pixel, un GeoTIFF (.tif).</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="104" />
        <source>Latest clear day</source>
        <translation>Dernier jour dégagé</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="105" />
        <source>Latest clear day a pixel as YYYYMMDD, a GeoTIFF (.tif).</source>
        <translation>Dernier jour dégagé par pixel sous la forme AAAAMMJJ, un GeoTIFF (.tif).</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="107" />
        <source>Days seen</source>
        <translation>Jours vus</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="108" />
        <source>Mean number of clear days</source>
        <translation>Nombre moyen de jours dégagés</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="114" />
        <source>No mask is given. Choose masks, or a folder of masks.</source>
        <translation>Aucun masque n'est donné. Choisissez des masques, ou un dossier de masques.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="116" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>Le dossier {path} n'existe pas. Choisissez-en un qui existe.</translation>
    </message>
</context><context>
    <name>CloudMaskPlugin</name>
    <message>
        <location filename="../plugin.py" line="58" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation>Masque de nuages Sentinel-2</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="59" />
        <source>Mask clouds…</source>
        <translation>Masquer les nuages…</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="60" />
        <source>Cloud and cloud-shadow masks of Sentinel-2 products</source>
        <translation>Masques de nuages et d'ombres de nuages de produits Sentinel-2</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="63" />
        <source>Review masks…</source>
        <translation>Examiner les masques…</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="66" />
        <source>Set up the engine…</source>
        <translation>Installer le moteur…</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="75" />
        <source>Live cloud mask</source>
        <translation>Masque de nuages en direct</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="77" />
        <source>The cloud mask follows the map while you pan and zoom</source>
        <translation>Le masque de nuages suit la carte pendant que vous vous déplacez et zoomez</translation>
    </message>
</context><context>
    <name>CloudMaskProvider</name>
    <message>
        <location filename="../toolbox/provider.py" line="69" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation>Masque de nuages Sentinel-2</translation>
    </message>
    <message>
        <location filename="../toolbox/provider.py" line="73" />
        <source>Sentinel-2 Cloud Mask (clouds and their shadows)</source>
        <translation>Masque de nuages Sentinel-2 (nuages et leurs ombres)</translation>
    </message>
</context><context>
    <name>CompareMasks</name>
    <message>
        <location filename="../toolbox/comparemasks.py" line="52" />
        <source>Compare a mask with a reference</source>
        <translation>Comparer un masque à une référence</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="60" />
        <source>accuracy,confusion,agreement,validation,kappa,f1,iou,balanced,cloudsen12,fmask,scl</source>
        <translation>exactitude,confusion,accord,validation,kappa,f1,iou,équilibrée,cloudsen12,fmask,scl</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="64" />
        <source>Counts how a mask agrees with another algorithm's mask or with labels: matrix, map, report.</source>
        <translation>Compte à quel point un masque concorde avec celui d'un autre algorithme ou des étiquettes : matrice, carte, rapport.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="68" />
        <source>&lt;p&gt;Compares a mask with a &lt;b&gt;reference&lt;/b&gt;: the mask of another algorithm, or labels. The class map says what the reference's values mean. The reference is laid on the mask's grid by nearest neighbour; pixels where either has no data are left out.&lt;/p&gt;&lt;p&gt;Gives a confusion table, a raster of where the two agree and differ, and a report with producer's accuracy (PA, recall), user's accuracy (UA, precision), F1, IoU and balanced accuracy (BOA) of the classes and of the three CloudSEN12 experiments: &lt;b&gt;cloud&lt;/b&gt; (thick and thin), &lt;b&gt;shadow&lt;/b&gt;, &lt;b&gt;invalid&lt;/b&gt; (all three). The figures are shares from 0 to 1; one that is not defined (no cloud at all, say) is left empty.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Compare un masque à une &lt;b&gt;référence&lt;/b&gt; : le masque d'un autre algorithme, ou des étiquettes. La table des classes dit ce que signifient les valeurs de la référence. La référence est portée sur la grille du masque par plus proche voisin ; les pixels où l'un des deux est sans données sont laissés de côté.&lt;/p&gt;&lt;p&gt;Donne une table de confusion, un raster des accords et des différences, et un rapport avec l'exactitude du producteur (PA, rappel), l'exactitude de l'utilisateur (UA, précision), F1, IoU et l'exactitude équilibrée (BOA) des classes et des trois expériences de CloudSEN12 : &lt;b&gt;nuage&lt;/b&gt; (épais et fin), &lt;b&gt;ombre&lt;/b&gt;, &lt;b&gt;invalide&lt;/b&gt; (les trois). Les chiffres sont des proportions de 0 à 1 ; un chiffre non défini (aucun nuage, par exemple) reste vide.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="81" />
        <source>Mask</source>
        <translation>Masque</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="82" />
        <source>The mask to judge; the comparison is made on its grid.</source>
        <translation>Le masque à évaluer ; la comparaison se fait sur sa grille.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="85" />
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="86" />
        <source>What is taken for right, on any grid: another mask, or labels.</source>
        <translation>Ce que l'on tient pour juste, sur une grille quelconque : un autre masque, ou des étiquettes.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="89" />
        <source>Class map of the reference</source>
        <translation>Table des classes de la référence</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="90" />
        <source>What the reference's values mean: this plugin's classes, Sen2Cor's SCL, Fmask … In scripts by name.</source>
        <translation>Ce que signifient les valeurs de la référence : les classes de cette extension, la SCL de Sen2Cor, Fmask … Dans les scripts, par nom.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="97" />
        <source>Class map of your own (instead of the one above)</source>
        <translation>Votre propre table des classes (au lieu de celle ci-dessus)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="102" />
        <source>A TOML file that lists the reference's values for clear, thick_cloud, thin_cloud, cloud_shadow.</source>
        <translation>Un fichier TOML qui énumère les valeurs de la référence pour clear, thick_cloud, thin_cloud, cloud_shadow.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="106" />
        <source>Class map of the mask</source>
        <translation>Table des classes du masque</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="107" />
        <source>What the mask's values mean, when it is not a mask by this plugin.</source>
        <translation>Ce que signifient les valeurs du masque, s'il n'a pas été fait par cette extension.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="113" />
        <source>Random sample (pixels)</source>
        <translation>Échantillon aléatoire (pixels)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="118" />
        <source>Counts this many valid pixels drawn at random, and gives an interval. Empty: all pixels.</source>
        <translation>Compte ce nombre de pixels valides tirés au hasard, et donne un intervalle. Vide : tous les pixels.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="124" />
        <source>Seed of the sample</source>
        <translation>Graine de l'échantillon</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="129" />
        <source>The same seed draws the same pixels.</source>
        <translation>La même graine tire les mêmes pixels.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="134" />
        <source>Confusion table</source>
        <translation>Table de confusion</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="134" />
        <source>CSV files (*.csv)</source>
        <translation>Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="136" />
        <source>Pixels by class of the reference (rows) and of the mask (columns), a CSV file.</source>
        <translation>Pixels par classe de la référence (lignes) et du masque (colonnes), un fichier CSV.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="139" />
        <source>Agreement</source>
        <translation>Accord</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="140" />
        <source>Where the two agree and in which way they differ, a GeoTIFF (.tif) with its style.</source>
        <translation>Où les deux concordent et de quelle manière ils diffèrent, un GeoTIFF (.tif) avec son style.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="144" />
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="144" />
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="146" />
        <source>Figures and a picture to read and to keep, one HTML file.</source>
        <translation>Des chiffres et une image à lire et à garder, un fichier HTML.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="148" />
        <source>Pixels compared</source>
        <translation>Pixels comparés</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="149" />
        <source>Overall accuracy</source>
        <translation>Exactitude globale</translation>
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
        <translation>La table des classes {path} n'existe pas. Choisissez un fichier qui existe.</translation>
    </message>
</context><context>
    <name>Composite</name>
    <message>
        <location filename="../toolbox/composite.py" line="50" />
        <source>Cloud-free composite</source>
        <translation>Composite sans nuages</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="58" />
        <source>composite,mosaic,cloud free,median,medoid,latest,best,picture</source>
        <translation>composite,mosaïque,sans nuages,médiane,médoïde,dernier,meilleur,image</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="62" />
        <source>A cloud-free picture of many dates of a tile or several, with a receipt for every pixel.</source>
        <translation>Une image sans nuages à partir de nombreuses dates d'une ou de plusieurs tuiles, avec un reçu pour chaque pixel.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="66" />
        <source>&lt;p&gt;Takes all products in a folder, of any dates, orbits and neighbouring tiles of one UTM zone, and their cloud masks; makes the masks that are missing; and writes a picture that shows only clear pixels: the &lt;b&gt;median&lt;/b&gt; of the clear dates, the &lt;b&gt;medoid&lt;/b&gt; (the date most like the others), the &lt;b&gt;latest&lt;/b&gt; or &lt;b&gt;first&lt;/b&gt; clear one, or the &lt;b&gt;best&lt;/b&gt;, farthest from cloud, shadow and edge. Reflectance × 10000, harmonised between processing baselines.&lt;/p&gt;&lt;p&gt;The &lt;b&gt;receipt&lt;/b&gt; says of every pixel which day it shows, how many clear looks there were, and how sure the mask was. Products that do not fit are reported and the others go on.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Prend tous les produits d'un dossier, de toutes dates, orbites et tuiles voisines d'un même fuseau UTM, et leurs masques de nuages ; fait les masques qui manquent ; et écrit une image qui ne montre que des pixels dégagés : la &lt;b&gt;médiane&lt;/b&gt; des dates dégagées, le &lt;b&gt;médoïde&lt;/b&gt; (la date qui ressemble le plus aux autres), la &lt;b&gt;dernière&lt;/b&gt; ou la &lt;b&gt;première&lt;/b&gt; dégagée, ou la &lt;b&gt;meilleure&lt;/b&gt;, la plus éloignée des nuages, des ombres et du bord. Réflectance × 10000, harmonisée entre baselines de traitement.&lt;/p&gt;&lt;p&gt;Le &lt;b&gt;reçu&lt;/b&gt; dit pour chaque pixel quel jour il montre, combien d'observations dégagées il y avait, et à quel point le masque était sûr. Les produits qui ne conviennent pas sont signalés et les autres continuent.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="81" />
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="83" />
        <source>What a pixel shows of its clear dates. In scripts: median, medoid, latest, first or best.</source>
        <translation>Ce qu'un pixel montre de ses dates dégagées. Dans les scripts : median, medoid, latest, first ou best.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="86" />
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="87" />
        <source>In their order in the picture, with commas between. B04,B03,B02 is true colour.</source>
        <translation>Dans leur ordre dans l'image, séparées par des virgules. B04,B03,B02 donne les vraies couleurs.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="92" />
        <source>Resolution (metres)</source>
        <translation>Résolution (mètres)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="97" />
        <source>Pixel size of the picture. In scripts: 10, 20, 30 or 60.</source>
        <translation>Taille des pixels de l'image. Dans les scripts : 10, 20, 30 ou 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="100" />
        <source>Area (all when empty)</source>
        <translation>Zone (tout si vide)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="101" />
        <source>Only this area is masked and shown, in any CRS.</source>
        <translation>Seule cette zone est masquée et montrée, dans un SCR quelconque.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="106" />
        <source>Margin around cloud and shadow (metres)</source>
        <translation>Marge autour des nuages et des ombres (mètres)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="112" />
        <source>Pixels within this distance of cloud or shadow do not count as clear.</source>
        <translation>Les pixels à cette distance ou moins d'un nuage ou d'une ombre ne comptent pas comme dégagés.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="117" />
        <source>Sure from (% confidence of clear)</source>
        <translation>Sûr à partir de (% de confiance de clair)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="123" />
        <source>Dates of which the mask is so sure are taken before others. 0: all alike.</source>
        <translation>Les dates dont le masque est aussi sûr passent avant les autres. 0 : toutes à égalité.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="127" />
        <source>Composite</source>
        <translation>Composite</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="128" />
        <source>A Cloud Optimized GeoTIFF (.tif); its receipt, style and provenance go beside it.</source>
        <translation>Un Cloud Optimized GeoTIFF (.tif) ; son reçu, son style et sa provenance vont à côté.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="130" />
        <source>Receipt</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="131" />
        <source>Pixels shown (%)</source>
        <translation>Pixels montrés (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="132" />
        <source>Days shown</source>
        <translation>Jours montrés</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="139" />
        <source>The bands {bands} are not possible. Name each once, such as B04,B03,B02.</source>
        <translation>Les bandes {bands} ne sont pas possibles. Nommez chacune une seule fois, par exemple B04,B03,B02.</translation>
    </message>
</context><context>
    <name>EngineAlgorithm</name>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="140" />
        <source>{path} must end with {ending}. Choose another name.</source>
        <translation>{path} doit se terminer par {ending}. Choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="145" />
        <source>{folder} cannot be written. Choose another output folder.</source>
        <translation>Impossible d'écrire dans {folder}. Choisissez un autre dossier de sortie.</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="186" />
        <source>Cancelled. Nothing unfinished was left behind.</source>
        <translation>Annulé. Rien d'inachevé n'a été laissé.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="168" />
        <location filename="../toolbox/engine_algorithm.py" line="202" />
        <source>The engine ended without a result. Repair it in Set-up.</source>
        <translation>Le moteur s'est terminé sans résultat. Réparez-le dans Installation.</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="239" />
        <source>Reading {product}…</source>
        <translation>Lecture de {product}…</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="240" />
        <source>Predicting {product}…</source>
        <translation>Prédiction de {product}…</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="241" />
        <source>Writing {product}…</source>
        <translation>Écriture de {product}…</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="261" />
        <source>{layer} is no raster file (its source is {provider}). Save it as a GeoTIFF first.</source>
        <translation>{layer} n'est pas un fichier raster (sa source est {provider}). Enregistrez-le d'abord en GeoTIFF.</translation>
    </message>
</context><context>
    <name>EngineErrands</name>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="59" />
        <source>List cloud mask models</source>
        <translation>Lister les modèles de masque de nuages</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="79" />
        <source>Read Sentinel-2 products</source>
        <translation>Lire des produits Sentinel-2</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="94" />
        <source>Download {title}</source>
        <translation>Télécharger {title}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="96" />
        <source>Download {title} ({size} MB)?</source>
        <translation>Télécharger {title} ({size} Mo) ?</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="101" />
        <source>Licence: {licence}</source>
        <translation>Licence : {licence}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="103" />
        <source>Please cite: {citation}</source>
        <translation>À citer : {citation}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="104" />
        <source>From: {addresses}</source>
        <translation>De : {addresses}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="108" />
        <source>&amp;Download</source>
        <translation>&amp;Télécharger</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="188" />
        <location filename="../ui/runs/engine_errands.py" line="116" />
        <source>Downloading {title}</source>
        <translation>Téléchargement de {title}</translation>
    </message>
</context><context>
    <name>EngineProcess</name>
    <message>
        <location filename="../bridge/engine_process.py" line="74" />
        <source>The engine's Python {interpreter} could not be started ({reason}). Repair it in Set-up.</source>
        <translation>Le Python du moteur, {interpreter}, n'a pas pu démarrer ({reason}). Réparez-le dans Installation.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="113" />
        <source>The engine printed something that is not an event ({start}) and was stopped. Repair the engine in Set-up.</source>
        <translation>Le moteur a affiché quelque chose qui n'est pas un événement ({start}) et a été arrêté. Réparez le moteur dans Installation.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="125" />
        <source>The engine was killed by the system, most often because memory ran out. Close other programs or choose a coarser resolution, then run again.</source>
        <translation>Le moteur a été tué par le système, le plus souvent par manque de mémoire. Fermez d'autres programmes ou choisissez une résolution plus grossière, puis relancez.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="134" />
        <source>The engine died (signal {signal}). Run again; if it dies again, repair it in Set-up.</source>
        <translation>Le moteur a planté (signal {signal}). Relancez ; s'il plante encore, réparez-le dans Installation.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="145" />
        <source>The engine ran out of memory. Close other programs or choose a coarser resolution.</source>
        <translation>Le moteur a manqué de mémoire. Fermez d'autres programmes ou choisissez une résolution plus grossière.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="153" />
        <source>The engine stopped: {reason}</source>
        <translation>Le moteur s'est arrêté : {reason}</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="156" />
        <source>it gave no reason. Repair it in Set-up.</source>
        <translation>il n'a donné aucune raison. Réparez-le dans Installation.</translation>
    </message>
</context><context>
    <name>EngineTexts</name>
    <message>
        <location filename="../bridge/engine_texts.py" line="13" />
        <source>Clear</source>
        <translation>Dégagé</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="14" />
        <source>Thick cloud</source>
        <translation>Nuage épais</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="15" />
        <source>Thin cloud</source>
        <translation>Nuage fin</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="16" />
        <source>Cloud shadow</source>
        <translation>Ombre de nuage</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="17" />
        <source>Cloud (thin cloud often missed)</source>
        <translation>Nuage (les nuages fins échappent souvent)</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="18" />
        <source>Four classes at 10 m, Level-1C only (needs B10).</source>
        <translation>Quatre classes à 10 m, Level-1C seulement (demande B10).</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="22" />
        <source>Cloud and cloud shadow, no thin cloud class. Predicts at 30 m; finer grids get interpolated probabilities.</source>
        <translation>Nuage et ombre de nuage, pas de classe de nuage fin. Prédit à 30 m ; les grilles plus fines reçoivent des probabilités interpolées.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="28" />
        <source>What UNetMobV2 is sure of; else cloud and shadow of UKIS at 30 m. Four classes.</source>
        <translation>Ce dont UNetMobV2 est sûr ; sinon nuages et ombres de UKIS à 30 m. Quatre classes.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="32" />
        <source>As UKIS+UNetMobV2, for Level-2A, which has no B10: cirrus that only B10 shows is not found.</source>
        <translation>Comme UKIS+UNetMobV2, pour le niveau 2A, qui n'a pas de B10 : les cirrus que seule B10 montre ne sont pas trouvés.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="35" />
        <source>Four classes at 10 m, Level-1C and Level-2A; without B10 it misses cirrus that only B10 shows.</source>
        <translation>Quatre classes à 10 m, niveaux 1C et 2A ; sans B10, il manque les cirrus que seule B10 montre.</translation>
    </message>
</context><context>
    <name>Environment</name>
    <message>
        <location filename="../bridge/environment.py" line="42" />
        <source>The engine's Python {path} does not exist. Correct the variable S2CLOUDMASK_PYTHON or name another one in Raster, Sentinel-2 Cloud Mask, Set up the engine.</source>
        <translation>Le Python du moteur, {path}, n'existe pas. Corrigez la variable S2CLOUDMASK_PYTHON ou indiquez-en un autre dans Raster, Masque de nuages Sentinel-2, Installer le moteur.</translation>
    </message>
    <message>
        <location filename="../bridge/environment.py" line="47" />
        <source>The engine is not set up yet. Open Raster, Sentinel-2 Cloud Mask, Set up the engine (this is done once and takes a few minutes), or name an existing Python in the variable S2CLOUDMASK_PYTHON.</source>
        <translation>Le moteur n'est pas encore installé. Ouvrez Raster, Masque de nuages Sentinel-2, Installer le moteur (cela se fait une fois et prend quelques minutes), ou indiquez un Python existant dans la variable S2CLOUDMASK_PYTHON.</translation>
    </message>
</context><context>
    <name>EnvironmentMaker</name>
    <message>
        <location filename="../bridge/environment_maker.py" line="45" />
        <source>Making the environment</source>
        <translation>Création de l'environnement</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="61" />
        <source>Checking the engine</source>
        <translation>Vérification du moteur</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="66" />
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="117" />
        <source>Another QGIS is setting up the engine now. Wait for it to end, then try again.</source>
        <translation>Un autre QGIS installe le moteur en ce moment. Attendez qu'il ait fini, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="131" />
        <source>The engine needs {needed} GB in {folder}, and {free} GB are free. Make room there, then try again.</source>
        <translation>Le moteur a besoin de {needed} Go dans {folder}, et {free} Go sont libres. Faites-y de la place, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="159" />
        <source>The engine is installed but lists no models. Copy the log and report it.</source>
        <translation>Le moteur est installé mais ne liste aucun modèle. Copiez le journal et signalez-le.</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="161" />
        <source>Models: {names}</source>
        <translation>Modèles : {names}</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="189" />
        <source>{folder} could not be removed ({reason}). End running masks and try again.</source>
        <translation>{folder} n'a pas pu être supprimé ({reason}). Terminez les masques en cours et réessayez.</translation>
    </message>
</context><context>
    <name>EnvironmentTask</name>
    <message>
        <location filename="../ui/setup/environment_task.py" line="26" />
        <source>Set up the cloud mask engine</source>
        <translation>Installer le moteur de masque de nuages</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="40" />
        <source>The set-up failed: {reason}. Try again.</source>
        <translation>L'installation a échoué : {reason}. Réessayez.</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="59" />
        <source>Remove the cloud mask engine</source>
        <translation>Supprimer le moteur de masque de nuages</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="81" />
        <source>Check the cloud mask engine</source>
        <translation>Vérifier le moteur de masque de nuages</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="111" />
        <source>Look for Python</source>
        <translation>Rechercher Python</translation>
    </message>
</context><context>
    <name>Fields</name>
    <message>
        <location filename="../toolbox/fields.py" line="45" />
        <source>Usable dates of fields</source>
        <translation>Dates utilisables des parcelles</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="53" />
        <source>field,parcel,polygon,agriculture,calendar,usable,clear,dates,share</source>
        <translation>champ,parcelle,polygone,agriculture,calendrier,utilisable,dégagé,dates,proportion</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="57" />
        <source>On which dates each polygon of a layer is clear enough to be used; table, summary and calendar.</source>
        <translation>À quelles dates chaque polygone d'une couche est assez dégagé pour servir ; table, résumé et calendrier.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="63" />
        <source>&lt;p&gt;Takes a layer of polygons in any CRS and all products in a folder, and finds for each polygon and date the shares of clear, thick cloud, thin cloud, shadow and no data, and whether it is clear enough. Masks that are there are taken; else only patches around the polygons are predicted, which is much faster than masking whole products.&lt;/p&gt;&lt;p&gt;The GeoPackage has a layer &lt;b&gt;fields&lt;/b&gt;, a row a polygon and date, set for the temporal controller, and a layer &lt;b&gt;summary&lt;/b&gt;, a row a polygon with its usable dates and longest gap. Beside it lies a &lt;b&gt;calendar&lt;/b&gt; to print (.html).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Prend une couche de polygones dans un SCR quelconque et tous les produits d'un dossier, et trouve pour chaque polygone et chaque date les proportions de dégagé, nuage épais, nuage fin, ombre et sans données, et s'il est assez dégagé. Les masques présents sont repris ; sinon, seules les imagettes autour des polygones sont prédites, ce qui est bien plus rapide que de masquer des produits entiers.&lt;/p&gt;&lt;p&gt;Le GeoPackage a une couche &lt;b&gt;fields&lt;/b&gt;, une ligne par polygone et par date, réglée pour le contrôleur temporel, et une couche &lt;b&gt;summary&lt;/b&gt;, une ligne par polygone avec ses dates utilisables et son plus long intervalle sans date. À côté se trouve un &lt;b&gt;calendrier&lt;/b&gt; à imprimer (.html).&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="75" />
        <source>Polygons</source>
        <translation>Polygones</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="76" />
        <source>Fields, parcels, sites: polygons in any CRS. Invalid ones are mended.</source>
        <translation>Champs, parcelles, sites : des polygones dans un SCR quelconque. Les polygones invalides sont réparés.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="80" />
        <source>Field that names the polygons</source>
        <translation>Champ qui nomme les polygones</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="82" />
        <source>Its values must tell the polygons apart. Empty: their number.</source>
        <translation>Ses valeurs doivent distinguer les polygones. Vide : leur numéro.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="88" />
        <source>Usable from (% clear)</source>
        <translation>Utilisable à partir de (% dégagé)</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="94" />
        <source>A date is usable when so much of the polygon's whole area is clear.</source>
        <translation>Une date est utilisable quand cette part de la surface entière du polygone est dégagée.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="97" />
        <source>Dates of fields</source>
        <translation>Dates des parcelles</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="98" />
        <source>A GeoPackage (.gpkg); the calendar (.html) and the provenance (.json) go beside it.</source>
        <translation>Un GeoPackage (.gpkg) ; le calendrier (.html) et la provenance (.json) vont à côté.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="100" />
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="101" />
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="102" />
        <source>Days seen</source>
        <translation>Jours vus</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="103" />
        <source>Usable polygons and dates</source>
        <translation>Polygones et dates utilisables</translation>
    </message>
</context><context>
    <name>GuideWindow</name>
    <message>
        <location filename="../ui/dialog/guide_window.py" line="23" />
        <source>Sentinel-2 Cloud Mask: user guide</source>
        <translation>Masque de nuages Sentinel-2 : guide de l'utilisateur</translation>
    </message>
</context><context>
    <name>Layers</name>
    <message>
        <location filename="../bridge/layer_words.py" line="39" />
        <source>No data</source>
        <translation>Sans données</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py" line="55" />
        <source>Cloud mask {scene}</source>
        <translation>Masque de nuages {scene}</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py" line="67" />
        <source>Confidence {scene}</source>
        <translation>Confiance {scene}</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py" line="119" />
        <source>True colour {scene}</source>
        <translation>Vraies couleurs {scene}</translation>
    </message>
</context><context>
    <name>LiveBar</name>
    <message>
        <location filename="../ui/live/live_bar.py" line="31" />
        <source>Live cloud mask</source>
        <translation>Masque de nuages en direct</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="36" />
        <source>Product that is masked live. Drop others here.</source>
        <translation>Produit masqué en direct. Déposez-en d'autres ici.</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="37" />
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="40" />
        <source>Previous product (Shift+B)</source>
        <translation>Produit précédent (Maj+B)</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="43" />
        <source>Next product (Shift+N)</source>
        <translation>Produit suivant (Maj+N)</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="45" />
        <source>Add a product…</source>
        <translation>Ajouter un produit…</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="51" />
        <source>Opacity of the live mask</source>
        <translation>Opacité du masque en direct</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="52" />
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="54" />
        <source>Zoom to the product</source>
        <translation>Zoomer sur le produit</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="56" />
        <source>Keep: mask the whole product</source>
        <translation>Garder : masquer le produit entier</translation>
    </message>
</context><context>
    <name>LiveEngine</name>
    <message>
        <location filename="../bridge/live_engine.py" line="224" />
        <source>The engine printed something that is not an event ({start}) and was stopped. Repair the engine in Set-up.</source>
        <translation>Le moteur a affiché quelque chose qui n'est pas un événement ({start}) et a été arrêté. Réparez le moteur dans Installation.</translation>
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="237" />
        <source>The engine's Python {interpreter} could not be started ({reason}). Repair it in Set-up.</source>
        <translation>Le Python du moteur, {interpreter}, n'a pas pu démarrer ({reason}). Réparez-le dans Installation.</translation>
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="258" />
        <source>The engine of the live mask ended unexpectedly and was restarted.</source>
        <translation>Le moteur du masque en direct s'est terminé de façon inattendue et a été relancé.</translation>
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="260" />
        <source>The engine of the live mask ended {count} times without an answer ({reason}). Close other programs, or repair it in Set-up.</source>
        <translation>Le moteur du masque en direct s'est terminé {count} fois sans réponse ({reason}). Fermez d'autres programmes, ou réparez-le dans Installation.</translation>
    </message>
</context><context>
    <name>LiveMask</name>
    <message>
        <location filename="../ui/live/live_mask.py" line="165" />
        <source>Product to mask live (a .SAFE folder)</source>
        <translation>Produit à masquer en direct (un dossier .SAFE)</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="171" />
        <source>{folder} is no Sentinel-2 product. Choose a .SAFE folder, or drop a zip of it.</source>
        <translation>{folder} n'est pas un produit Sentinel-2. Choisissez un dossier .SAFE, ou déposez-en un zip.</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="229" />
        <source>The map is beside the product.</source>
        <translation>La carte est à côté du produit.</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="264" />
        <source>no data</source>
        <translation>sans données</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="278" />
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="15" />
        <source>thick</source>
        <translation>épais</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="16" />
        <source>thin</source>
        <translation>fin</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="17" />
        <source>shadow</source>
        <translation>ombre</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="20" />
        <source>cloud</source>
        <translation>nuage</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="25" />
        <source>a first look: {shares}</source>
        <translation>un premier aperçu : {shares}</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="26" />
        <source>getting sharper: {shares}</source>
        <translation>de plus en plus net : {shares}</translation>
    </message>
</context><context>
    <name>MaskDialog</name>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="55" />
        <source>The engine is not set up yet. This is done once and takes a few minutes. You can add products meanwhile.</source>
        <translation>Le moteur n'est pas encore installé. Cela se fait une fois et prend quelques minutes. Vous pouvez ajouter des produits en attendant.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="59" />
        <source>Set up…</source>
        <translation>Installer…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="68" />
        <source>The engine is ready. {label} tells thin cloud, which the network that is here often misses ({size} MB).</source>
        <translation>Le moteur est prêt. {label} distingue les nuages fins, qui échappent souvent au réseau présent ({size} Mo).</translation>
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="72" />
        <source>Download…</source>
        <translation>Télécharger…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="58" />
        <source>Set-&amp;up</source>
        <translation>Insta&amp;llation</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="255" />
        <location filename="../ui/dialog/mask_dialog.py" line="59" />
        <source>&amp;Run</source>
        <translation>E&amp;xécuter</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="117" />
        <source>Set up the engine first. This is done once and takes a few minutes.</source>
        <translation>Installez d'abord le moteur. Cela se fait une fois et prend quelques minutes.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="124" />
        <source>Tick at least one product that can be processed; the State column says why others cannot.</source>
        <translation>Cochez au moins un produit qui peut être traité ; la colonne État dit pourquoi d'autres ne le peuvent pas.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="141" />
        <source>{folder} cannot be written to. Choose another folder.</source>
        <translation>Impossible d'écrire dans {folder}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="254" />
        <source>&amp;Run ({count})</source>
        <translation>E&amp;xécuter ({count})</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/dialog/masks_there.py" line="52" />
        <source>%n mask(s) exist already, made with other settings.</source>
        <translation>
            <numerusform>%n masque existe déjà, fait avec d'autres réglages.</numerusform>
            <numerusform>%n masques existent déjà, faits avec d'autres réglages.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="54" />
        <source>Overwrite</source>
        <translation>Écraser</translation>
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="55" />
        <source>Keep both</source>
        <translation>Garder les deux</translation>
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="56" />
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="56" />
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="57" />
        <source>Predicting</source>
        <translation>Prédiction</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="58" />
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="62" />
        <source> ({count} runs wait)</source>
        <translation> ({count} exécutions en attente)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="69" />
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation>Masque de nuages Sentinel-2</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>&amp;Mask</source>
        <translation>&amp;Masque</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>Cancel run</source>
        <translation>Annuler l'exécution</translation>
    </message>
</context><context>
    <name>MaskFolder</name>
    <message>
        <location filename="../toolbox/maskfolder.py" line="60" />
        <source>Mask a folder of products</source>
        <translation>Masquer un dossier de produits</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="68" />
        <source>sentinel-2,cloud,shadow,mask,batch,folder,archive,time series,table,geopackage</source>
        <translation>sentinel-2,nuage,ombre,masque,lot,dossier,archive,série temporelle,table,geopackage</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="72" />
        <source>Masks every Sentinel-2 product in a folder, by date and tile, and makes a table with footprints.</source>
        <translation>Masque chaque produit Sentinel-2 d'un dossier, par date et tuile, et fait une table avec les empreintes.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="78" />
        <source>&lt;p&gt;Looks for Sentinel-2 products in a folder and in all folders below it, and masks each. Products may be chosen by sensing date and tile. A mask that is there already, made with the same settings, is &lt;b&gt;not made again&lt;/b&gt;. A product that cannot be masked is reported, and the others go on.&lt;/p&gt;&lt;p&gt;The table has a row a mask and a row a failure: the footprint as a polygon (where the mask has data, EPSG:4326), sensing time, tile, class shares in percent, model, and the paths. It can be mapped, filtered and joined.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cherche des produits Sentinel-2 dans un dossier et tous ses sous-dossiers, et masque chacun. Les produits peuvent être choisis par date d'acquisition et par tuile. Un masque déjà présent, fait avec les mêmes réglages, n'est &lt;b&gt;pas refait&lt;/b&gt;. Un produit qui ne peut être masqué est signalé, et les autres continuent.&lt;/p&gt;&lt;p&gt;La table a une ligne par masque et une ligne par échec : l'empreinte sous forme de polygone (là où le masque a des données, EPSG:4326), l'heure d'acquisition, la tuile, les proportions des classes en pour cent, le modèle et les chemins. On peut la cartographier, la filtrer et la joindre.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="91" />
        <source>Folder of products</source>
        <translation>Dossier de produits</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="94" />
        <source>SAFE folders, zips of them and cloud-archive folders in it are found, however deep.</source>
        <translation>Les dossiers SAFE, leurs zips et les dossiers d'archive cloud qu'il contient sont trouvés, à toute profondeur.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="97" />
        <source>From (sensing date)</source>
        <translation>Du (date d'acquisition)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="97" />
        <source>Earlier products are left out.</source>
        <translation>Les produits antérieurs sont laissés de côté.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="98" />
        <source>To (sensing date)</source>
        <translation>Au (date d'acquisition)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="98" />
        <source>Later products are left out; the day itself is in.</source>
        <translation>Les produits postérieurs sont laissés de côté ; le jour même est inclus.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="107" />
        <source>Tiles</source>
        <translation>Tuiles</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="108" />
        <source>Only these tiles, such as 55JGF or 55JGF,56JMM. Empty: all.</source>
        <translation>Seulement ces tuiles, par exemple 55JGF ou 55JGF,56JMM. Vide : toutes.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="112" />
        <source>Write confidence rasters</source>
        <translation>Écrire les rasters de confiance</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="113" />
        <source>Writes &lt;product&gt;_confidence.tif too: four bands, probability times 250, 255 no data.</source>
        <translation>Écrit aussi &lt;product&gt;_confidence.tif : quatre bandes, probabilité fois 250, 255 nodata.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="117" />
        <source>Overwrite existing masks</source>
        <translation>Refaire les masques déjà présents</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="118" />
        <source>Without it a mask with the same settings is skipped, and one with other settings is a failure.</source>
        <translation>Sans cela, un masque aux mêmes réglages est passé, et un masque à d'autres réglages est un échec.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="122" />
        <source>Folder for masks</source>
        <translation>Dossier des masques</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="123" />
        <source>Each mask becomes &lt;product&gt;_cloudmask.tif, with its style and provenance beside it.</source>
        <translation>Chaque masque devient &lt;product&gt;_cloudmask.tif, avec son style et sa provenance à côté.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="128" />
        <source>Table of masks</source>
        <translation>Table des masques</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="132" />
        <source>Footprints and figures, best as a GeoPackage (.gpkg).</source>
        <translation>Empreintes et chiffres, de préférence en GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="134" />
        <source>Masks</source>
        <translation>Masques</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="135" />
        <source>Masks made</source>
        <translation>Masques faits</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="136" />
        <source>Masks that were there already</source>
        <translation>Masques déjà présents</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="137" />
        <source>Products that failed</source>
        <translation>Produits en échec</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="143" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>Le dossier {path} n'existe pas. Choisissez-en un qui existe.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="146" />
        <source>The dates leave nothing: {first} is later than {last}.</source>
        <translation>Les dates ne laissent rien : {first} est après {last}.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="174" />
        <source>No Sentinel-2 product is in {path}. Choose a folder of SAFE folders or zips.</source>
        <translation>Aucun produit Sentinel-2 dans {path}. Choisissez un dossier de dossiers SAFE ou de zips.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="180" />
        <source>{chosen} of {found} products are to be masked.</source>
        <translation>{chosen} produits sur {found} sont à masquer.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="188" />
        <source>None of the {count} products could be masked. The first: {message}</source>
        <translation>Aucun des {count} produits n'a pu être masqué. Le premier : {message}</translation>
    </message>
</context><context>
    <name>MaskOptions</name>
    <message>
        <location filename="../toolbox/mask_options.py" line="53" />
        <source>Resolution (metres)</source>
        <translation>Résolution (mètres)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="55" />
        <source>Pixel size of the mask. 20 m suits most work; 10 m takes about four times as long; 60 m is a quick look. In scripts: 10, 20, 30 or 60.</source>
        <translation>Taille des pixels du masque. 20 m convient à la plupart des travaux ; 10 m prend environ quatre fois plus de temps ; 60 m donne un aperçu rapide. Dans les scripts : 10, 20, 30 ou 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="62" />
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="63" />
        <source>The network. auto takes UNetMobV2_V2 where its weights have been downloaded, else the embedded UKIS network, and says which and why in the log. In scripts by name.</source>
        <translation>Le réseau. auto prend UNetMobV2_V2 si ses poids ont été téléchargés, sinon le réseau UKIS intégré, et dit dans le journal lequel et pourquoi. Dans les scripts, par nom.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="71" />
        <source>Area (whole product when empty)</source>
        <translation>Zone (produit entier si vide)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="73" />
        <source>Only this area is masked, in any CRS; the mask keeps the pixels of the product's grid.</source>
        <translation>Seule cette zone est masquée, dans un SCR quelconque ; le masque garde les pixels de la grille du produit.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="80" />
        <source>Network of your own (instead of the model above)</source>
        <translation>Votre propre réseau (au lieu du modèle ci-dessus)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="84" />
        <source>A file of weights: the state dict of a 13-band UNetMobV2 (.pt), or TorchScript or ONNX with a small TOML beside it.</source>
        <translation>Un fichier de poids : le state dict d'un UNetMobV2 à 13 bandes (.pt), ou TorchScript ou ONNX avec un petit TOML à côté.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="92" />
        <source>Overlap of patches (pixels)</source>
        <translation>Recouvrement des imagettes (pixels)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="93" />
        <source>Least overlap of neighbouring patches, up to half a patch ({most} px). Empty: {default} px of a patch of {patch} px. More is slower and smoother at the seams.</source>
        <translation>Recouvrement minimal des imagettes voisines, jusqu'à une demi-imagette ({most} px). Vide : {default} px d'une imagette de {patch} px. Plus grand, c'est plus lent et plus lisse aux jointures.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="101" />
        <source>Extra views (test-time augmentation)</source>
        <translation>Vues supplémentaires (augmentation au test)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="102" />
        <source>Turned and mirrored views that are predicted as well and averaged. Each takes the time of one more run.</source>
        <translation>Vues tournées et retournées qui sont prédites aussi, puis moyennées. Chacune prend le temps d'une exécution de plus.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="109" />
        <source>Widen clouds and shadows (pixels)</source>
        <translation>Élargir les nuages et les ombres (pixels)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="110" />
        <source>Clouds and shadows grow by this many pixels of the mask.</source>
        <translation>Les nuages et les ombres s'étendent de ce nombre de pixels du masque.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="115" />
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="116" />
        <source>Where the network runs. auto takes a graphics card when there is one.</source>
        <translation>Où le réseau s'exécute. auto prend une carte graphique s'il y en a une.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="120" />
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="121" />
        <source>Number format of the network. auto takes the fastest that holds on the device; float32 gives the same mask on every machine.</source>
        <translation>Format des nombres du réseau. auto prend le plus rapide qui tienne sur le périphérique ; float32 donne le même masque sur toute machine.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="134" />
        <source>The network {file} is not there. Choose an existing file.</source>
        <translation>Le réseau {file} n'existe pas. Choisissez un fichier qui existe.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="137" />
        <source>The area is empty. Give xmin, xmax, ymin, ymax with a width and a height.</source>
        <translation>La zone est vide. Donnez xmin, xmax, ymin, ymax avec une largeur et une hauteur.</translation>
    </message>
</context><context>
    <name>MaskPolygons</name>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="44" />
        <source>Mask to polygons</source>
        <translation>Masque vers polygones</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="52" />
        <source>polygon,vector,polygonize,outline,area,geojson,geopackage</source>
        <translation>polygone,vecteur,polygoniser,contour,surface,geojson,geopackage</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="56" />
        <source>Cloud, thin cloud and shadow as valid polygons with their area.</source>
        <translation>Nuages, nuages fins et ombres en polygones valides avec leur surface.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="60" />
        <source>&lt;p&gt;Turns the classes of a mask into polygons: pixels of one class that touch by a side become one, with its class and its area in hectares. Small ones can be left out; borders can be simplified, and those that classes share stay shared. All polygons are valid.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Transforme les classes d'un masque en polygones : les pixels d'une classe qui se touchent par un côté n'en font qu'un, avec sa classe et sa surface en hectares. Les petits peuvent être laissés de côté ; les limites peuvent être simplifiées, et celles que des classes partagent restent partagées. Tous les polygones sont valides.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="69" />
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="70" />
        <source>A mask by this plugin, or any raster of bytes with the same classes.</source>
        <translation>Un masque de cette extension, ou tout raster d'octets avec les mêmes classes.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="75" />
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="81" />
        <source>Which classes become polygons. In scripts by name: thick_cloud,cloud_shadow.</source>
        <translation>Quelles classes deviennent des polygones. Dans les scripts, par nom : thick_cloud,cloud_shadow.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="85" />
        <source>Smallest area (square metres)</source>
        <translation>Plus petite surface (mètres carrés)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="87" />
        <source>Smaller polygons are left out.</source>
        <translation>Les polygones plus petits sont laissés de côté.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="91" />
        <source>Simplify borders (metres)</source>
        <translation>Simplifier les limites (mètres)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="93" />
        <source>0 keeps the outlines of the pixels.</source>
        <translation>0 garde les contours des pixels.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="96" />
        <source>Polygons of the mask</source>
        <translation>Polygones du masque</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="97" />
        <source>A GeoPackage (.gpkg) in the mask's CRS, or GeoJSON (.geojson) in WGS 84.</source>
        <translation>Un GeoPackage (.gpkg) dans le SCR du masque, ou un GeoJSON (.geojson) en WGS 84.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="99" />
        <source>Number of polygons</source>
        <translation>Nombre de polygones</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="100" />
        <source>Their area (hectares)</source>
        <translation>Leur surface (hectares)</translation>
    </message>
</context><context>
    <name>MaskProduct</name>
    <message>
        <location filename="../toolbox/maskproduct.py" line="49" />
        <source>Mask a product</source>
        <translation>Masquer un produit</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="57" />
        <source>sentinel-2,cloud,shadow,mask,unetmobv2,cloudsen12,ukis,copernicus,l1c,l2a</source>
        <translation>sentinel-2,nuage,ombre,masque,unetmobv2,cloudsen12,ukis,copernicus,l1c,l2a</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="61" />
        <source>Masks clouds and cloud shadows of one Sentinel-2 product (SAFE folder, zip, cloud-archive folder).</source>
        <translation>Masque les nuages et les ombres de nuages d'un produit Sentinel-2 (dossier SAFE, zip, dossier d'archive cloud).</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="67" />
        <source>&lt;p&gt;Masks one Sentinel-2 product by a neural network: &lt;b&gt;0&lt;/b&gt; clear, &lt;b&gt;1&lt;/b&gt; thick cloud, &lt;b&gt;2&lt;/b&gt; thin cloud, &lt;b&gt;3&lt;/b&gt; cloud shadow, &lt;b&gt;255&lt;/b&gt; no data. The mask is a Cloud Optimized GeoTIFF on the product's own grid, with its style (.qml) and its provenance (.json) beside it; it is the very file that the command s2cloudmask writes.&lt;/p&gt;&lt;p&gt;The numbers are percent: classes of the valid pixels, no data of all pixels. Work happens in a process of its own; cancelling ends it and leaves no file.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Masque un produit Sentinel-2 par un réseau de neurones : &lt;b&gt;0&lt;/b&gt; dégagé, &lt;b&gt;1&lt;/b&gt; nuage épais, &lt;b&gt;2&lt;/b&gt; nuage fin, &lt;b&gt;3&lt;/b&gt; ombre de nuage, &lt;b&gt;255&lt;/b&gt; sans données. Le masque est un Cloud Optimized GeoTIFF sur la grille même du produit, avec son style (.qml) et sa provenance (.json) à côté ; c'est exactement le fichier qu'écrit la commande s2cloudmask.&lt;/p&gt;&lt;p&gt;Les nombres sont en pour cent : les classes des pixels valides, sans données de tous les pixels. Le travail se fait dans un processus à part ; l'annuler y met fin et ne laisse aucun fichier.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="80" />
        <source>Product (SAFE folder, zip, metadata file, GeoTIFF stack, STAC item, or an address)</source>
        <translation>Produit (dossier SAFE, zip, fichier de métadonnées, pile GeoTIFF, élément STAC ou une adresse)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="82" />
        <source>Sentinel-2 products</source>
        <translation>Produits Sentinel-2</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="84" />
        <source>A .SAFE folder, the .zip it was downloaded as, a folder in cloud-archive layout, or the metadata file inside one of them (MTD_MSIL1C.xml, MTD_MSIL2A.xml, metadata.xml), which stands for its folder; also a .tar, EOPF Zarr, a GeoTIFF stack with named bands, a STAC item, or the address of any of them.</source>
        <translation>Un dossier .SAFE, le .zip dans lequel il a été téléchargé, un dossier organisé comme les archives en nuage, ou le fichier de métadonnées de l’un d’eux (MTD_MSIL1C.xml, MTD_MSIL2A.xml, metadata.xml), qui vaut pour son dossier ; aussi un .tar, EOPF Zarr, une pile GeoTIFF aux bandes nommées, un élément STAC, ou l’adresse de l’un d’eux.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="92" />
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="93" />
        <source>The mask, a GeoTIFF (.tif). Its style and provenance are written beside it.</source>
        <translation>Le masque, un GeoTIFF (.tif). Son style et sa provenance sont écrits à côté.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="97" />
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="99" />
        <source>Four bands, one a class: probability times 250, 255 no data (.tif).</source>
        <translation>Quatre bandes, une par classe : probabilité fois 250, 255 nodata (.tif).</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="102" />
        <source>Clear (%)</source>
        <translation>Dégagé (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="103" />
        <source>Thick cloud (%)</source>
        <translation>Nuage épais (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="104" />
        <source>Thin cloud (%)</source>
        <translation>Nuage fin (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="105" />
        <source>Cloud shadow (%)</source>
        <translation>Ombre de nuage (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="106" />
        <source>No data (%)</source>
        <translation>Sans données (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="109" />
        <source>Model that made the mask</source>
        <translation>Modèle qui a fait le masque</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="110" />
        <source>SHA-256 of its weights</source>
        <translation>SHA-256 de ses poids</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="116" />
        <source>The product {path} is not there. Choose an existing folder or zip.</source>
        <translation>Le produit {path} n'existe pas. Choisissez un dossier ou un zip qui existe.</translation>
    </message>
</context><context>
    <name>MaskTask</name>
    <message numerus="yes">
        <location filename="../ui/runs/mask_task.py" line="100" />
        <source>Cloud mask of %n product(s)</source>
        <translation>
            <numerusform>Masque de nuages de %n produit</numerusform>
            <numerusform>Masque de nuages de %n produits</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/runs/mask_task.py" line="137" />
        <source>The engine ended without a mask or an error. See the log panel.</source>
        <translation>Le moteur s'est terminé sans masque ni erreur. Voyez le panneau du journal.</translation>
    </message>
    <message>
        <location filename="../ui/runs/mask_task.py" line="186" />
        <source>The engine's answer was refused ({reason}). Repair the engine in Set-up.</source>
        <translation>La réponse du moteur a été refusée ({reason}). Réparez le moteur dans Installation.</translation>
    </message>
</context><context>
    <name>ModelPicker</name>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="86" />
        <source>Automatic (best available)</source>
        <translation>Automatique (le meilleur)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="90" />
        <source>{title} (to download)</source>
        <translation>{title} (à télécharger)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="99" />
        <source>Network of your own</source>
        <translation>Votre propre réseau</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="101" />
        <source>Networks (*.pt *.pth *.ckpt *.safetensors *.onnx);;All files (*)</source>
        <translation>Réseaux (*.pt *.pth *.ckpt *.safetensors *.onnx);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="109" />
        <source>Download…</source>
        <translation>Télécharger…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="111" />
        <source>Get {label}…</source>
        <translation>Obtenir {label}…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="121" />
        <source>Ready.</source>
        <translation>Prêt.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="122" />
        <source>Embedded, nothing to download.</source>
        <translation>Intégré, rien à télécharger.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="123" />
        <source>To be downloaded: {size} MB, {licence}.</source>
        <translation>À télécharger : {size} Mo, {licence}.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="127" />
        <source>It misses most thin cloud.</source>
        <translation>La plupart des nuages fins lui échappent.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="132" />
        <source>The list of models appears when the engine is set up.</source>
        <translation>La liste des modèles apparaît quand le moteur est installé.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="134" />
        <source>No network is here yet: choose one and download it.</source>
        <translation>Aucun réseau n'est présent : choisissez-en un et téléchargez-le.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="135" />
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="136" />
        <source>Will use {title}.</source>
        <translation>Utilisera {title}.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="138" />
        <source>Will use {title}, which misses most thin cloud.</source>
        <translation>Utilisera {title}, auquel échappent la plupart des nuages fins.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="141" />
        <source>{label} tells thin cloud and is not downloaded yet ({size} MB).</source>
        <translation>{label} distingue les nuages fins et n'est pas encore téléchargé ({size} Mo).</translation>
    </message>
</context><context>
    <name>OwnMask</name>
    <message>
        <location filename="../toolbox/ownmask.py" line="33" />
        <source>Extract the product's own mask</source>
        <translation>Extraire le masque propre du produit</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="41" />
        <source>sentinel-2,cloud,mask,msk_classi,msk_clouds,scl,sen2cor,scene classification</source>
        <translation>sentinel-2,nuage,masque,msk_classi,msk_clouds,scl,sen2cor,classification de scène</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="45" />
        <source>Writes the cloud mask that came with a Sentinel-2 product, in the classes of this plugin.</source>
        <translation>Écrit le masque de nuages livré avec un produit Sentinel-2, dans les classes de cette extension.</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="49" />
        <source>&lt;p&gt;Every Sentinel-2 product brings a cloud mask of its own: MSK_CLASSI (Level-1C since baseline 04.00), MSK_CLOUDS polygons (Level-1C before), or the scene classification SCL (Level-2A). This writes it as a raster with the classes and colours of this plugin, to compare the two. What it does not tell apart (Level-1C masks have no cloud shadow) is said in the log.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Tout produit Sentinel-2 apporte son propre masque de nuages : MSK_CLASSI (Level-1C depuis la baseline 04.00), les polygones MSK_CLOUDS (Level-1C avant), ou la classification de scène SCL (Level-2A). Ceci l'écrit en raster avec les classes et les couleurs de cette extension, pour comparer les deux. Ce qu'il ne distingue pas (les masques Level-1C n'ont pas d'ombre de nuage) est dit dans le journal.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="61" />
        <source>Product (SAFE folder, its zip, or its metadata file)</source>
        <translation>Produit (dossier SAFE, son zip, ou son fichier de métadonnées)</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="63" />
        <source>Sentinel-2 products</source>
        <translation>Produits Sentinel-2</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="65" />
        <source>A Level-1C or Level-2A product that still holds its masks (folder QI_DATA or qi, or band SCL).</source>
        <translation>Un produit Level-1C ou Level-2A qui contient encore ses masques (dossier QI_DATA ou qi, ou bande SCL).</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="68" />
        <source>Own mask</source>
        <translation>Masque propre</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="69" />
        <source>The mask, a GeoTIFF (.tif): 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow, 255 no data.</source>
        <translation>Le masque, un GeoTIFF (.tif) : 0 dégagé, 1 nuage épais, 2 nuage fin, 3 ombre de nuage, 255 sans données.</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="76" />
        <source>The product {path} is not there. Choose an existing folder or zip.</source>
        <translation>Le produit {path} n'existe pas. Choisissez un dossier ou un zip qui existe.</translation>
    </message>
</context><context>
    <name>PackageInstaller</name>
    <message>
        <location filename="../bridge/package_installer.py" line="66" />
        <source>Downloading {package} ({number} of {total})</source>
        <translation>Téléchargement de {package} ({number} sur {total})</translation>
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="70" />
        <source>{package} is downloaded already</source>
        <translation>{package} est déjà téléchargé</translation>
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="79" />
        <source>Installing the packages</source>
        <translation>Installation des paquets</translation>
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="100" />
        <source>Downloading what PyTorch's CUDA build needs (3 GB)</source>
        <translation>Téléchargement de ce dont la version CUDA de PyTorch a besoin (3 Go)</translation>
    </message>
</context><context>
    <name>ProductMenu</name>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="53" />
        <source>Tick selected</source>
        <translation>Cocher la sélection</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="54" />
        <source>Untick selected</source>
        <translation>Décocher la sélection</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="55" />
        <source>Tick all</source>
        <translation>Tout cocher</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="56" />
        <source>Untick all</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="62" />
        <source>Show on the map</source>
        <translation>Montrer sur la carte</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="65" />
        <source>Show image</source>
        <translation>Montrer l’image</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="67" />
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="69" />
        <source>Copy path</source>
        <translation>Copier le chemin</translation>
    </message>
</context><context>
    <name>ProductModel</name>
    <message>
        <location filename="../ui/dialog/product_model.py" line="71" />
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="72" />
        <source>Sensed (UTC)</source>
        <translation>Acquis (UTC)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="73" />
        <source>Tile</source>
        <translation>Tuile</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="74" />
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="75" />
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="76" />
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="223" />
        <source>Set up the engine first</source>
        <translation>Installez d'abord le moteur</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="224" />
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="226" />
        <source>Ready once the model is downloaded</source>
        <translation>Prêt dès que le modèle est téléchargé</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="228" />
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="229" />
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="230" />
        <source>Working…</source>
        <translation>En cours…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="231" />
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="232" />
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="44" />
        <source>this product</source>
        <translation>ce produit</translation>
    </message>
</context><context>
    <name>ProductPanel</name>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="58" />
        <source>Add an address…</source>
        <translation>Ajouter une adresse…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="94" />
        <source>{names}: not part of a Sentinel-2 product. Add a .SAFE folder or a .zip of it.</source>
        <translation>{names} : ne fait pas partie d'un produit Sentinel-2. Ajoutez-en un dossier .SAFE ou un .zip.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="134" />
        <source>{folder} is a whole disk. Looking through it may take long. Look there?</source>
        <translation>{folder} est un disque entier. Le parcourir peut être long. Y chercher ?</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="136" />
        <source>{folder} lies on the network. Looking there may take long. Look there?</source>
        <translation>{folder} se trouve sur le réseau. Y chercher peut être long. Y chercher ?</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="174" />
        <location filename="../ui/dialog/product_panel.py" line="137" />
        <source>Look for products in a folder</source>
        <translation>Rechercher des produits dans un dossier</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="155" />
        <source>{count} products found. Tick those to mask; right-click for all.</source>
        <translation>{count} produits trouvés. Cochez ceux à masquer ; clic droit pour tous.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="162" />
        <source>No Sentinel-2 product lies in {folder}.</source>
        <translation>Aucun produit Sentinel-2 ne se trouve dans {folder}.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="166" />
        <source>Looking in {folder}</source>
        <translation>Recherche dans {folder}</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="169" />
        <source>Add a product folder</source>
        <translation>Ajouter un dossier de produit</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="181" />
        <source>Add products</source>
        <translation>Ajouter des produits</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="183" />
        <source>Zipped products, GeoTIFF stacks, STAC items (*.zip *.tar *.tif *.tiff *.json *.geojson)</source>
        <translation>Produits compressés, piles GeoTIFF, éléments STAC (*.zip *.tar *.tif *.tiff *.json *.geojson)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="194" />
        <source>Add an address</source>
        <translation>Ajouter une adresse</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="195" />
        <source>Address of a product or STAC item (https://, s3://, gs://, az://):</source>
        <translation>Adresse d’un produit ou élément STAC (https://, s3://, gs://, az://) :</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="209" />
        <source>Looking for products… {total} so far</source>
        <translation>Recherche de produits… {total} jusqu'ici</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="212" />
        <source>{chosen} of {total} products chosen</source>
        <translation>{chosen} produits choisis sur {total}</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="215" />
        <source>, {count} running</source>
        <translation>, {count} en cours</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="217" />
        <source>, {count} cannot run</source>
        <translation>, {count} ne peuvent pas être traités</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add &amp;folder…</source>
        <translation>A&amp;jouter un dossier…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add a product: a .SAFE folder, or the flat folder of one granule</source>
        <translation>Ajouter un produit : un dossier .SAFE, ou le dossier à plat d'un granule</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add &amp;zip…</source>
        <translation>Ajouter un &amp;zip…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add products as they were downloaded (they need not be unpacked), or GeoTIFF stacks with named bands</source>
        <translation>Ajouter des produits tels que téléchargés (inutile de les décompresser), ou des piles GeoTIFF aux bandes nommées</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>&amp;Scan folder…</source>
        <translation>Explorer un do&amp;ssier…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Look for products in a folder and all folders below it</source>
        <translation>Rechercher des produits dans un dossier et tous ses sous-dossiers</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Take the selected products off the list (Delete); no file is touched</source>
        <translation>Retirer de la liste les produits sélectionnés (Suppr) ; aucun fichier n'est touché</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Clear list</source>
        <translation>Vider la liste</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Take all products off the list; no file is touched</source>
        <translation>Retirer de la liste tous les produits ; aucun fichier n'est touché</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Stop scan</source>
        <translation>Arrêter la recherche</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Stop looking for products; those found so far stay in the list</source>
        <translation>Arrêter la recherche de produits ; ceux déjà trouvés restent dans la liste</translation>
    </message>
</context><context>
    <name>ProductView</name>
    <message>
        <location filename="../ui/dialog/product_view.py" line="77" />
        <source>Drop Sentinel-2 products here: .SAFE folders or .zip downloads,
from the file manager or the Browser panel</source>
        <translation>Déposez ici des produits Sentinel-2 : dossiers .SAFE ou téléchargements .zip,
depuis le gestionnaire de fichiers ou le panneau Explorateur</translation>
    </message>
</context><context>
    <name>PythonFinder</name>
    <message>
        <location filename="../bridge/python_finder.py" line="112" />
        <source>{path} is not a working Python.</source>
        <translation>{path} n'est pas un Python qui fonctionne.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="127" />
        <source>Python {version} ({path}) is too old for the engine. Install Python {oldest} to {newest}.</source>
        <translation>Python {version} ({path}) est trop ancien pour le moteur. Installez un Python de {oldest} à {newest}.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="132" />
        <source>Python {version} ({path}) is too new for the engine. Install Python {oldest} to {newest}.</source>
        <translation>Python {version} ({path}) est trop récent pour le moteur. Installez un Python de {oldest} à {newest}.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="137" />
        <source>Python {version} ({path}) is a preliminary release. Install Python {oldest} to {newest}.</source>
        <translation>Python {version} ({path}) est une version préliminaire. Installez un Python de {oldest} à {newest}.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="142" />
        <source>{path} is a 32-bit Python. Install a 64-bit Python {oldest} to {newest}.</source>
        <translation>{path} est un Python 32 bits. Installez un Python 64 bits de {oldest} à {newest}.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="144" />
        <source>Python {version} ({path}) has no venv module. Install it (on Debian and Ubuntu: sudo apt install python3-venv) or choose another Python.</source>
        <translation>Python {version} ({path}) n'a pas de module venv. Installez-le (sous Debian et Ubuntu : sudo apt install python3-venv) ou choisissez un autre Python.</translation>
    </message>
</context><context>
    <name>RefineMask</name>
    <message>
        <location filename="../toolbox/refinement_options.py" line="35" />
        <location filename="../ui/dialog/refinement_boxes.py" line="15" />
        <source>Probability, 0.01 to 1, from which on a pixel is of this class. Empty: where it is the likeliest.</source>
        <translation>Probabilité, de 0,01 à 1, à partir de laquelle un pixel est de cette classe. Vide : là où elle est la plus probable.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="48" />
        <location filename="../ui/dialog/refinement_boxes.py" line="19" />
        <source>Clear pixels within this distance become of this class.</source>
        <translation>Les pixels dégagés à cette distance ou moins passent à cette classe.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="29" />
        <location filename="../ui/dialog/refinement_boxes.py" line="21" />
        <source>Threshold of thick cloud</source>
        <translation>Seuil du nuage épais</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="30" />
        <location filename="../ui/dialog/refinement_boxes.py" line="22" />
        <source>Threshold of thin cloud</source>
        <translation>Seuil du nuage fin</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="31" />
        <location filename="../ui/dialog/refinement_boxes.py" line="23" />
        <source>Threshold of cloud shadow</source>
        <translation>Seuil de l'ombre de nuage</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="42" />
        <location filename="../ui/dialog/refinement_boxes.py" line="24" />
        <source>Margin around thick cloud (metres)</source>
        <translation>Marge autour des nuages épais (mètres)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="43" />
        <location filename="../ui/dialog/refinement_boxes.py" line="25" />
        <source>Margin around thin cloud (metres)</source>
        <translation>Marge autour des nuages fins (mètres)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="44" />
        <location filename="../ui/dialog/refinement_boxes.py" line="26" />
        <source>Margin around cloud shadow (metres)</source>
        <translation>Marge autour des ombres de nuages (mètres)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="54" />
        <location filename="../ui/dialog/refinement_boxes.py" line="29" />
        <source>Smallest object (square metres)</source>
        <translation>Plus petit objet (mètres carrés)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="55" />
        <location filename="../ui/dialog/refinement_boxes.py" line="30" />
        <source>Smaller cloud or shadow becomes clear.</source>
        <translation>Un nuage ou une ombre plus petits deviennent dégagés.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="59" />
        <location filename="../ui/dialog/refinement_boxes.py" line="34" />
        <source>Smallest gap (square metres)</source>
        <translation>Plus petit trou (mètres carrés)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="60" />
        <location filename="../ui/dialog/refinement_boxes.py" line="35" />
        <source>Smaller clear gaps in cloud are filled.</source>
        <translation>Les trous dégagés plus petits dans les nuages sont remplis.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="36" />
        <source>Refine a mask</source>
        <translation>Affiner un masque</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="44" />
        <source>threshold,margin,buffer,confidence,probability,sieve,holes,dilate</source>
        <translation>seuil,marge,tampon,confiance,probabilité,tamiser,trous,dilater</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="48" />
        <source>Own thresholds, margins in metres, smallest object and holes from a confidence raster, without predicting again.</source>
        <translation>Seuils propres, marges en mètres, plus petit objet et trous à partir d'un raster de confiance, sans nouvelle prédiction.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="55" />
        <source>&lt;p&gt;Makes a new mask from a &lt;b&gt;confidence raster&lt;/b&gt; (made with the mask on request) without predicting again: own thresholds for each class, a margin in metres around each, the smallest object that stays and the smallest gap that stays open. From a &lt;b&gt;mask&lt;/b&gt; all but thresholds is possible.&lt;/p&gt;&lt;p&gt;A class counts where its probability reaches its threshold, without one where it is the likeliest. The new mask keeps its provenance and says what was changed.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Fait un nouveau masque à partir d'un &lt;b&gt;raster de confiance&lt;/b&gt; (fait avec le masque sur demande) sans nouvelle prédiction : seuils propres à chaque classe, une marge en mètres autour de chacune, le plus petit objet qui reste et le plus petit trou qui reste ouvert. À partir d'un &lt;b&gt;masque&lt;/b&gt;, tout est possible sauf les seuils.&lt;/p&gt;&lt;p&gt;Une classe compte là où sa probabilité atteint son seuil ; sans seuil, là où elle est la plus probable. Le nouveau masque garde sa provenance et dit ce qui a été changé.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="66" />
        <source>Confidence raster or mask</source>
        <translation>Raster de confiance ou masque</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="67" />
        <source>&lt;product&gt;_confidence.tif by this plugin; or a mask where no threshold is given.</source>
        <translation>&lt;product&gt;_confidence.tif de cette extension ; ou un masque si aucun seuil n'est donné.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="71" />
        <source>Refined mask</source>
        <translation>Masque affiné</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="72" />
        <source>A mask (.tif) with its style and provenance beside it.</source>
        <translation>Un masque (.tif) avec son style et sa provenance à côté.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="103" />
        <source>Clear (%)</source>
        <translation>Dégagé (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="104" />
        <source>Thick cloud (%)</source>
        <translation>Nuage épais (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="105" />
        <source>Thin cloud (%)</source>
        <translation>Nuage fin (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="106" />
        <source>Cloud shadow (%)</source>
        <translation>Ombre de nuage (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="107" />
        <source>No data (%)</source>
        <translation>Sans données (%)</translation>
    </message>
</context><context>
    <name>ReviewBackground</name>
    <message>
        <location filename="../ui/review/background.py" line="52" />
        <source>The bands of {name} cannot be opened. Find the product, or download it again.</source>
        <translation>Les bandes de {name} ne peuvent pas être ouvertes. Trouvez le produit, ou téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <location filename="../ui/review/background.py" line="89" />
        <source>Cloud mask review</source>
        <translation>Examen des masques de nuages</translation>
    </message>
</context><context>
    <name>ReviewDock</name>
    <message>
        <location filename="../ui/review/dock.py" line="44" />
        <source>Cloud mask review</source>
        <translation>Examen des masques de nuages</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="51" />
        <source>Folder of cloud masks</source>
        <translation>Dossier de masques de nuages</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="128" />
        <source>There is no cloud mask in {folder}. Choose the output folder of a run.</source>
        <translation>Il n'y a pas de masque de nuages dans {folder}. Choisissez le dossier de sortie d'une exécution.</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="192" />
        <source>No other mask</source>
        <translation>Aucun autre masque</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="220" />
        <source>Score tiles of {name}</source>
        <translation>Noter les tuiles de {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="271" />
        <source>Shown now: {name}</source>
        <translation>Affiché maintenant : {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="49" />
        <source>{name} was not found, so there is no picture of it.</source>
        <translation>{name} est introuvable, il n'y en a donc pas d'image.</translation>
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="53" />
        <source>Read {name}</source>
        <translation>Lire {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="63" />
        <source>Folder that holds the products</source>
        <translation>Dossier qui contient les produits</translation>
    </message>
    <message>
        <location filename="../ui/review/status.py" line="36" />
        <source>Saved in {file}</source>
        <translation>Enregistré dans {file}</translation>
    </message>
</context><context>
    <name>ReviewEngine</name>
    <message>
        <location filename="../ui/review/engine.py" line="79" />
        <source>The engine gave no answer. See the log panel.</source>
        <translation>Le moteur n'a pas répondu. Voyez le panneau du journal.</translation>
    </message>
</context><context>
    <name>ReviewJudging</name>
    <message>
        <location filename="../ui/review/judging.py" line="29" />
        <source>good</source>
        <translation>bon</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="30" />
        <source>usable</source>
        <translation>utilisable</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="31" />
        <source>wrong</source>
        <translation>faux</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="57" />
        <source>Verdict on tile {tile}</source>
        <translation>Verdict sur la tuile {tile}</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="59" />
        <source>Verdict on the whole mask</source>
        <translation>Verdict sur le masque entier</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="87" />
        <source>The verdict could not be saved ({reason}). Close the file elsewhere, then judge again.</source>
        <translation>Le verdict n'a pas pu être enregistré ({reason}). Fermez le fichier là où il est ouvert, puis jugez de nouveau.</translation>
    </message>
</context><context>
    <name>ReviewMasks</name>
    <message>
        <location filename="../ui/review/mask_list.py" line="48" />
        <source>refined</source>
        <translation>affiné</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="42" />
        <source>clear</source>
        <translation>dégagé</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="43" />
        <source>thick cloud</source>
        <translation>nuage épais</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="44" />
        <source>thin cloud</source>
        <translation>nuage fin</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="45" />
        <source>shadow</source>
        <translation>ombre</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="52" />
        <source>cloud</source>
        <translation>nuage</translation>
    </message>
</context><context>
    <name>ReviewPainting</name>
    <message>
        <location filename="../ui/review/painting.py" line="142" />
        <source>{file} is there: choose it in the list to correct it further.</source>
        <translation>{file} existe déjà : le choisir dans la liste pour continuer à le corriger.</translation>
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="156" />
        <source>Correct {name}</source>
        <translation>Corriger {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="233" />
        <source>Choose a class and paint on the map what the mask has wrong; zoom in to paint finer. The mask stays as it is: what is saved is a mask of its own, and the strokes beside it teach a network.</source>
        <translation>Choisir une classe et peindre sur la carte ce que le masque a de faux ; zoomer pour peindre plus fin. Le masque reste tel quel : un masque à part est enregistré, et les traits à côté instruisent un réseau.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/review/painting.py" line="239" />
        <source>%n stroke(s) not saved yet.</source>
        <translation>
            <numerusform>%n trait pas encore enregistré.</numerusform>
            <numerusform>%n traits pas encore enregistrés.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="241" />
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
</context><context>
    <name>ReviewPanel</name>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Folder of masks</source>
        <translation>&amp;Dossier de masques</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Masks in the folder</source>
        <translation>Masques du dossier</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Tile</source>
        <translation>Tuile</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Find pro&amp;duct…</source>
        <translation>Trouver le prod&amp;uit…</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Name the folder that holds the products; it is remembered</source>
        <translation>Indiquez le dossier qui contient les produits ; il est retenu</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Background</source>
        <translation>&amp;Fond</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>B&amp;rightness</source>
        <translation>&amp;Luminosité</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Darker shows structure in cloud and snow, brighter what lies in shadow</source>
        <translation>Plus sombre montre la structure des nuages et de la neige, plus clair ce qui est dans l'ombre</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Compare with</source>
        <translation>&amp;Comparer à</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Another mask of the same product: where the two differ comes first, and flicker and swipe switch between them</source>
        <translation>Un autre masque du même produit : les différences entre les deux viennent d'abord, et l'alternance et le balayage passent de l'un à l'autre</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>C&amp;lasses</source>
        <translation>Cl&amp;asses</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Outline only</source>
        <translation>C&amp;ontour seul</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>O&amp;pacity</source>
        <translation>O&amp;pacité</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Sho&amp;w mask (Space)</source>
        <translation>Afficher le &amp;masque (Espace)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Space switches the mask off and on while the map or a list has the focus</source>
        <translation>Espace masque et affiche le masque tant que la carte ou une liste a le focus</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Sw&amp;ipe</source>
        <translation>Balaya&amp;ge</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Drag a line over the map: the mask is shown to its right only. Shift and the arrow keys move it too.</source>
        <translation>Tirez une ligne sur la carte : le masque n'est montré qu'à sa droite. Maj et les flèches la déplacent aussi.</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Li&amp;ve</source>
        <translation>En di&amp;rect</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Mask the product live while you pan and zoom</source>
        <translation>Masquer le produit en direct pendant que vous vous déplacez et zoomez</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Tiles</source>
        <translation>&amp;Tuiles</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Tiles of the mask</source>
        <translation>Tuiles du masque</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Score</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Previous (B)</source>
        <translation>Précédente (B)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Next (N)</source>
        <translation>Suivante (N)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Good (G)</source>
        <translation>Bon (G)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Usable (U)</source>
        <translation>Utilisable (U)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Wrong (W)</source>
        <translation>Faux (W)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Not&amp;e</source>
        <translation>R&amp;emarque</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>What is wrong, or where</source>
        <translation>Ce qui est faux, ou où</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Rando&amp;m points</source>
        <translation>Point&amp;s aléatoires</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Number</source>
        <translation>Nom&amp;bre</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Dra&amp;w points</source>
        <translation>Tirer des po&amp;ints</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Random points in each class of the mask; the mask is hidden meanwhile, so that it cannot bias you</source>
        <translation>Points aléatoires dans chaque classe du masque ; le masque est caché pendant ce temps, pour ne pas vous influencer</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Clear (1)</source>
        <translation>Dégagé (1)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cloud (2)</source>
        <translation>Nuage (2)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Shadow (3)</source>
        <translation>Ombre (3)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cannot tell (0)</source>
        <translation>Indécidable (0)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Teac&amp;h a network…</source>
        <translation>E&amp;ntraîner un réseau…</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Teach a network the place you work in, from the points labelled here or from a layer</source>
        <translation>Apprendre à un réseau le lieu où vous travaillez, avec les points étiquetés ici ou une couche</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>The class that the brush paints</source>
        <translation>La classe que peint le pinceau</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Width of the brush on the screen</source>
        <translation>Largeur du pinceau à l'écran</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Paint</source>
        <translation>Peindre</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Paint on the map with the left mouse button</source>
        <translation>Peindre sur la carte avec le bouton gauche de la souris</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Undo (Ctrl+Z)</source>
        <translation>Annuler (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Save corrected mask</source>
        <translation>Enregistrer le masque corrigé</translation>
    </message>
</context><context>
    <name>ReviewPoints</name>
    <message>
        <location filename="../ui/review/points.py" line="76" />
        <source>Draw random points</source>
        <translation>Tirer des points aléatoires</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="102" />
        <source>The label could not be saved ({reason}). Close the file elsewhere, then label again.</source>
        <translation>L'étiquette n'a pas pu être enregistrée ({reason}). Fermez le fichier là où il est ouvert, puis étiquetez de nouveau.</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="144" />
        <source>Dra&amp;w more points</source>
        <translation>Tirer plus de po&amp;ints</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="144" />
        <source>Dra&amp;w points</source>
        <translation>Tirer des po&amp;ints</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="155" />
        <source>Points are drawn at random in each class of the mask. Label what you see in the picture; the mask stays hidden meanwhile, so that it cannot bias you.</source>
        <translation>Les points sont tirés au hasard dans chaque classe du masque. Étiquetez ce que vous voyez dans l'image ; le masque reste caché pendant ce temps, pour ne pas vous influencer.</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="166" />
        <source>{done} of {total} labelled</source>
        <translation>{done} étiquetés sur {total}</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="169" />
        <source>Point {number} of {total}: what lies in the yellow square's middle?</source>
        <translation>Point {number} sur {total} : qu'y a-t-il au milieu du carré jaune ?</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="182" />
        <source>The accuracy appears when each class of the mask has two labelled points.</source>
        <translation>L'exactitude apparaît quand chaque classe du masque a deux points étiquetés.</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="185" />
        <source>Overall accuracy {estimate}</source>
        <translation>Exactitude globale {estimate}</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="189" />
        <source>Clear</source>
        <translation>Dégagé</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="190" />
        <source>Cloud</source>
        <translation>Nuage</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="191" />
        <source>Shadow</source>
        <translation>Ombre</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="193" />
        <source>User's</source>
        <translation>De l'utilisateur</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="193" />
        <source>Producer's</source>
        <translation>Du producteur</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="204" />
        <source>{points} points, 95 % confidence intervals (Olofsson et al. 2014)</source>
        <translation>{points} points, intervalles de confiance à 95 % (Olofsson et al. 2014)</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="208" />
        <source>; {unsure} left out as one cannot tell</source>
        <translation> ; {unsure} laissés de côté car indécidables</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="213" />
        <source>No error was found, so these points cannot tell how wide the interval is.</source>
        <translation>Aucune erreur n'a été trouvée, ces points ne peuvent donc pas dire la largeur de l'intervalle.</translation>
    </message>
</context><context>
    <name>ReviewRefining</name>
    <message>
        <location filename="../ui/review/refining.py" line="51" />
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="52" />
        <source>Appl&amp;y…</source>
        <translation>Appliquer…</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="54" />
        <source>Write the refined mask to a file; this mask stays as it is</source>
        <translation>Écrire le masque affiné dans un fichier ; ce masque reste tel quel</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="57" />
        <source>Refine</source>
        <translation>Affiner</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="83" />
        <source>No confidence raster lies beside this mask, so it has no thresholds. Mask again with its confidence.</source>
        <translation>Aucun raster de confiance n’accompagne ce masque, il n’a donc pas de seuils. Masquez de nouveau avec la confiance.</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="121" />
        <source>Refine {name}</source>
        <translation>Affiner {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="129" />
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="130" />
        <source>Margin (m)</source>
        <translation>Marge (m)</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="212" />
        <source>On the map, {shares}</source>
        <translation>Sur la carte, {shares}</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="226" />
        <source>Write the refined mask</source>
        <translation>Écrire le masque affiné</translation>
    </message>
</context><context>
    <name>ReviewTiles</name>
    <message>
        <location filename="../ui/review/tiles.py" line="84" />
        <source>Looking for the tiles to see first…</source>
        <translation>Recherche des tuiles à voir en premier…</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="93" />
        <source>The most uncertain tiles first</source>
        <translation>Les tuiles les plus incertaines d'abord</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="94" />
        <source>The tiles where the two masks differ most first</source>
        <translation>Les tuiles où les deux masques diffèrent le plus d'abord</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="95" />
        <source>The tiles with most class borders first (the mask has no confidence raster)</source>
        <translation>Les tuiles avec le plus de limites de classes d'abord (le masque n'a pas de raster de confiance)</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="101" />
        <source>Uncertain</source>
        <translation>Incertaine</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="102" />
        <source>Different</source>
        <translation>Différente</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="103" />
        <source>Borders</source>
        <translation>Limites</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="133" />
        <source>Whole mask</source>
        <translation>Masque entier</translation>
    </message>
</context><context>
    <name>ReviewView</name>
    <message>
        <location filename="../ui/review/view.py" line="288" />
        <location filename="../ui/review/refining.py" line="132" />
        <source>Thick cloud</source>
        <translation>Nuage épais</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="289" />
        <location filename="../ui/review/refining.py" line="133" />
        <source>Thin cloud</source>
        <translation>Nuage fin</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="290" />
        <location filename="../ui/review/refining.py" line="134" />
        <source>Cloud shadow</source>
        <translation>Ombre de nuage</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="270" />
        <source>True colour (B04 B03 B02)</source>
        <translation>Vraies couleurs (B04 B03 B02)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="271" />
        <source>False colour (B08 B04 B03)</source>
        <translation>Fausses couleurs (B08 B04 B03)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="272" />
        <source>Short-wave infrared (B12 B8A B04)</source>
        <translation>Infrarouge à ondes courtes (B12 B8A B04)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="273" />
        <source>Cirrus (B10)</source>
        <translation>Cirrus (B10)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="282" />
        <source>None: the map as it is</source>
        <translation>Aucun : la carte telle quelle</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="296" />
        <source>All classes</source>
        <translation>Toutes les classes</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="299" />
        <source>Cloud</source>
        <translation>Nuage</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="300" />
        <source>Only {name}</source>
        <translation>Seulement {name}</translation>
    </message>
</context><context>
    <name>RunQueue</name>
    <message>
        <location filename="../ui/runs/run_queue.py" line="139" />
        <source>{mask}: {outcome}</source>
        <translation>{mask} : {outcome}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="198" />
        <source>Zoom to</source>
        <translation>Zoomer sur</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="200" />
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="204" />
        <source>Add to this project</source>
        <translation>Ajouter à ce projet</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="206" />
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="228" />
        <source>clear</source>
        <translation>dégagé</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="229" />
        <source>thick cloud</source>
        <translation>nuage épais</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="230" />
        <source>thin cloud</source>
        <translation>nuage fin</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="231" />
        <source>shadow</source>
        <translation>ombre</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="236" />
        <source>cloud</source>
        <translation>nuage</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="238" />
        <source>{seconds} s, {shares}</source>
        <translation>{seconds} s, {shares}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="240" />
        <source>exists already, {shares}</source>
        <translation>existe déjà, {shares}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="248" />
        <source>Cloud {cloud:.1f} %, shadow {shadow:.1f} %, {seconds} s</source>
        <translation>Nuage {cloud:.1f} %, ombre {shadow:.1f} %, {seconds} s</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="250" />
        <source>Cloud {cloud:.1f} %, shadow {shadow:.1f} %, exists already</source>
        <translation>Nuage {cloud:.1f} %, ombre {shadow:.1f} %, existe déjà</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="260" />
        <source>Finished {count} of {total} products.</source>
        <translation>{count} produits terminés sur {total}.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="265" />
        <source>Cancelled: finished {count} of {total} products.</source>
        <translation>Annulé : {count} produits terminés sur {total}.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="270" />
        <source>Finished {count} of {total} products. {first}</source>
        <translation>{count} produits terminés sur {total}. {first}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="278" />
        <source>Finished {total} products.</source>
        <translation>{total} produits terminés.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="281" />
        <source>{label} often misses thin cloud.</source>
        <translation>Les nuages fins échappent souvent à {label}.</translation>
    </message>
</context><context>
    <name>SearchTask</name>
    <message>
        <location filename="../ui/dialog/search_task.py" line="27" />
        <source>Look for products in {folder}</source>
        <translation>Rechercher des produits dans {folder}</translation>
    </message>
</context><context>
    <name>Sections</name>
    <message>
        <location filename="../toolbox/sections.py" line="12" />
        <source>Make masks</source>
        <translation>Faire des masques</translation>
    </message>
    <message>
        <location filename="../toolbox/sections.py" line="17" />
        <source>Use masks</source>
        <translation>Utiliser les masques</translation>
    </message>
    <message>
        <location filename="../toolbox/sections.py" line="22" />
        <source>Check masks</source>
        <translation>Contrôler les masques</translation>
    </message>
</context><context>
    <name>Sentences</name>
    <message>
        <location filename="../ui/runs/sentences.py" line="16" />
        <source>Not a Sentinel-2 product</source>
        <translation>Pas un produit Sentinel-2</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="17" />
        <source>Its metadata cannot be read: download it again</source>
        <translation>Ses métadonnées sont illisibles : téléchargez-le de nouveau</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="18" />
        <source>A band that the network needs is missing</source>
        <translation>Une bande dont le réseau a besoin manque</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="19" />
        <source>A band cannot be read: download it again</source>
        <translation>Une bande est illisible : téléchargez-le de nouveau</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="20" />
        <source>Its bands do not lie on one grid: download it again</source>
        <translation>Ses bandes ne sont pas sur une même grille : téléchargez-le de nouveau</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="21" />
        <source>The archive is damaged: download it again</source>
        <translation>L'archive est endommagée : téléchargez-la de nouveau</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="22" />
        <source>The network does not take this processing level</source>
        <translation>Le réseau n'accepte pas ce niveau de traitement</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="23" />
        <source>Outside the chosen area</source>
        <translation>Hors de la zone choisie</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="24" />
        <source>The output folder cannot be written to</source>
        <translation>Impossible d'écrire dans le dossier de sortie</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="25" />
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="26" />
        <source>Exists already, made with other settings</source>
        <translation>Existe déjà, fait avec d'autres réglages</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="27" />
        <source>Another file or product has this mask's name</source>
        <translation>Un autre fichier ou produit porte le nom de ce masque</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="28" />
        <source>Another run is writing this mask</source>
        <translation>Une autre exécution écrit ce masque</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="29" />
        <source>The network is not downloaded</source>
        <translation>Le réseau n'est pas téléchargé</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="30" />
        <source>Not enough memory: choose a coarser resolution</source>
        <translation>Pas assez de mémoire : choisissez une résolution plus grossière</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="31" />
        <source>The engine gave no answer</source>
        <translation>Le moteur n'a pas répondu</translation>
    </message>
</context><context>
    <name>SetupPage</name>
    <message>
        <location filename="../ui/setup/engine_words.py" line="13" />
        <source>Checking the existing engine of {path}…</source>
        <translation>Vérification du moteur existant de {path}…</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="17" />
        <source>The existing engine of {path} cannot be used: {problem} Install the engine's packages there (pip install -r requirements.txt), or clear the field Existing engine.</source>
        <translation>Le moteur existant de {path} ne peut pas être utilisé : {problem} Installez-y les paquets du moteur (pip install -r requirements.txt), ou videz le champ Moteur existant.</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="23" />
        <source>Ready: the existing engine of {path}, Python {version}.</source>
        <translation>Prêt : le moteur existant de {path}, Python {version}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="30" />
        <source>QGIS runs in Flatpak: it sees no Python of the system, and its own changes with updates; choose the downloaded one. Products must lie in a folder that Flatpak opens to QGIS.</source>
        <translation>QGIS tourne dans Flatpak : il ne voit aucun Python du système, et le sien change avec les mises à jour ; choisissez celui qui est téléchargé. Les produits doivent être dans un dossier que Flatpak ouvre à QGIS.</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="35" />
        <source>QGIS runs in a Snap: it may start no program of the system; choose the downloaded Python. Products must lie in your home folder, not in a hidden one, or on a medium that the Snap may read.</source>
        <translation>QGIS tourne dans un Snap : il ne peut lancer aucun programme du système ; choisissez le Python téléchargé. Les produits doivent être dans votre dossier personnel, pas dans un dossier caché, ou sur un support que le Snap peut lire.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="55" />
        <source>Python that has the engine's packages</source>
        <translation>Python qui a les paquets du moteur</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="57" />
        <source>Only to use an existing Python that has the engine's packages</source>
        <translation>Seulement pour utiliser un Python existant qui a les paquets du moteur</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="61" />
        <source>For the processor (CPU): runs everywhere</source>
        <translation>Pour le processeur (CPU) : fonctionne partout</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="64" />
        <source>For an NVIDIA graphics card (CUDA): several gigabytes</source>
        <translation>Pour une carte graphique NVIDIA (CUDA) : plusieurs gigaoctets</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="93" />
        <source>Choose a Python first: install Python 3.11 to 3.14, or name one with Other.</source>
        <translation>Choisissez d'abord un Python : installez Python 3.11 à 3.14, ou indiquez-en un avec Autre.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="110" />
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="130" />
        <source>Cancelled. What was downloaded is kept for the next try.</source>
        <translation>Annulé. Ce qui a été téléchargé est gardé pour le prochain essai.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="140" />
        <source>Remove the engine</source>
        <translation>Supprimer le moteur</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="141" />
        <source>Remove the private environment ({size} GB)? Masks and models stay.</source>
        <translation>Supprimer l'environnement privé ({size} Go) ? Les masques et les modèles restent.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="167" />
        <source>uv (fetches a Python where needed)</source>
        <translation>uv (récupère un Python si nécessaire)</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="169" />
        <source>Python {version}, downloaded</source>
        <translation>Python {version}, téléchargé</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="177" />
        <source>No Python was found. Install Python 3.11 to 3.14 and name it with Other.</source>
        <translation>Aucun Python n'a été trouvé. Installez Python 3.11 à 3.14 et indiquez-le avec Autre.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="184" />
        <source>Python {version} ({path})</source>
        <translation>Python {version} ({path})</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="189" />
        <source>Python 3.11 to 3.14</source>
        <translation>Python 3.11 à 3.14</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="250" />
        <source>The engine is not set up yet. It downloads {megabytes} MB once and needs {gigabytes} GB of disk.</source>
        <translation>Le moteur n'est pas encore installé. Il télécharge {megabytes} Mo une seule fois et demande {gigabytes} Go de disque.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="258" />
        <source>Ready: Python {version}, {packages} packages, {size} GB in {folder}, made {made}.</source>
        <translation>Prêt : Python {version}, {packages} paquets, {size} Go dans {folder}, créé le {made}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="270" />
        <source>&amp;Repair</source>
        <translation>&amp;Réparer</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <location filename="../ui/setup/setup_page.py" line="270" />
        <source>&amp;Set up</source>
        <translation>&amp;Installer</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="278" />
        <source>Set up makes a private Python environment in {folder}, downloads the engine's packages into it and tries them. This takes two to ten minutes, most of them for the download; QGIS can be used meanwhile. The log appears here.</source>
        <translation>L'installation crée un environnement Python privé dans {folder}, y télécharge les paquets du moteur et les essaie. Cela prend de deux à dix minutes, surtout pour le téléchargement ; QGIS reste utilisable. Le journal apparaît ici.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>The mask is computed by an engine in a Python environment of its own, so that nothing is ever installed into QGIS' Python. It is stored in your QGIS profile and can be removed here at any time.</source>
        <translation>Le masque est calculé par un moteur dans son propre environnement Python, de sorte que rien n'est jamais installé dans le Python de QGIS. Il est stocké dans votre profil QGIS et peut être supprimé ici à tout moment.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Python</source>
        <translation>&amp;Python</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Other…</source>
        <translation>&amp;Autre…</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Make the environment with another Python 3.11 to 3.14</source>
        <translation>Créer l'environnement avec un autre Python 3.11 à 3.14</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>P&amp;ackages</source>
        <translation>Pa&amp;quets</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Package inde&amp;x</source>
        <translation>Index &amp;de paquets</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>An extra package index for PyTorch. In a closed network, name your own mirror here; empty for none.</source>
        <translation>Un index de paquets supplémentaire pour PyTorch. Dans un réseau fermé, indiquez ici votre propre miroir ; vide pour aucun.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Existing &amp;engine</source>
        <translation>Moteur &amp;existant</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Remo&amp;ve</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Delete the private environment; masks and models stay</source>
        <translation>Supprime l'environnement privé ; les masques et les modèles restent</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Copy log</source>
        <translation>&amp;Copier le journal</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Ca&amp;ncel</source>
        <translation>A&amp;nnuler</translation>
    </message>
</context><context>
    <name>SetupReasons</name>
    <message>
        <location filename="../bridge/setup_reasons.py" line="30" />
        <source>The disk is full: {folder} or pip's cache has no room. Make room, then try again.</source>
        <translation>Le disque est plein : {folder} ou le cache de pip n'a plus de place. Faites de la place, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="34" />
        <source>This Python has no venv module. Install it (Debian, Ubuntu: sudo apt install python3-venv) or choose another Python.</source>
        <translation>Ce Python n'a pas de module venv. Installez-le (Debian, Ubuntu : sudo apt install python3-venv) ou choisissez un autre Python.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="40" />
        <source>The proxy refused the connection. Correct it in QGIS under Settings, Options, Network, then try again.</source>
        <translation>Le proxy a refusé la connexion. Corrigez-le dans QGIS sous Préférences, Options, Réseau, puis réessayez.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="45" />
        <source>The network's certificate is not trusted. Name your organisation's certificate file in the variable PIP_CERT, start QGIS again and retry.</source>
        <translation>Le certificat du réseau n'est pas reconnu. Indiquez le fichier de certificat de votre organisation dans la variable PIP_CERT, redémarrez QGIS et réessayez.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="51" />
        <source>The packages could not be downloaded: there is no connection to the package index. Check the network and QGIS' proxy settings, then try again; what was downloaded is kept.</source>
        <translation>Les paquets n'ont pas pu être téléchargés : il n'y a pas de connexion à l'index de paquets. Vérifiez le réseau et les réglages de proxy de QGIS, puis réessayez ; ce qui a été téléchargé est gardé.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="60" />
        <source>The package index has no {package} for this Python. Choose another Python, or correct the index.</source>
        <translation>L'index de paquets n'a pas {package} pour ce Python. Choisissez un autre Python, ou corrigez l'index.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="66" />
        <source>This Python lacks the package {package} that the engine needs.</source>
        <translation>Il manque à ce Python le paquet {package} dont le moteur a besoin.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="70" />
        <source>The set-up failed: {reason} The log says more.</source>
        <translation>L'installation a échoué : {reason} Le journal en dit plus.</translation>
    </message>
</context><context>
    <name>SetupStep</name>
    <message>
        <location filename="../bridge/setup_step.py" line="57" />
        <source>{program} could not be started ({reason}). Choose another Python.</source>
        <translation>{program} n'a pas pu démarrer ({reason}). Choisissez un autre Python.</translation>
    </message>
</context><context>
    <name>SourceOptions</name>
    <message>
        <location filename="../toolbox/source_options.py" line="38" />
        <source>Folder of products</source>
        <translation>Dossier de produits</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="42" />
        <source>SAFE folders, zips of them and cloud-archive folders in it are found, however deep.</source>
        <translation>Les dossiers SAFE, leurs zips et les dossiers d'archive cloud qu'il contient sont trouvés, à toute profondeur.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="48" />
        <source>Products, one a line</source>
        <translation>Produits, un par ligne</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="50" />
        <source>In place of a folder, or with it: paths of SAFE folders, zips of them, or stacks of bands. In scripts also a list.</source>
        <translation>À la place d’un dossier, ou en plus : chemins de dossiers SAFE, de leurs zip ou de piles de bandes. Dans les scripts aussi une liste.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="59" />
        <source>Folder of masks that are there</source>
        <translation>Dossier de masques déjà présents</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="63" />
        <source>Masks of these products in it are taken, whatever made them; missing ones are made. Empty: all are made.</source>
        <translation>Les masques de ces produits qui s'y trouvent sont repris, quel que soit ce qui les a faits ; ceux qui manquent sont faits. Vide : tous sont faits.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="70" />
        <source>Model of masks that are made</source>
        <translation>Modèle des masques à faire</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="73" />
        <source>The network. auto takes the best available. In scripts by name.</source>
        <translation>Le réseau. auto prend le meilleur disponible. Dans les scripts, par son nom.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="78" />
        <source>Resolution of masks that are made (metres)</source>
        <translation>Résolution des masques à faire (mètres)</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="81" />
        <source>20 m suits most work. In scripts: 10, 20, 30 or 60.</source>
        <translation>20 m convient à la plupart des travaux. Dans les scripts : 10, 20, 30 ou 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="86" />
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="88" />
        <source>Where the network runs. auto takes a graphics card when there is one.</source>
        <translation>Où le réseau s'exécute. auto prend une carte graphique s'il y en a une.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="98" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>Le dossier {path} n'existe pas. Choisissez-en un qui existe.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="102" />
        <source>Choose a folder of products, or products.</source>
        <translation>Choisissez un dossier de produits, ou des produits.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="154" />
        <source>No Sentinel-2 product is in {path}. Choose a folder of SAFE folders or zips.</source>
        <translation>Aucun produit Sentinel-2 dans {path}. Choisissez un dossier de dossiers SAFE ou de zips.</translation>
    </message>
</context><context>
    <name>Statistics</name>
    <message>
        <location filename="../toolbox/statistics.py" line="42" />
        <source>Cloud statistics of an archive</source>
        <translation>Statistiques de nuages d'une archive</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="50" />
        <source>statistics,month,year,cloud cover,climatology,table,plot,archive</source>
        <translation>statistiques,mois,année,couverture nuageuse,climatologie,table,graphique,archive</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="54" />
        <source>Cloud by month and year of a folder of masks, by tile or polygon, as table and plot.</source>
        <translation>Nuages par mois et année d'un dossier de masques, par tuile ou polygone, en table et en graphique.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="58" />
        <source>&lt;p&gt;Takes all masks in a folder and writes how cloudy each tile was, or each polygon of a layer: the shares of the classes by month and year, by month over all years, by year and over all, as a &lt;b&gt;table&lt;/b&gt; (.csv) and a &lt;b&gt;plot&lt;/b&gt; (.png) beside it. Each date counts alike; shares are of what was seen.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Prend tous les masques d'un dossier et écrit à quel point chaque tuile était nuageuse, ou chaque polygone d'une couche : les proportions des classes par mois et année, par mois sur toutes les années, par année et sur l'ensemble, en &lt;b&gt;table&lt;/b&gt; (.csv) avec un &lt;b&gt;graphique&lt;/b&gt; (.png) à côté. Chaque date compte autant ; les proportions portent sur ce qui a été vu.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="69" />
        <source>Folder of masks</source>
        <translation>Dossier de masques</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="71" />
        <source>Every *_cloudmask.tif in this folder and below it is taken.</source>
        <translation>Tout *_cloudmask.tif de ce dossier et de ses sous-dossiers est pris.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="74" />
        <source>Polygons</source>
        <translation>Polygones</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="75" />
        <source>Figures of each of these polygons. Empty: of each tile.</source>
        <translation>Chiffres de chacun de ces polygones. Vide : de chaque tuile.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="79" />
        <source>Field that names the polygons</source>
        <translation>Champ qui nomme les polygones</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="81" />
        <source>Its values must tell the polygons apart. Empty: their number.</source>
        <translation>Ses valeurs doivent distinguer les polygones. Vide : leur numéro.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="84" />
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="84" />
        <source>Table (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="85" />
        <source>Text with commas (.csv); the plot (.png) goes beside it.</source>
        <translation>Texte séparé par des virgules (.csv) ; le graphique (.png) va à côté.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="87" />
        <source>Plot</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="88" />
        <source>Tiles or polygons</source>
        <translation>Tuiles ou polygones</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="94" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>Le dossier {path} n'existe pas. Choisissez-en un qui existe.</translation>
    </message>
</context><context>
    <name>TeachDialog</name>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="46" />
        <source>&amp;Teach</source>
        <translation>&amp;Entraîner</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="101" />
        <source>{file} cannot be read ({reason}).</source>
        <translation>{file} est illisible ({reason}).</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="110" />
        <source>Labelled: {points}, in masks: {masks}.</source>
        <translation>Étiquetés : {points}, dans des masques : {masks}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="114" />
        <source>Left out, as it was not found: {names}. Show its mask, then press Find product.</source>
        <translation>Laissé de côté, car introuvable : {names}. Affichez son masque, puis appuyez sur Trouver le produit.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="119" />
        <source>Left out, as Level-2A lacks B10: {names}.</source>
        <translation>Laissé de côté, car Level-2A n'a pas B10 : {names}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="136" />
        <source>Points or polygons of {mask}, the mask that is shown. Classes: clear, cloud, thick_cloud, thin_cloud, shadow.</source>
        <translation>Points ou polygones de {mask}, le masque affiché. Classes : clear, cloud, thick_cloud, thin_cloud, shadow.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="161" />
        <source>Network to start from</source>
        <translation>Réseau de départ</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="163" />
        <source>Networks (*.pt *.pth *.ckpt *.safetensors);;All files (*)</source>
        <translation>Réseaux (*.pt *.pth *.ckpt *.safetensors);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="173" />
        <source>Licence, also of the new model: {licence}</source>
        <translation>Licence, aussi celle du nouveau modèle : {licence}</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="209" />
        <source>Choose labels: the points of this review, or a layer.</source>
        <translation>Choisissez des étiquettes : les points de cet examen, ou une couche.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="211" />
        <source>No point can be used. Draw random points in the dock and label them.</source>
        <translation>Aucun point n'est utilisable. Tirez des points aléatoires dans le panneau et étiquetez-les.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="216" />
        <source>The project has no layer of points or polygons.</source>
        <translation>Le projet n'a pas de couche de points ou de polygones.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="218" />
        <source>{layer} has no CRS. Set it in the layer's properties.</source>
        <translation>{layer} n'a pas de SCR. Définissez-le dans les propriétés de la couche.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="222" />
        <source>Choose the field of {layer} that holds the class.</source>
        <translation>Choisissez le champ de {layer} qui contient la classe.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="226" />
        <source>{name} is Level-2A, which lacks B10. Show the mask of a Level-1C product.</source>
        <translation>{name} est en Level-2A, qui n'a pas B10. Affichez le masque d'un produit Level-1C.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="229" />
        <source>{name} was not found. Press Find product in the dock.</source>
        <translation>{name} est introuvable. Appuyez sur Trouver le produit dans le panneau.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="240" />
        <source>The list of networks is being read…</source>
        <translation>Lecture de la liste des réseaux…</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="241" />
        <source>No 13-band UNetMobV2 is here. Download one in Mask clouds…, or choose a file of your own.</source>
        <translation>Aucun UNetMobV2 à 13 bandes n'est présent. Téléchargez-en un dans Masquer les nuages…, ou choisissez votre propre fichier.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="248" />
        <source>Give the new model a name.</source>
        <translation>Donnez un nom au nouveau modèle.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="250" />
        <source>A name has letters, digits, - and _, and begins with a letter or digit.</source>
        <translation>Un nom se compose de lettres, chiffres, - et _, et commence par une lettre ou un chiffre.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="252" />
        <source>There is a model {name} already.</source>
        <translation>Il y a déjà un modèle {name}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Teach a network</source>
        <translation>Entraîner un réseau</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Fine-tune a network for your area with your labels; takes a few minutes. About a third of them, in squares of 1 km, is held out to measure with before and after. Label each class in several places, kilometres apart.</source>
        <translation>Ajuste un réseau à votre région avec vos étiquettes ; prend quelques minutes. Environ un tiers d'entre elles, par carrés de 1 km, est mis de côté pour mesurer avant et après. Étiquetez chaque classe à plusieurs endroits, distants de plusieurs kilomètres.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Points of this review</source>
        <translation>&amp;Points de cet examen</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Layer</source>
        <translation>Cou&amp;che</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Layer of points or polygons</source>
        <translation>Couche de points ou de polygones</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>class in &amp;field</source>
        <translation>classe dans le c&amp;hamp</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Start f&amp;rom</source>
        <translation>Partir &amp;de</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>F&amp;ile…</source>
        <translation>F&amp;ichier…</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Start from a file of your own: a state dict of a 13-band UNetMobV2</source>
        <translation>Partir de votre propre fichier : un state dict d'un UNetMobV2 à 13 bandes</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Of the new model in the list of models, such as delta</source>
        <translation>Du nouveau modèle dans la liste des modèles, par exemple delta</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Steps</source>
        <translation>Pa&amp;s</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>More steps take longer and learn the labels better; too many forget the rest</source>
        <translation>Plus de pas prennent plus de temps et apprennent mieux les étiquettes ; trop de pas font oublier le reste</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Keep it even if accuracy drops</source>
        <translation>Le &amp;garder même si l'exactitude baisse</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Without it a network that is worse on the labels held out is not kept (--keep-worse)</source>
        <translation>Sans cela, un réseau moins bon sur les étiquettes mises de côté n'est pas gardé (--keep-worse)</translation>
    </message>
</context><context>
    <name>TeachLabels</name>
    <message>
        <location filename="../ui/teaching/teach_labels.py" line="56" />
        <source>{layer} has no feature with a class in its field “{field}”. Choose another one.</source>
        <translation>{layer} n'a aucune entité avec une classe dans son champ « {field} ». Choisissez-en un autre.</translation>
    </message>
</context><context>
    <name>TeachTask</name>
    <message>
        <location filename="../ui/teaching/teach_task.py" line="39" />
        <source>Teach the network {name}</source>
        <translation>Entraîner le réseau {name}</translation>
    </message>
</context><context>
    <name>Teaching</name>
    <message>
        <location filename="../ui/teaching/teaching.py" line="73" />
        <source>{name} is being taught; you can go on working.</source>
        <translation>{name} est en cours d'entraînement ; vous pouvez continuer à travailler.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="124" />
        <source>Cancelled: {name} was not kept.</source>
        <translation>Annulé : {name} n'a pas été gardé.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="127" />
        <source>The engine gave no answer. See the log panel.</source>
        <translation>Le moteur n'a pas répondu. Voyez le panneau du journal.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="139" />
        <source>balanced accuracy of cloud</source>
        <translation>exactitude équilibrée des nuages</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="140" />
        <source>balanced accuracy of shadow</source>
        <translation>exactitude équilibrée des ombres</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="141" />
        <source>overall accuracy</source>
        <translation>exactitude globale</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="143" />
        <source>{figure} {before} → {after}</source>
        <translation>{figure} {before} → {after}</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="150" />
        <source>{name} is in the list of models. Before and after, on labels held out by place: {figures}.</source>
        <translation>{name} est dans la liste des modèles. Avant et après, sur des étiquettes mises de côté par lieu : {figures}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="154" />
        <source>Elsewhere it agrees with {start} on {share} of the pixels.</source>
        <translation>Ailleurs, il concorde avec {start} sur {share} des pixels.</translation>
    </message>
</context><context>
    <name>TimeLeft</name>
    <message>
        <location filename="../ui/runs/time_left.py" line="47" />
        <source>less than a minute left</source>
        <translation>moins d'une minute restante</translation>
    </message>
    <message>
        <location filename="../ui/runs/time_left.py" line="49" />
        <source>about {minutes} min left</source>
        <translation>environ {minutes} min restantes</translation>
    </message>
    <message>
        <location filename="../ui/runs/time_left.py" line="50" />
        <source>about {hours} h left</source>
        <translation>environ {hours} h restantes</translation>
    </message>
</context><context>
    <name>UvFetcher</name>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="55" />
        <source>There is no uv for this machine ({machine}). Install Python 3.11 to 3.14.</source>
        <translation>Il n'y a pas d'uv pour cette machine ({machine}). Installez Python 3.11 à 3.14.</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="60" />
        <source>Downloading uv, which brings a Python</source>
        <translation>Téléchargement d'uv, qui apporte un Python</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="73" />
        <source>{name} of {index} is not the published file. Correct the package index.</source>
        <translation>{name} de {index} n'est pas le fichier publié. Corrigez l'index des paquets.</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="79" />
        <source>uv could not be downloaded ({reason}). Check the network and QGIS' proxy settings, or install Python 3.11 to 3.14.</source>
        <translation>uv n'a pas pu être téléchargé ({reason}). Vérifiez le réseau et le proxy de QGIS, ou installez Python 3.11 à 3.14.</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="139" />
        <source>The wheel of uv holds no program.</source>
        <translation>Le paquet d'uv ne contient aucun programme.</translation>
    </message>
</context></TS>
