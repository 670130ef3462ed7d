<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
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
        <translation>Fazer algo com os produtos marcados e as suas máscaras</translation>
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="33" />
        <source>Cloud-free &amp;composite…</source>
        <translation>&amp;Composição sem nuvens…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/after_mask.py" line="34" />
        <source>&amp;Field calendar…</source>
        <translation>Calendário de &amp;parcelas…</translation>
    </message>
</context><context>
    <name>ApplyMask</name>
    <message>
        <location filename="../toolbox/applymask.py" line="51" />
        <source>Apply a mask to rasters</source>
        <translation>Aplicar uma máscara a rasters</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="59" />
        <source>cloud,mask,nodata,no data,buffer,remove,clip,band</source>
        <translation>nuvem,máscara,nodata,sem dados,margem,remover,recortar,banda</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="63" />
        <source>Sets rasters to no data where a cloud mask has chosen classes, with a buffer in metres.</source>
        <translation>Põe rasters a «sem dados» onde uma máscara de nuvens tem as classes escolhidas, com uma margem em metros.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="67" />
        <source>&lt;p&gt;Copies a raster and sets it to &lt;b&gt;no data&lt;/b&gt; where the mask has one of the chosen classes, and within the buffer around them. Any number of bands and any data type; bands keep names, scales and colours. Raster and mask may differ in resolution, extent and CRS: the mask is laid on the raster's pixels by nearest neighbour.&lt;/p&gt;&lt;p&gt;Outside the mask the raster is kept, unless the mask's no data is taken away too.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Copia um raster e põe-no a &lt;b&gt;sem dados&lt;/b&gt; onde a máscara tem uma das classes escolhidas, e dentro da margem à sua volta. Qualquer número de bandas e tipo de dados; as bandas conservam nomes, escalas e cores. Raster e máscara podem diferir em resolução, extensão e SRC: a máscara é levada aos píxeis do raster pelo vizinho mais próximo.&lt;/p&gt;&lt;p&gt;Fora da máscara o raster conserva-se, salvo se se remover também onde a máscara não tem dados.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="78" />
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="79" />
        <source>The raster to mask: a band, a stack, a true-colour image, an index; any data type.</source>
        <translation>O raster a mascarar: uma banda, uma pilha, uma imagem em cor verdadeira, um índice; qualquer tipo de dados.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="82" />
        <source>Cloud mask</source>
        <translation>Máscara de nuvens</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="83" />
        <source>A mask by this plugin, or any raster of whole numbers with the same classes.</source>
        <translation>Uma máscara deste módulo, ou qualquer raster de números inteiros com as mesmas classes.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="88" />
        <source>Classes to remove</source>
        <translation>Classes a remover</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="94" />
        <source>Pixels of these classes become no data. In scripts by name: thick_cloud,cloud_shadow.</source>
        <translation>Os píxeis destas classes passam a «sem dados». Em scripts, pelo nome: thick_cloud,cloud_shadow.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="98" />
        <source>Buffer (metres)</source>
        <translation>Margem (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="103" />
        <source>Pixels whose centre is within this distance of a cloud or shadow pixel go too.</source>
        <translation>Removem-se também os píxeis cujo centro está a esta distância ou menos de um píxel de nuvem ou sombra.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="105" />
        <source>Also remove where the mask has no data</source>
        <translation>Remover também onde a máscara não tem dados</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="106" />
        <source>Also sets to no data what the mask knows nothing of, and what lies outside it.</source>
        <translation>Põe também a «sem dados» o que a máscara não conhece e o que fica fora dela.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="111" />
        <source>No-data value</source>
        <translation>Valor de «sem dados»</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="115" />
        <source>Empty: the raster's own; where it has none, 0 for unsigned, the lowest for signed integers, NaN for real numbers.</source>
        <translation>Vazio: o do próprio raster; se não tiver, 0 para inteiros sem sinal, o menor para inteiros com sinal, NaN para números reais.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="124" />
        <source>More rasters for the same mask</source>
        <translation>Mais rasters para a mesma máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="128" />
        <source>Masked in the same way and written to the folder below, such as the other bands of the product.</source>
        <translation>Mascarados da mesma forma e escritos na pasta abaixo, por exemplo as outras bandas do produto.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="132" />
        <source>Masked raster</source>
        <translation>Raster mascarado</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="133" />
        <source>A tiled, compressed GeoTIFF (.tif) on the raster's own grid.</source>
        <translation>Um GeoTIFF em blocos e comprimido (.tif) na grelha do próprio raster.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="137" />
        <source>Folder for more rasters</source>
        <translation>Pasta para mais rasters</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="139" />
        <source>Each of the further rasters becomes &lt;name&gt;_masked.tif in this folder.</source>
        <translation>Cada um dos outros rasters passa a &lt;name&gt;_masked.tif nesta pasta.</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="142" />
        <source>All masked rasters</source>
        <translation>Todos os rasters mascarados</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="143" />
        <source>Taken away by the mask (%)</source>
        <translation>Removido pela máscara (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/applymask.py" line="148" />
        <source>More rasters are given, but no folder for them. Choose the folder for more rasters.</source>
        <translation>São dados mais rasters, mas nenhuma pasta para eles. Escolha a pasta para mais rasters.</translation>
    </message>
</context><context>
    <name>AreaPicker</name>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="46" />
        <source>Whole product</source>
        <translation>Produto completo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="48" />
        <source>Map canvas</source>
        <translation>Tela do mapa</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="49" />
        <source>Extent of a layer</source>
        <translation>Extensão de uma camada</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="51" />
        <source>Drawn rectangle</source>
        <translation>Retângulo desenhado</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="88" />
        <source>Draw a rectangle on the map. Any other map tool leads back without one.</source>
        <translation>Desenhe um retângulo no mapa. Qualquer outra ferramenta do mapa volta sem ele.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="155" />
        <source>Draw a rectangle on the map first, or mask the whole product.</source>
        <translation>Desenhe primeiro um retângulo no mapa, ou mascare o produto completo.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="157" />
        <source>Choose a layer that has an extent, or mask the whole product.</source>
        <translation>Escolha uma camada que tenha extensão, ou mascare o produto completo.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="158" />
        <source>The map canvas is empty. Add a layer to it, or mask the whole product.</source>
        <translation>A tela do mapa está vazia. Adicione-lhe uma camada, ou mascare o produto completo.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/area_picker.py" line="169" />
        <source>Everything that the product covers.</source>
        <translation>Tudo o que o produto cobre.</translation>
    </message>
</context><context>
    <name>ChoicePanel</name>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="33" />
        <source>Temporary folder</source>
        <translation>Pasta temporária</translation>
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
        <translation>Processador</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="91" />
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>Placa gráfica NVIDIA (CUDA)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="92" />
        <source>Apple graphics (MPS)</source>
        <translation>Gráficos da Apple (MPS)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="97" />
        <source>Full (float32)</source>
        <translation>Completa (float32)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="98" />
        <source>Half (bfloat16)</source>
        <translation>Meia (bfloat16)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="99" />
        <source>Half (float16)</source>
        <translation>Meia (float16)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="130" />
        <source>Finest detail: small cumulus and their shadows. About four times the work of 20 m.</source>
        <translation>O maior detalhe: pequenos cúmulos e as suas sombras. Cerca de quatro vezes o trabalho de 20 m.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="133" />
        <source>Recommended: good detail in a quarter of the time of 10 m.</source>
        <translation>Recomendado: bom detalhe num quarto do tempo de 10 m.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="134" />
        <source>Landsat's grid size: quick, small clouds blur.</source>
        <translation>O tamanho de píxel do Landsat: rápido, as nuvens pequenas esbatem-se.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="135" />
        <source>Quickest: an overview of large clouds, for many products.</source>
        <translation>O mais rápido: uma vista geral das nuvens grandes, para muitos produtos.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="139" />
        <source>The network predicts at {metres} m; the mask is interpolated to this grid.</source>
        <translation>A rede prediz a {metres} m; a máscara é interpolada para esta grelha.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="146" />
        <source>One mask per product, with its style (.qml) and metadata (.json).</source>
        <translation>Uma máscara por produto, com o seu estilo (.qml) e metadados (.json).</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.py" line="148" />
        <source>Deleted when QGIS closes. Choose a folder to keep the masks.</source>
        <translation>Apagada ao fechar o QGIS. Escolha uma pasta para conservar as máscaras.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Resolutio&amp;n</source>
        <translation>&amp;Resolução</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>M&amp;odel</source>
        <translation>M&amp;odelo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Download…</source>
        <translation>Descarregar…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>F&amp;ile…</source>
        <translation>&amp;Ficheiro…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Use a network of your own: a state dict of UNetMobV2, TorchScript or ONNX</source>
        <translation>Usar uma rede própria: um state dict de UNetMobV2, TorchScript ou ONNX</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Area</source>
        <translation>Áre&amp;a</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Draw…</source>
        <translation>&amp;Desenhar…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Draw a rectangle on the map; this window steps aside meanwhile</source>
        <translation>Desenhar um retângulo no mapa; entretanto esta janela afasta-se</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Ou&amp;tput folder</source>
        <translation>Pas&amp;ta de saída</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Beside products</source>
        <translation>Junto aos produtos</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Keep the masks in a folder cloud_masks beside the ticked products</source>
        <translation>Guardar as máscaras numa pasta cloud_masks junto aos produtos assinalados</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Ad&amp;vanced</source>
        <translation>A&amp;vançado</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>D&amp;evice</source>
        <translation>Dis&amp;positivo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Where the network runs. Automatic takes a graphics card where the engine can use it.</source>
        <translation>Onde corre a rede. «Automático» usa uma placa gráfica se o motor a puder usar.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Precision</source>
        <translation>Pre&amp;cisão</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Arithmetic of the network. Half precision is faster where the device has it, and changes few pixels.</source>
        <translation>Aritmética da rede. A meia precisão é mais rápida onde o dispositivo a tem, e muda poucos píxeis.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Over&amp;lap</source>
        <translation>&amp;Sobreposição</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Least overlap of neighbouring patches, in pixels of the grid that is predicted on</source>
        <translation>Sobreposição mínima de blocos vizinhos, em píxeis da grelha em que se prediz</translation>
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
        <translation>Aumento na predição: prediz também outras tantas vistas rodadas e espelhadas e calcula a média. Cada uma demora tanto como a primeira.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>&amp;Buffer</source>
        <translation>Mar&amp;gem</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Widen clouds and shadows by so many pixels</source>
        <translation>Alargar nuvens e sombras em tantos píxeis</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Confidence</source>
        <translation>Confiança</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Write the probabilities of the classes as a second raster</source>
        <translation>Escrever as probabilidades das classes num segundo raster</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Over&amp;write</source>
        <translation>S&amp;ubstituir</translation>
    </message>
    <message>
        <location filename="../ui/dialog/choice_panel.ui" line="0" />
        <source>Replace masks that already exist</source>
        <translation>Substituir as máscaras que já existem</translation>
    </message>
</context><context>
    <name>ClassStyle</name>
    <message>
        <location filename="../toolbox/layer_styles.py" line="134" />
        <source>Clear</source>
        <translation>Limpo</translation>
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="135" />
        <source>Thick cloud</source>
        <translation>Nuvem espessa</translation>
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="136" />
        <source>Thin cloud</source>
        <translation>Nuvem fina</translation>
    </message>
    <message>
        <location filename="../toolbox/layer_styles.py" line="137" />
        <source>Cloud shadow</source>
        <translation>Sombra de nuvem</translation>
    </message>
</context><context>
    <name>CloudFree</name>
    <message>
        <location filename="../toolbox/cloudfree.py" line="45" />
        <source>Count clear days</source>
        <translation>Contar dias limpos</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="53" />
        <source>cloud free,clear,count,observations,time series,latest,date,composite</source>
        <translation>sem nuvens,limpo,contar,observações,série temporal,último,data,compósito</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="57" />
        <source>From masks of several dates of a tile: how often each pixel was clear, and when last.</source>
        <translation>De máscaras de várias datas de uma quadrícula: quantas vezes cada píxel esteve limpo, e quando pela última vez.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="61" />
        <source>&lt;p&gt;Takes the masks of several dates of one tile and writes two rasters: the &lt;b&gt;number of days&lt;/b&gt; on which each pixel was clear (no data: never seen), and the &lt;b&gt;latest clear day&lt;/b&gt; as a number such as 20240715 (no data 0: never clear). The dates come from the masks themselves. Masks of one day are one observation: clear where one of them is clear and none is cloud or shadow.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Toma as máscaras de várias datas de uma quadrícula e escreve dois rasters: o &lt;b&gt;número de dias&lt;/b&gt; em que cada píxel esteve limpo (sem dados: nunca visto) e o &lt;b&gt;último dia limpo&lt;/b&gt; como número, por exemplo 20240715 (sem dados 0: nunca limpo). As datas vêm das próprias máscaras. As máscaras de um mesmo dia são uma observação: limpo onde uma delas o está e nenhuma é nuvem ou sombra.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="71" />
        <source>Masks</source>
        <translation>Máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="72" />
        <source>Masks of one tile by this plugin. They may differ in resolution and extent.</source>
        <translation>Máscaras de uma quadrícula feitas por este módulo. Podem diferir em resolução e extensão.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="77" />
        <source>Folder of masks</source>
        <translation>Pasta de máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="81" />
        <source>Every *_cloudmask.tif in this folder and below it is taken, besides the masks chosen above.</source>
        <translation>Toma-se todo o *_cloudmask.tif desta pasta e das que ela contém, além das máscaras escolhidas acima.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="84" />
        <source>Tile</source>
        <translation>Quadrícula</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="85" />
        <source>Takes only the masks of this tile, such as 55JGF. Needed where the masks are of several tiles.</source>
        <translation>Toma só as máscaras desta quadrícula, por exemplo 55JGF. Necessário se as máscaras forem de várias quadrículas.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="90" />
        <source>Resolution (metres)</source>
        <translation>Resolução (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="95" />
        <source>Pixel size of the rasters; finest is that of the finest mask. In scripts: finest, 10, 20, 30 or 60.</source>
        <translation>Tamanho de píxel dos rasters; finest é o da máscara mais fina. Em scripts: finest, 10, 20, 30 ou 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="100" />
        <source>Clear days</source>
        <translation>Dias limpos</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="101" />
        <source>Number of clear days a pixel, a GeoTIFF (.tif).</source>
        <translation>Número de dias limpos por píxel, um GeoTIFF (.tif).</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="104" />
        <source>Latest clear day</source>
        <translation>Último dia limpo</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="105" />
        <source>Latest clear day a pixel as YYYYMMDD, a GeoTIFF (.tif).</source>
        <translation>Último dia limpo por píxel como AAAAMMDD, um GeoTIFF (.tif).</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="107" />
        <source>Days seen</source>
        <translation>Dias vistos</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="108" />
        <source>Mean number of clear days</source>
        <translation>Número médio de dias limpos</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="114" />
        <source>No mask is given. Choose masks, or a folder of masks.</source>
        <translation>Não foi dada nenhuma máscara. Escolha máscaras, ou uma pasta de máscaras.</translation>
    </message>
    <message>
        <location filename="../toolbox/cloudfree.py" line="116" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>A pasta {path} não existe. Escolha uma existente.</translation>
    </message>
</context><context>
    <name>CloudMaskPlugin</name>
    <message>
        <location filename="../plugin.py" line="58" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation>Máscara de nuvens Sentinel-2</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="59" />
        <source>Mask clouds…</source>
        <translation>Mascarar nuvens…</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="60" />
        <source>Cloud and cloud-shadow masks of Sentinel-2 products</source>
        <translation>Máscaras de nuvens e sombras de nuvens de produtos Sentinel-2</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="63" />
        <source>Review masks…</source>
        <translation>Rever máscaras…</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="66" />
        <source>Set up the engine…</source>
        <translation>Instalar o motor…</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="75" />
        <source>Live cloud mask</source>
        <translation>Máscara de nuvens ao vivo</translation>
    </message>
    <message>
        <location filename="../plugin.py" line="77" />
        <source>The cloud mask follows the map while you pan and zoom</source>
        <translation>A máscara de nuvens segue o mapa enquanto o desloca e amplia</translation>
    </message>
</context><context>
    <name>CloudMaskProvider</name>
    <message>
        <location filename="../toolbox/provider.py" line="69" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation>Máscara de nuvens Sentinel-2</translation>
    </message>
    <message>
        <location filename="../toolbox/provider.py" line="73" />
        <source>Sentinel-2 Cloud Mask (clouds and their shadows)</source>
        <translation>Máscara de nuvens Sentinel-2 (nuvens e as suas sombras)</translation>
    </message>
</context><context>
    <name>CompareMasks</name>
    <message>
        <location filename="../toolbox/comparemasks.py" line="52" />
        <source>Compare a mask with a reference</source>
        <translation>Comparar uma máscara com uma referência</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="60" />
        <source>accuracy,confusion,agreement,validation,kappa,f1,iou,balanced,cloudsen12,fmask,scl</source>
        <translation>exatidão,confusão,concordância,validação,kappa,f1,iou,equilibrada,cloudsen12,fmask,scl</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="64" />
        <source>Counts how a mask agrees with another algorithm's mask or with labels: matrix, map, report.</source>
        <translation>Conta como uma máscara concorda com a de outro algoritmo ou com etiquetas: matriz, mapa, relatório.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="68" />
        <source>&lt;p&gt;Compares a mask with a &lt;b&gt;reference&lt;/b&gt;: the mask of another algorithm, or labels. The class map says what the reference's values mean. The reference is laid on the mask's grid by nearest neighbour; pixels where either has no data are left out.&lt;/p&gt;&lt;p&gt;Gives a confusion table, a raster of where the two agree and differ, and a report with producer's accuracy (PA, recall), user's accuracy (UA, precision), F1, IoU and balanced accuracy (BOA) of the classes and of the three CloudSEN12 experiments: &lt;b&gt;cloud&lt;/b&gt; (thick and thin), &lt;b&gt;shadow&lt;/b&gt;, &lt;b&gt;invalid&lt;/b&gt; (all three). The figures are shares from 0 to 1; one that is not defined (no cloud at all, say) is left empty.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Compara uma máscara com uma &lt;b&gt;referência&lt;/b&gt;: a máscara de outro algoritmo, ou etiquetas. O mapa de classes diz o que significam os valores da referência. A referência é levada à grelha da máscara pelo vizinho mais próximo; omitem-se os píxeis onde uma das duas não tem dados.&lt;/p&gt;&lt;p&gt;Dá uma tabela de confusão, um raster de onde as duas concordam e diferem, e um relatório com a exatidão do produtor (PA, sensibilidade), a exatidão do utilizador (UA, precisão), F1, IoU e exatidão equilibrada (BOA) das classes e das três experiências do CloudSEN12: &lt;b&gt;nuvem&lt;/b&gt; (espessa e fina), &lt;b&gt;sombra&lt;/b&gt;, &lt;b&gt;inválido&lt;/b&gt; (as três). Os valores são proporções de 0 a 1; um que não esteja definido (por exemplo, sem nenhuma nuvem) fica vazio.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="81" />
        <source>Mask</source>
        <translation>Máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="82" />
        <source>The mask to judge; the comparison is made on its grid.</source>
        <translation>A máscara a avaliar; a comparação faz-se na sua grelha.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="85" />
        <source>Reference</source>
        <translation>Referência</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="86" />
        <source>What is taken for right, on any grid: another mask, or labels.</source>
        <translation>O que se toma por certo, em qualquer grelha: outra máscara, ou etiquetas.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="89" />
        <source>Class map of the reference</source>
        <translation>Mapa de classes da referência</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="90" />
        <source>What the reference's values mean: this plugin's classes, Sen2Cor's SCL, Fmask … In scripts by name.</source>
        <translation>O que significam os valores da referência: as classes deste módulo, a SCL do Sen2Cor, Fmask … Em scripts, pelo nome.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="97" />
        <source>Class map of your own (instead of the one above)</source>
        <translation>Mapa de classes próprio (em vez do de cima)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="102" />
        <source>A TOML file that lists the reference's values for clear, thick_cloud, thin_cloud, cloud_shadow.</source>
        <translation>Um ficheiro TOML que enumera os valores da referência para clear, thick_cloud, thin_cloud, cloud_shadow.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="106" />
        <source>Class map of the mask</source>
        <translation>Mapa de classes da máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="107" />
        <source>What the mask's values mean, when it is not a mask by this plugin.</source>
        <translation>O que significam os valores da máscara, se não for deste módulo.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="113" />
        <source>Random sample (pixels)</source>
        <translation>Amostra aleatória (píxeis)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="118" />
        <source>Counts this many valid pixels drawn at random, and gives an interval. Empty: all pixels.</source>
        <translation>Conta tantos píxeis válidos tirados ao acaso e dá um intervalo. Vazio: todos os píxeis.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="124" />
        <source>Seed of the sample</source>
        <translation>Semente da amostra</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="129" />
        <source>The same seed draws the same pixels.</source>
        <translation>A mesma semente tira os mesmos píxeis.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="134" />
        <source>Confusion table</source>
        <translation>Tabela de confusão</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="134" />
        <source>CSV files (*.csv)</source>
        <translation>Ficheiros CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="136" />
        <source>Pixels by class of the reference (rows) and of the mask (columns), a CSV file.</source>
        <translation>Píxeis por classe da referência (linhas) e da máscara (colunas), um ficheiro CSV.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="139" />
        <source>Agreement</source>
        <translation>Concordância</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="140" />
        <source>Where the two agree and in which way they differ, a GeoTIFF (.tif) with its style.</source>
        <translation>Onde as duas concordam e de que modo diferem, um GeoTIFF (.tif) com o seu estilo.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="144" />
        <source>Report</source>
        <translation>Relatório</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="144" />
        <source>HTML files (*.html)</source>
        <translation>Ficheiros HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="146" />
        <source>Figures and a picture to read and to keep, one HTML file.</source>
        <translation>Valores e uma imagem para ler e guardar, um ficheiro HTML.</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="148" />
        <source>Pixels compared</source>
        <translation>Píxeis comparados</translation>
    </message>
    <message>
        <location filename="../toolbox/comparemasks.py" line="149" />
        <source>Overall accuracy</source>
        <translation>Exatidão global</translation>
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
        <translation>O mapa de classes {path} não existe. Escolha um ficheiro existente.</translation>
    </message>
</context><context>
    <name>Composite</name>
    <message>
        <location filename="../toolbox/composite.py" line="50" />
        <source>Cloud-free composite</source>
        <translation>Compósito sem nuvens</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="58" />
        <source>composite,mosaic,cloud free,median,medoid,latest,best,picture</source>
        <translation>compósito,mosaico,sem nuvens,mediana,medoide,último,melhor,imagem</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="62" />
        <source>A cloud-free picture of many dates of a tile or several, with a receipt for every pixel.</source>
        <translation>Uma imagem sem nuvens de muitas datas de uma ou várias quadrículas, com um recibo para cada píxel.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="66" />
        <source>&lt;p&gt;Takes all products in a folder, of any dates, orbits and neighbouring tiles of one UTM zone, and their cloud masks; makes the masks that are missing; and writes a picture that shows only clear pixels: the &lt;b&gt;median&lt;/b&gt; of the clear dates, the &lt;b&gt;medoid&lt;/b&gt; (the date most like the others), the &lt;b&gt;latest&lt;/b&gt; or &lt;b&gt;first&lt;/b&gt; clear one, or the &lt;b&gt;best&lt;/b&gt;, farthest from cloud, shadow and edge. Reflectance × 10000, harmonised between processing baselines.&lt;/p&gt;&lt;p&gt;The &lt;b&gt;receipt&lt;/b&gt; says of every pixel which day it shows, how many clear looks there were, and how sure the mask was. Products that do not fit are reported and the others go on.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Toma todos os produtos de uma pasta, de quaisquer datas, órbitas e quadrículas vizinhas de uma zona UTM, e as suas máscaras de nuvens; faz as máscaras que faltam; e escreve uma imagem que mostra só píxeis limpos: a mediana das datas limpas (&lt;b&gt;median&lt;/b&gt;), o medoide (&lt;b&gt;medoid&lt;/b&gt;, a data mais parecida com as outras), a última (&lt;b&gt;latest&lt;/b&gt;) ou a primeira (&lt;b&gt;first&lt;/b&gt;) limpa, ou a melhor (&lt;b&gt;best&lt;/b&gt;), a mais longe de nuvem, sombra e bordo. Refletância × 10000, harmonizada entre versões de processamento.&lt;/p&gt;&lt;p&gt;O &lt;b&gt;recibo&lt;/b&gt; diz de cada píxel que dia mostra, quantas observações limpas houve e quão segura estava a máscara. Os produtos que não servem são comunicados e os outros continuam.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="81" />
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="83" />
        <source>What a pixel shows of its clear dates. In scripts: median, medoid, latest, first or best.</source>
        <translation>O que um píxel mostra das suas datas limpas. Em scripts: median, medoid, latest, first ou best.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="86" />
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="87" />
        <source>In their order in the picture, with commas between. B04,B03,B02 is true colour.</source>
        <translation>Pela ordem que têm na imagem, separadas por vírgulas. B04,B03,B02 é cor verdadeira.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="92" />
        <source>Resolution (metres)</source>
        <translation>Resolução (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="97" />
        <source>Pixel size of the picture. In scripts: 10, 20, 30 or 60.</source>
        <translation>Tamanho de píxel da imagem. Em scripts: 10, 20, 30 ou 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="100" />
        <source>Area (all when empty)</source>
        <translation>Área (tudo, se vazia)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="101" />
        <source>Only this area is masked and shown, in any CRS.</source>
        <translation>Só esta área é mascarada e mostrada, em qualquer SRC.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="106" />
        <source>Margin around cloud and shadow (metres)</source>
        <translation>Margem à volta de nuvem e sombra (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="112" />
        <source>Pixels within this distance of cloud or shadow do not count as clear.</source>
        <translation>Os píxeis a esta distância de nuvem ou sombra não contam como limpos.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="117" />
        <source>Sure from (% confidence of clear)</source>
        <translation>Seguro a partir de (% de confiança de limpo)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="123" />
        <source>Dates of which the mask is so sure are taken before others. 0: all alike.</source>
        <translation>As datas de que a máscara está assim tão segura vêm antes das outras. 0: todas por igual.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="127" />
        <source>Composite</source>
        <translation>Compósito</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="128" />
        <source>A Cloud Optimized GeoTIFF (.tif); its receipt, style and provenance go beside it.</source>
        <translation>Um Cloud Optimized GeoTIFF (.tif); o recibo, o estilo e a proveniência ficam ao lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="130" />
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="131" />
        <source>Pixels shown (%)</source>
        <translation>Píxeis mostrados (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="132" />
        <source>Days shown</source>
        <translation>Dias mostrados</translation>
    </message>
    <message>
        <location filename="../toolbox/composite.py" line="139" />
        <source>The bands {bands} are not possible. Name each once, such as B04,B03,B02.</source>
        <translation>As bandas {bands} não são possíveis. Indique cada uma uma só vez, por exemplo B04,B03,B02.</translation>
    </message>
</context><context>
    <name>EngineAlgorithm</name>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="140" />
        <source>{path} must end with {ending}. Choose another name.</source>
        <translation>{path} tem de terminar em {ending}. Escolha outro nome.</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="145" />
        <source>{folder} cannot be written. Choose another output folder.</source>
        <translation>Não se pode escrever em {folder}. Escolha outra pasta de saída.</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="186" />
        <source>Cancelled. Nothing unfinished was left behind.</source>
        <translation>Cancelado. Não ficou nada por acabar.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="168" />
        <location filename="../toolbox/engine_algorithm.py" line="202" />
        <source>The engine ended without a result. Repair it in Set-up.</source>
        <translation>O motor terminou sem resultado. Repare-o em Instalação.</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="239" />
        <source>Reading {product}…</source>
        <translation>A ler {product}…</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="240" />
        <source>Predicting {product}…</source>
        <translation>A predizer {product}…</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="241" />
        <source>Writing {product}…</source>
        <translation>A escrever {product}…</translation>
    </message>
    <message>
        <location filename="../toolbox/engine_algorithm.py" line="261" />
        <source>{layer} is no raster file (its source is {provider}). Save it as a GeoTIFF first.</source>
        <translation>{layer} não é um ficheiro raster (a sua fonte é {provider}). Guarde-a primeiro como GeoTIFF.</translation>
    </message>
</context><context>
    <name>EngineErrands</name>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="59" />
        <source>List cloud mask models</source>
        <translation>Listar modelos de máscara de nuvens</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="79" />
        <source>Read Sentinel-2 products</source>
        <translation>Ler produtos Sentinel-2</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="94" />
        <source>Download {title}</source>
        <translation>Descarregar {title}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="96" />
        <source>Download {title} ({size} MB)?</source>
        <translation>Descarregar {title} ({size} MB)?</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="101" />
        <source>Licence: {licence}</source>
        <translation>Licença: {licence}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="103" />
        <source>Please cite: {citation}</source>
        <translation>Por favor cite: {citation}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="104" />
        <source>From: {addresses}</source>
        <translation>De: {addresses}</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="108" />
        <source>&amp;Download</source>
        <translation>&amp;Descarregar</translation>
    </message>
    <message>
        <location filename="../ui/runs/engine_errands.py" line="188" />
        <location filename="../ui/runs/engine_errands.py" line="116" />
        <source>Downloading {title}</source>
        <translation>A descarregar {title}</translation>
    </message>
</context><context>
    <name>EngineProcess</name>
    <message>
        <location filename="../bridge/engine_process.py" line="74" />
        <source>The engine's Python {interpreter} could not be started ({reason}). Repair it in Set-up.</source>
        <translation>Não foi possível iniciar o Python do motor, {interpreter} ({reason}). Repare-o em Instalação.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="113" />
        <source>The engine printed something that is not an event ({start}) and was stopped. Repair the engine in Set-up.</source>
        <translation>O motor escreveu algo que não é um evento ({start}) e foi parado. Repare o motor em Instalação.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="125" />
        <source>The engine was killed by the system, most often because memory ran out. Close other programs or choose a coarser resolution, then run again.</source>
        <translation>O motor foi terminado pelo sistema, na maioria das vezes por falta de memória. Feche outros programas ou escolha uma resolução mais grosseira, e execute de novo.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="134" />
        <source>The engine died (signal {signal}). Run again; if it dies again, repair it in Set-up.</source>
        <translation>O motor morreu (sinal {signal}). Execute de novo; se voltar a morrer, repare-o em Instalação.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="145" />
        <source>The engine ran out of memory. Close other programs or choose a coarser resolution.</source>
        <translation>O motor ficou sem memória. Feche outros programas ou escolha uma resolução mais grosseira.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="153" />
        <source>The engine stopped: {reason}</source>
        <translation>O motor parou: {reason}</translation>
    </message>
    <message>
        <location filename="../bridge/engine_process.py" line="156" />
        <source>it gave no reason. Repair it in Set-up.</source>
        <translation>não deu motivo. Repare-o em Instalação.</translation>
    </message>
</context><context>
    <name>EngineTexts</name>
    <message>
        <location filename="../bridge/engine_texts.py" line="13" />
        <source>Clear</source>
        <translation>Limpo</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="14" />
        <source>Thick cloud</source>
        <translation>Nuvem espessa</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="15" />
        <source>Thin cloud</source>
        <translation>Nuvem fina</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="16" />
        <source>Cloud shadow</source>
        <translation>Sombra de nuvem</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="17" />
        <source>Cloud (thin cloud often missed)</source>
        <translation>Nuvem (nuvem fina muitas vezes não detetada)</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="18" />
        <source>Four classes at 10 m, Level-1C only (needs B10).</source>
        <translation>Quatro classes a 10 m, só nível 1C (precisa da B10).</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="22" />
        <source>Cloud and cloud shadow, no thin cloud class. Predicts at 30 m; finer grids get interpolated probabilities.</source>
        <translation>Nuvem e sombra de nuvem, sem classe de nuvem fina. Prediz a 30 m; grelhas mais finas recebem probabilidades interpoladas.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="28" />
        <source>What UNetMobV2 is sure of; else cloud and shadow of UKIS at 30 m. Four classes.</source>
        <translation>O que o UNetMobV2 vê com certeza; senão, nuvem e sombra do UKIS a 30 m. Quatro classes.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="32" />
        <source>As UKIS+UNetMobV2, for Level-2A, which has no B10: cirrus that only B10 shows is not found.</source>
        <translation>Como UKIS+UNetMobV2, para o nível 2A, que não tem B10: os cirros que só a B10 mostra não são encontrados.</translation>
    </message>
    <message>
        <location filename="../bridge/engine_texts.py" line="35" />
        <source>Four classes at 10 m, Level-1C and Level-2A; without B10 it misses cirrus that only B10 shows.</source>
        <translation>Quatro classes a 10 m, níveis 1C e 2A; sem B10 não encontra os cirros que só a B10 mostra.</translation>
    </message>
</context><context>
    <name>Environment</name>
    <message>
        <location filename="../bridge/environment.py" line="42" />
        <source>The engine's Python {path} does not exist. Correct the variable S2CLOUDMASK_PYTHON or name another one in Raster, Sentinel-2 Cloud Mask, Set up the engine.</source>
        <translation>O Python do motor {path} não existe. Corrija a variável S2CLOUDMASK_PYTHON ou indique outro em Raster, Máscara de nuvens Sentinel-2, Instalar o motor.</translation>
    </message>
    <message>
        <location filename="../bridge/environment.py" line="47" />
        <source>The engine is not set up yet. Open Raster, Sentinel-2 Cloud Mask, Set up the engine (this is done once and takes a few minutes), or name an existing Python in the variable S2CLOUDMASK_PYTHON.</source>
        <translation>O motor ainda não está instalado. Abra Raster, Máscara de nuvens Sentinel-2, Instalar o motor (faz-se uma só vez e demora alguns minutos), ou indique um Python existente na variável S2CLOUDMASK_PYTHON.</translation>
    </message>
</context><context>
    <name>EnvironmentMaker</name>
    <message>
        <location filename="../bridge/environment_maker.py" line="45" />
        <source>Making the environment</source>
        <translation>A criar o ambiente</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="61" />
        <source>Checking the engine</source>
        <translation>A verificar o motor</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="66" />
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="117" />
        <source>Another QGIS is setting up the engine now. Wait for it to end, then try again.</source>
        <translation>Outro QGIS está a instalar o motor neste momento. Espere que termine e tente de novo.</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="131" />
        <source>The engine needs {needed} GB in {folder}, and {free} GB are free. Make room there, then try again.</source>
        <translation>O motor precisa de {needed} GB em {folder}, e há {free} GB livres. Liberte espaço aí e tente de novo.</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="159" />
        <source>The engine is installed but lists no models. Copy the log and report it.</source>
        <translation>O motor está instalado mas não lista nenhum modelo. Copie o registo e comunique-o.</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="161" />
        <source>Models: {names}</source>
        <translation>Modelos: {names}</translation>
    </message>
    <message>
        <location filename="../bridge/environment_maker.py" line="189" />
        <source>{folder} could not be removed ({reason}). End running masks and try again.</source>
        <translation>Não foi possível remover {folder} ({reason}). Termine as máscaras em curso e tente de novo.</translation>
    </message>
</context><context>
    <name>EnvironmentTask</name>
    <message>
        <location filename="../ui/setup/environment_task.py" line="26" />
        <source>Set up the cloud mask engine</source>
        <translation>Instalar o motor da máscara de nuvens</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="40" />
        <source>The set-up failed: {reason}. Try again.</source>
        <translation>A instalação falhou: {reason}. Tente de novo.</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="59" />
        <source>Remove the cloud mask engine</source>
        <translation>Remover o motor da máscara de nuvens</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="81" />
        <source>Check the cloud mask engine</source>
        <translation>Verificar o motor da máscara de nuvens</translation>
    </message>
    <message>
        <location filename="../ui/setup/environment_task.py" line="111" />
        <source>Look for Python</source>
        <translation>Procurar Python</translation>
    </message>
</context><context>
    <name>Fields</name>
    <message>
        <location filename="../toolbox/fields.py" line="45" />
        <source>Usable dates of fields</source>
        <translation>Datas utilizáveis de parcelas</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="53" />
        <source>field,parcel,polygon,agriculture,calendar,usable,clear,dates,share</source>
        <translation>campo,parcela,polígono,agricultura,calendário,utilizável,limpo,datas,proporção</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="57" />
        <source>On which dates each polygon of a layer is clear enough to be used; table, summary and calendar.</source>
        <translation>Em que datas cada polígono de uma camada está limpo o bastante para ser usado; tabela, resumo e calendário.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="63" />
        <source>&lt;p&gt;Takes a layer of polygons in any CRS and all products in a folder, and finds for each polygon and date the shares of clear, thick cloud, thin cloud, shadow and no data, and whether it is clear enough. Masks that are there are taken; else only patches around the polygons are predicted, which is much faster than masking whole products.&lt;/p&gt;&lt;p&gt;The GeoPackage has a layer &lt;b&gt;fields&lt;/b&gt;, a row a polygon and date, set for the temporal controller, and a layer &lt;b&gt;summary&lt;/b&gt;, a row a polygon with its usable dates and longest gap. Beside it lies a &lt;b&gt;calendar&lt;/b&gt; to print (.html).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Toma uma camada de polígonos em qualquer SRC e todos os produtos de uma pasta, e determina para cada polígono e data as proporções de limpo, nuvem espessa, nuvem fina, sombra e sem dados, e se está limpo o bastante. Tomam-se as máscaras que já existem; senão predizem-se só blocos à volta dos polígonos, o que é muito mais rápido do que mascarar produtos completos.&lt;/p&gt;&lt;p&gt;O GeoPackage tem uma camada &lt;b&gt;fields&lt;/b&gt;, uma linha por polígono e data, preparada para o controlador temporal, e uma camada &lt;b&gt;summary&lt;/b&gt;, uma linha por polígono com as suas datas utilizáveis e o maior intervalo. Ao lado fica um &lt;b&gt;calendário&lt;/b&gt; para imprimir (.html).&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="75" />
        <source>Polygons</source>
        <translation>Polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="76" />
        <source>Fields, parcels, sites: polygons in any CRS. Invalid ones are mended.</source>
        <translation>Campos, parcelas, locais: polígonos em qualquer SRC. Os inválidos são corrigidos.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="80" />
        <source>Field that names the polygons</source>
        <translation>Campo que dá nome aos polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="82" />
        <source>Its values must tell the polygons apart. Empty: their number.</source>
        <translation>Os seus valores têm de distinguir os polígonos. Vazio: o número deles.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="88" />
        <source>Usable from (% clear)</source>
        <translation>Utilizável a partir de (% limpo)</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="94" />
        <source>A date is usable when so much of the polygon's whole area is clear.</source>
        <translation>Uma data é utilizável quando esta parte da área total do polígono está limpa.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="97" />
        <source>Dates of fields</source>
        <translation>Datas das parcelas</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="98" />
        <source>A GeoPackage (.gpkg); the calendar (.html) and the provenance (.json) go beside it.</source>
        <translation>Um GeoPackage (.gpkg); o calendário (.html) e a proveniência (.json) ficam ao lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="100" />
        <source>Summary</source>
        <translation>Resumo</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="101" />
        <source>Calendar</source>
        <translation>Calendário</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="102" />
        <source>Days seen</source>
        <translation>Dias vistos</translation>
    </message>
    <message>
        <location filename="../toolbox/fields.py" line="103" />
        <source>Usable polygons and dates</source>
        <translation>Polígonos e datas utilizáveis</translation>
    </message>
</context><context>
    <name>GuideWindow</name>
    <message>
        <location filename="../ui/dialog/guide_window.py" line="23" />
        <source>Sentinel-2 Cloud Mask: user guide</source>
        <translation>Máscara de nuvens Sentinel-2: guia do utilizador</translation>
    </message>
</context><context>
    <name>Layers</name>
    <message>
        <location filename="../bridge/layer_words.py" line="39" />
        <source>No data</source>
        <translation>Sem dados</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py" line="55" />
        <source>Cloud mask {scene}</source>
        <translation>Máscara de nuvens {scene}</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py" line="67" />
        <source>Confidence {scene}</source>
        <translation>Confiança {scene}</translation>
    </message>
    <message>
        <location filename="../bridge/layers.py" line="119" />
        <source>True colour {scene}</source>
        <translation>Cor verdadeira {scene}</translation>
    </message>
</context><context>
    <name>LiveBar</name>
    <message>
        <location filename="../ui/live/live_bar.py" line="31" />
        <source>Live cloud mask</source>
        <translation>Máscara de nuvens ao vivo</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="36" />
        <source>Product that is masked live. Drop others here.</source>
        <translation>Produto que é mascarado ao vivo. Largue outros aqui.</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="37" />
        <source>Product</source>
        <translation>Produto</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="40" />
        <source>Previous product (Shift+B)</source>
        <translation>Produto anterior (Shift+B)</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="43" />
        <source>Next product (Shift+N)</source>
        <translation>Produto seguinte (Shift+N)</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="45" />
        <source>Add a product…</source>
        <translation>Adicionar um produto…</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="51" />
        <source>Opacity of the live mask</source>
        <translation>Opacidade da máscara ao vivo</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="52" />
        <source>Opacity</source>
        <translation>Opacidade</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="54" />
        <source>Zoom to the product</source>
        <translation>Aproximar ao produto</translation>
    </message>
    <message>
        <location filename="../ui/live/live_bar.py" line="56" />
        <source>Keep: mask the whole product</source>
        <translation>Guardar: mascarar o produto completo</translation>
    </message>
</context><context>
    <name>LiveEngine</name>
    <message>
        <location filename="../bridge/live_engine.py" line="224" />
        <source>The engine printed something that is not an event ({start}) and was stopped. Repair the engine in Set-up.</source>
        <translation>O motor escreveu algo que não é um evento ({start}) e foi parado. Repare o motor em Instalação.</translation>
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="237" />
        <source>The engine's Python {interpreter} could not be started ({reason}). Repair it in Set-up.</source>
        <translation>Não foi possível iniciar o Python do motor, {interpreter} ({reason}). Repare-o em Instalação.</translation>
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="258" />
        <source>The engine of the live mask ended unexpectedly and was restarted.</source>
        <translation>O motor da máscara ao vivo terminou inesperadamente e foi reiniciado.</translation>
    </message>
    <message>
        <location filename="../bridge/live_engine.py" line="260" />
        <source>The engine of the live mask ended {count} times without an answer ({reason}). Close other programs, or repair it in Set-up.</source>
        <translation>O motor da máscara ao vivo terminou {count} vezes sem resposta ({reason}). Feche outros programas, ou repare-o em Instalação.</translation>
    </message>
</context><context>
    <name>LiveMask</name>
    <message>
        <location filename="../ui/live/live_mask.py" line="165" />
        <source>Product to mask live (a .SAFE folder)</source>
        <translation>Produto a mascarar ao vivo (uma pasta .SAFE)</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="171" />
        <source>{folder} is no Sentinel-2 product. Choose a .SAFE folder, or drop a zip of it.</source>
        <translation>{folder} não é um produto Sentinel-2. Escolha uma pasta .SAFE, ou largue um zip dela.</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="229" />
        <source>The map is beside the product.</source>
        <translation>O mapa está fora do produto.</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="264" />
        <source>no data</source>
        <translation>sem dados</translation>
    </message>
    <message>
        <location filename="../ui/live/live_mask.py" line="278" />
        <source>Live</source>
        <translation>Ao vivo</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="15" />
        <source>thick</source>
        <translation>espessa</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="16" />
        <source>thin</source>
        <translation>fina</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="17" />
        <source>shadow</source>
        <translation>sombra</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="20" />
        <source>cloud</source>
        <translation>nuvem</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="25" />
        <source>a first look: {shares}</source>
        <translation>uma primeira vista: {shares}</translation>
    </message>
    <message>
        <location filename="../ui/live/live_shares.py" line="26" />
        <source>getting sharper: {shares}</source>
        <translation>a ficar mais nítido: {shares}</translation>
    </message>
</context><context>
    <name>MaskDialog</name>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="55" />
        <source>The engine is not set up yet. This is done once and takes a few minutes. You can add products meanwhile.</source>
        <translation>O motor ainda não está instalado. Faz-se uma só vez e demora alguns minutos. Entretanto pode adicionar produtos.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="59" />
        <source>Set up…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="68" />
        <source>The engine is ready. {label} tells thin cloud, which the network that is here often misses ({size} MB).</source>
        <translation>O motor está pronto. {label} distingue a nuvem fina, que a rede aqui presente muitas vezes não deteta ({size} MB).</translation>
    </message>
    <message>
        <location filename="../ui/dialog/dialog_messages.py" line="72" />
        <source>Download…</source>
        <translation>Descarregar…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="58" />
        <source>Set-&amp;up</source>
        <translation>&amp;Instalação</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="255" />
        <location filename="../ui/dialog/mask_dialog.py" line="59" />
        <source>&amp;Run</source>
        <translation>&amp;Executar</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="117" />
        <source>Set up the engine first. This is done once and takes a few minutes.</source>
        <translation>Instale primeiro o motor. Faz-se uma só vez e demora alguns minutos.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="124" />
        <source>Tick at least one product that can be processed; the State column says why others cannot.</source>
        <translation>Assinale pelo menos um produto que possa ser processado; a coluna Estado diz porque outros não podem.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="141" />
        <source>{folder} cannot be written to. Choose another folder.</source>
        <translation>Não se pode escrever em {folder}. Escolha outra pasta.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.py" line="254" />
        <source>&amp;Run ({count})</source>
        <translation>&amp;Executar ({count})</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/dialog/masks_there.py" line="52" />
        <source>%n mask(s) exist already, made with other settings.</source>
        <translation>
            <numerusform>Já existe %n máscara, feita com outras definições.</numerusform>
            <numerusform>Já existem %n máscaras, feitas com outras definições.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="54" />
        <source>Overwrite</source>
        <translation>Substituir</translation>
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="55" />
        <source>Keep both</source>
        <translation>Manter ambas</translation>
    </message>
    <message>
        <location filename="../ui/dialog/masks_there.py" line="56" />
        <source>Skip</source>
        <translation>Ignorar</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="56" />
        <source>Reading</source>
        <translation>A ler</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="57" />
        <source>Predicting</source>
        <translation>A predizer</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="58" />
        <source>Writing</source>
        <translation>A escrever</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="62" />
        <source> ({count} runs wait)</source>
        <translation> ({count} execuções em espera)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/progress_row.py" line="69" />
        <source>Cancelling…</source>
        <translation>A cancelar…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>Sentinel-2 Cloud Mask</source>
        <translation>Máscara de nuvens Sentinel-2</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>&amp;Mask</source>
        <translation>&amp;Máscara</translation>
    </message>
    <message>
        <location filename="../ui/dialog/mask_dialog.ui" line="0" />
        <source>Cancel run</source>
        <translation>Cancelar execução</translation>
    </message>
</context><context>
    <name>MaskFolder</name>
    <message>
        <location filename="../toolbox/maskfolder.py" line="60" />
        <source>Mask a folder of products</source>
        <translation>Mascarar uma pasta de produtos</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="68" />
        <source>sentinel-2,cloud,shadow,mask,batch,folder,archive,time series,table,geopackage</source>
        <translation>sentinel-2,nuvem,sombra,máscara,lote,pasta,arquivo,série temporal,tabela,geopackage</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="72" />
        <source>Masks every Sentinel-2 product in a folder, by date and tile, and makes a table with footprints.</source>
        <translation>Mascara todos os produtos Sentinel-2 de uma pasta, por data e quadrícula, e faz uma tabela com as pegadas.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="78" />
        <source>&lt;p&gt;Looks for Sentinel-2 products in a folder and in all folders below it, and masks each. Products may be chosen by sensing date and tile. A mask that is there already, made with the same settings, is &lt;b&gt;not made again&lt;/b&gt;. A product that cannot be masked is reported, and the others go on.&lt;/p&gt;&lt;p&gt;The table has a row a mask and a row a failure: the footprint as a polygon (where the mask has data, EPSG:4326), sensing time, tile, class shares in percent, model, and the paths. It can be mapped, filtered and joined.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Procura produtos Sentinel-2 numa pasta e em todas as pastas abaixo dela, e mascara cada um. Os produtos podem ser escolhidos por data de aquisição e quadrícula. Uma máscara que já existe, feita com as mesmas definições, &lt;b&gt;não é feita de novo&lt;/b&gt;. Um produto que não pode ser mascarado é comunicado, e os outros continuam.&lt;/p&gt;&lt;p&gt;A tabela tem uma linha por máscara e uma linha por falha: a pegada como polígono (onde a máscara tem dados, EPSG:4326), hora de aquisição, quadrícula, percentagens das classes, modelo e os caminhos. Pode ser posta no mapa, filtrada e unida.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="91" />
        <source>Folder of products</source>
        <translation>Pasta de produtos</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="94" />
        <source>SAFE folders, zips of them and cloud-archive folders in it are found, however deep.</source>
        <translation>Encontram-se as pastas SAFE, os seus zips e as pastas de arquivos na nuvem que contém, a qualquer profundidade.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="97" />
        <source>From (sensing date)</source>
        <translation>Desde (data de aquisição)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="97" />
        <source>Earlier products are left out.</source>
        <translation>Os produtos anteriores são deixados de fora.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="98" />
        <source>To (sensing date)</source>
        <translation>Até (data de aquisição)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="98" />
        <source>Later products are left out; the day itself is in.</source>
        <translation>Os produtos posteriores são deixados de fora; o próprio dia conta.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="107" />
        <source>Tiles</source>
        <translation>Quadrículas</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="108" />
        <source>Only these tiles, such as 55JGF or 55JGF,56JMM. Empty: all.</source>
        <translation>Só estas quadrículas, por exemplo 55JGF ou 55JGF,56JMM. Vazio: todas.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="112" />
        <source>Write confidence rasters</source>
        <translation>Escrever rasters de confiança</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="113" />
        <source>Writes &lt;product&gt;_confidence.tif too: four bands, probability times 250, 255 no data.</source>
        <translation>Escreve também &lt;product&gt;_confidence.tif: quatro bandas, probabilidade vezes 250, 255 sem dados.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="117" />
        <source>Overwrite existing masks</source>
        <translation>Fazer de novo as máscaras que já existem</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="118" />
        <source>Without it a mask with the same settings is skipped, and one with other settings is a failure.</source>
        <translation>Sem isto, uma máscara com as mesmas definições é ignorada, e uma com outras definições é uma falha.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="122" />
        <source>Folder for masks</source>
        <translation>Pasta para as máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="123" />
        <source>Each mask becomes &lt;product&gt;_cloudmask.tif, with its style and provenance beside it.</source>
        <translation>Cada máscara passa a &lt;product&gt;_cloudmask.tif, com o estilo e a proveniência ao lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="128" />
        <source>Table of masks</source>
        <translation>Tabela de máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="132" />
        <source>Footprints and figures, best as a GeoPackage (.gpkg).</source>
        <translation>Pegadas e valores, de preferência como GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="134" />
        <source>Masks</source>
        <translation>Máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="135" />
        <source>Masks made</source>
        <translation>Máscaras feitas</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="136" />
        <source>Masks that were there already</source>
        <translation>Máscaras que já existiam</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="137" />
        <source>Products that failed</source>
        <translation>Produtos que falharam</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="143" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>A pasta {path} não existe. Escolha uma existente.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="146" />
        <source>The dates leave nothing: {first} is later than {last}.</source>
        <translation>As datas não deixam nada: {first} é posterior a {last}.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="174" />
        <source>No Sentinel-2 product is in {path}. Choose a folder of SAFE folders or zips.</source>
        <translation>Não há nenhum produto Sentinel-2 em {path}. Escolha uma pasta de pastas SAFE ou zips.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="180" />
        <source>{chosen} of {found} products are to be masked.</source>
        <translation>Vão ser mascarados {chosen} de {found} produtos.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskfolder.py" line="188" />
        <source>None of the {count} products could be masked. The first: {message}</source>
        <translation>Nenhum dos {count} produtos pôde ser mascarado. O primeiro: {message}</translation>
    </message>
</context><context>
    <name>MaskOptions</name>
    <message>
        <location filename="../toolbox/mask_options.py" line="53" />
        <source>Resolution (metres)</source>
        <translation>Resolução (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="55" />
        <source>Pixel size of the mask. 20 m suits most work; 10 m takes about four times as long; 60 m is a quick look. In scripts: 10, 20, 30 or 60.</source>
        <translation>Tamanho de píxel da máscara. 20 m serve para quase tudo; 10 m demora cerca de quatro vezes mais; 60 m é uma vista rápida. Em scripts: 10, 20, 30 ou 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="62" />
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="63" />
        <source>The network. auto takes UNetMobV2_V2 where its weights have been downloaded, else the embedded UKIS network, and says which and why in the log. In scripts by name.</source>
        <translation>A rede. auto toma UNetMobV2_V2 se os seus pesos tiverem sido descarregados, senão a rede UKIS incluída, e diz no registo qual e porquê. Em scripts, pelo nome.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="71" />
        <source>Area (whole product when empty)</source>
        <translation>Área (produto completo, se vazia)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="73" />
        <source>Only this area is masked, in any CRS; the mask keeps the pixels of the product's grid.</source>
        <translation>Só esta área é mascarada, em qualquer SRC; a máscara conserva os píxeis da grelha do produto.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="80" />
        <source>Network of your own (instead of the model above)</source>
        <translation>Rede própria (em vez do modelo acima)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="84" />
        <source>A file of weights: the state dict of a 13-band UNetMobV2 (.pt), or TorchScript or ONNX with a small TOML beside it.</source>
        <translation>Um ficheiro de pesos: o state dict de uma UNetMobV2 de 13 bandas (.pt), ou TorchScript ou ONNX com um pequeno TOML ao lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="92" />
        <source>Overlap of patches (pixels)</source>
        <translation>Sobreposição de blocos (píxeis)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="93" />
        <source>Least overlap of neighbouring patches, up to half a patch ({most} px). Empty: {default} px of a patch of {patch} px. More is slower and smoother at the seams.</source>
        <translation>Sobreposição mínima de blocos vizinhos, até meio bloco ({most} px). Vazio: {default} px de um bloco de {patch} px. Mais é mais lento e mais suave nas junções.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="101" />
        <source>Extra views (test-time augmentation)</source>
        <translation>Vistas extra (aumento na predição)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="102" />
        <source>Turned and mirrored views that are predicted as well and averaged. Each takes the time of one more run.</source>
        <translation>Vistas rodadas e espelhadas que também são preditas e de que se calcula a média. Cada uma demora o tempo de mais uma execução.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="109" />
        <source>Widen clouds and shadows (pixels)</source>
        <translation>Alargar nuvens e sombras (píxeis)</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="110" />
        <source>Clouds and shadows grow by this many pixels of the mask.</source>
        <translation>As nuvens e as sombras crescem este número de píxeis da máscara.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="115" />
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="116" />
        <source>Where the network runs. auto takes a graphics card when there is one.</source>
        <translation>Onde corre a rede. auto usa uma placa gráfica quando existe uma.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="120" />
        <source>Precision</source>
        <translation>Precisão</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="121" />
        <source>Number format of the network. auto takes the fastest that holds on the device; float32 gives the same mask on every machine.</source>
        <translation>Formato numérico da rede. auto toma o mais rápido que serve no dispositivo; float32 dá a mesma máscara em qualquer máquina.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="134" />
        <source>The network {file} is not there. Choose an existing file.</source>
        <translation>A rede {file} não existe. Escolha um ficheiro existente.</translation>
    </message>
    <message>
        <location filename="../toolbox/mask_options.py" line="137" />
        <source>The area is empty. Give xmin, xmax, ymin, ymax with a width and a height.</source>
        <translation>A área está vazia. Indique xmin, xmax, ymin, ymax com largura e altura.</translation>
    </message>
</context><context>
    <name>MaskPolygons</name>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="44" />
        <source>Mask to polygons</source>
        <translation>Máscara para polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="52" />
        <source>polygon,vector,polygonize,outline,area,geojson,geopackage</source>
        <translation>polígono,vetor,poligonizar,contorno,área,geojson,geopackage</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="56" />
        <source>Cloud, thin cloud and shadow as valid polygons with their area.</source>
        <translation>Nuvem, nuvem fina e sombra como polígonos válidos com a sua área.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="60" />
        <source>&lt;p&gt;Turns the classes of a mask into polygons: pixels of one class that touch by a side become one, with its class and its area in hectares. Small ones can be left out; borders can be simplified, and those that classes share stay shared. All polygons are valid.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Transforma as classes de uma máscara em polígonos: os píxeis de uma classe que se tocam por um lado passam a um só, com a sua classe e a sua área em hectares. Os pequenos podem ser deixados de fora; os limites podem ser simplificados, e os que as classes partilham continuam partilhados. Todos os polígonos são válidos.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="69" />
        <source>Cloud mask</source>
        <translation>Máscara de nuvens</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="70" />
        <source>A mask by this plugin, or any raster of bytes with the same classes.</source>
        <translation>Uma máscara deste módulo, ou qualquer raster de bytes com as mesmas classes.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="75" />
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="81" />
        <source>Which classes become polygons. In scripts by name: thick_cloud,cloud_shadow.</source>
        <translation>Que classes passam a polígonos. Em scripts, pelo nome: thick_cloud,cloud_shadow.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="85" />
        <source>Smallest area (square metres)</source>
        <translation>Área mínima (metros quadrados)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="87" />
        <source>Smaller polygons are left out.</source>
        <translation>Os polígonos mais pequenos são deixados de fora.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="91" />
        <source>Simplify borders (metres)</source>
        <translation>Simplificar limites (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="93" />
        <source>0 keeps the outlines of the pixels.</source>
        <translation>0 conserva os contornos dos píxeis.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="96" />
        <source>Polygons of the mask</source>
        <translation>Polígonos da máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="97" />
        <source>A GeoPackage (.gpkg) in the mask's CRS, or GeoJSON (.geojson) in WGS 84.</source>
        <translation>Um GeoPackage (.gpkg) no SRC da máscara, ou GeoJSON (.geojson) em WGS 84.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="99" />
        <source>Number of polygons</source>
        <translation>Número de polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/maskpolygons.py" line="100" />
        <source>Their area (hectares)</source>
        <translation>A sua área (hectares)</translation>
    </message>
</context><context>
    <name>MaskProduct</name>
    <message>
        <location filename="../toolbox/maskproduct.py" line="49" />
        <source>Mask a product</source>
        <translation>Mascarar um produto</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="57" />
        <source>sentinel-2,cloud,shadow,mask,unetmobv2,cloudsen12,ukis,copernicus,l1c,l2a</source>
        <translation>sentinel-2,nuvem,sombra,máscara,unetmobv2,cloudsen12,ukis,copernicus,l1c,l2a</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="61" />
        <source>Masks clouds and cloud shadows of one Sentinel-2 product (SAFE folder, zip, cloud-archive folder).</source>
        <translation>Mascara nuvens e sombras de nuvens de um produto Sentinel-2 (pasta SAFE, zip, pasta de um arquivo na nuvem).</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="67" />
        <source>&lt;p&gt;Masks one Sentinel-2 product by a neural network: &lt;b&gt;0&lt;/b&gt; clear, &lt;b&gt;1&lt;/b&gt; thick cloud, &lt;b&gt;2&lt;/b&gt; thin cloud, &lt;b&gt;3&lt;/b&gt; cloud shadow, &lt;b&gt;255&lt;/b&gt; no data. The mask is a Cloud Optimized GeoTIFF on the product's own grid, with its style (.qml) and its provenance (.json) beside it; it is the very file that the command s2cloudmask writes.&lt;/p&gt;&lt;p&gt;The numbers are percent: classes of the valid pixels, no data of all pixels. Work happens in a process of its own; cancelling ends it and leaves no file.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Mascara um produto Sentinel-2 com uma rede neuronal: &lt;b&gt;0&lt;/b&gt; limpo, &lt;b&gt;1&lt;/b&gt; nuvem espessa, &lt;b&gt;2&lt;/b&gt; nuvem fina, &lt;b&gt;3&lt;/b&gt; sombra de nuvem, &lt;b&gt;255&lt;/b&gt; sem dados. A máscara é um Cloud Optimized GeoTIFF na grelha do próprio produto, com o estilo (.qml) e a proveniência (.json) ao lado; é exatamente o ficheiro que o comando s2cloudmask escreve.&lt;/p&gt;&lt;p&gt;Os números são percentagens: as classes, dos píxeis válidos; sem dados, de todos os píxeis. O trabalho decorre num processo próprio; cancelar termina-o e não deixa nenhum ficheiro.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="80" />
        <source>Product (SAFE folder, zip, metadata file, GeoTIFF stack, STAC item, or an address)</source>
        <translation>Produto (pasta SAFE, zip, ficheiro de metadados, pilha GeoTIFF, item STAC ou um endereço)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="82" />
        <source>Sentinel-2 products</source>
        <translation>Produtos Sentinel-2</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="84" />
        <source>A .SAFE folder, the .zip it was downloaded as, a folder in cloud-archive layout, or the metadata file inside one of them (MTD_MSIL1C.xml, MTD_MSIL2A.xml, metadata.xml), which stands for its folder; also a .tar, EOPF Zarr, a GeoTIFF stack with named bands, a STAC item, or the address of any of them.</source>
        <translation>Uma pasta .SAFE, o .zip em que foi descarregada, uma pasta na disposição dos arquivos na nuvem, ou o ficheiro de metadados dentro de uma delas (MTD_MSIL1C.xml, MTD_MSIL2A.xml, metadata.xml), que vale pela sua pasta; também um .tar, EOPF Zarr, uma pilha GeoTIFF com bandas com nome, um item STAC ou o endereço de qualquer deles.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="92" />
        <source>Cloud mask</source>
        <translation>Máscara de nuvens</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="93" />
        <source>The mask, a GeoTIFF (.tif). Its style and provenance are written beside it.</source>
        <translation>A máscara, um GeoTIFF (.tif). O estilo e a proveniência são escritos ao lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="97" />
        <source>Confidence</source>
        <translation>Confiança</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="99" />
        <source>Four bands, one a class: probability times 250, 255 no data (.tif).</source>
        <translation>Quatro bandas, uma por classe: probabilidade vezes 250, 255 sem dados (.tif).</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="102" />
        <source>Clear (%)</source>
        <translation>Limpo (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="103" />
        <source>Thick cloud (%)</source>
        <translation>Nuvem espessa (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="104" />
        <source>Thin cloud (%)</source>
        <translation>Nuvem fina (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="105" />
        <source>Cloud shadow (%)</source>
        <translation>Sombra de nuvem (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="106" />
        <source>No data (%)</source>
        <translation>Sem dados (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="109" />
        <source>Model that made the mask</source>
        <translation>Modelo que fez a máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="110" />
        <source>SHA-256 of its weights</source>
        <translation>SHA-256 dos seus pesos</translation>
    </message>
    <message>
        <location filename="../toolbox/maskproduct.py" line="116" />
        <source>The product {path} is not there. Choose an existing folder or zip.</source>
        <translation>O produto {path} não existe. Escolha uma pasta ou um zip existente.</translation>
    </message>
</context><context>
    <name>MaskTask</name>
    <message numerus="yes">
        <location filename="../ui/runs/mask_task.py" line="100" />
        <source>Cloud mask of %n product(s)</source>
        <translation>
            <numerusform>Máscara de nuvens de %n produto</numerusform>
            <numerusform>Máscara de nuvens de %n produtos</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/runs/mask_task.py" line="137" />
        <source>The engine ended without a mask or an error. See the log panel.</source>
        <translation>O motor terminou sem máscara nem erro. Veja o painel de registo.</translation>
    </message>
    <message>
        <location filename="../ui/runs/mask_task.py" line="186" />
        <source>The engine's answer was refused ({reason}). Repair the engine in Set-up.</source>
        <translation>A resposta do motor foi rejeitada ({reason}). Repare o motor em Instalação.</translation>
    </message>
</context><context>
    <name>ModelPicker</name>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="86" />
        <source>Automatic (best available)</source>
        <translation>Automático (o melhor disponível)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="90" />
        <source>{title} (to download)</source>
        <translation>{title} (por descarregar)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="99" />
        <source>Network of your own</source>
        <translation>Rede própria</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="101" />
        <source>Networks (*.pt *.pth *.ckpt *.safetensors *.onnx);;All files (*)</source>
        <translation>Redes (*.pt *.pth *.ckpt *.safetensors *.onnx);;Todos os ficheiros (*)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="109" />
        <source>Download…</source>
        <translation>Descarregar…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="111" />
        <source>Get {label}…</source>
        <translation>Obter {label}…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="121" />
        <source>Ready.</source>
        <translation>Pronto.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="122" />
        <source>Embedded, nothing to download.</source>
        <translation>Incluída, nada a descarregar.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="123" />
        <source>To be downloaded: {size} MB, {licence}.</source>
        <translation>Por descarregar: {size} MB, {licence}.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="127" />
        <source>It misses most thin cloud.</source>
        <translation>Não deteta a maior parte da nuvem fina.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="132" />
        <source>The list of models appears when the engine is set up.</source>
        <translation>A lista de modelos aparece quando o motor estiver instalado.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="134" />
        <source>No network is here yet: choose one and download it.</source>
        <translation>Ainda não há nenhuma rede: escolha uma e descarregue-a.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="135" />
        <source> and </source>
        <translation> e </translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="136" />
        <source>Will use {title}.</source>
        <translation>Vai usar {title}.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="138" />
        <source>Will use {title}, which misses most thin cloud.</source>
        <translation>Vai usar {title}, que não deteta a maior parte da nuvem fina.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/model_picker.py" line="141" />
        <source>{label} tells thin cloud and is not downloaded yet ({size} MB).</source>
        <translation>{label} distingue a nuvem fina e ainda não foi descarregada ({size} MB).</translation>
    </message>
</context><context>
    <name>OwnMask</name>
    <message>
        <location filename="../toolbox/ownmask.py" line="33" />
        <source>Extract the product's own mask</source>
        <translation>Extrair a máscara do próprio produto</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="41" />
        <source>sentinel-2,cloud,mask,msk_classi,msk_clouds,scl,sen2cor,scene classification</source>
        <translation>sentinel-2,nuvem,máscara,msk_classi,msk_clouds,scl,sen2cor,classificação da cena</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="45" />
        <source>Writes the cloud mask that came with a Sentinel-2 product, in the classes of this plugin.</source>
        <translation>Escreve a máscara de nuvens que veio com um produto Sentinel-2, nas classes deste módulo.</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="49" />
        <source>&lt;p&gt;Every Sentinel-2 product brings a cloud mask of its own: MSK_CLASSI (Level-1C since baseline 04.00), MSK_CLOUDS polygons (Level-1C before), or the scene classification SCL (Level-2A). This writes it as a raster with the classes and colours of this plugin, to compare the two. What it does not tell apart (Level-1C masks have no cloud shadow) is said in the log.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Todo o produto Sentinel-2 traz uma máscara de nuvens própria: MSK_CLASSI (nível 1C desde a versão de processamento 04.00), polígonos MSK_CLOUDS (nível 1C anterior) ou a classificação da cena SCL (nível 2A). Isto escreve-a como raster com as classes e cores deste módulo, para comparar as duas. O que ela não distingue (as máscaras de nível 1C não têm sombra de nuvem) é dito no registo.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="61" />
        <source>Product (SAFE folder, its zip, or its metadata file)</source>
        <translation>Produto (pasta SAFE, o seu zip ou o seu ficheiro de metadados)</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="63" />
        <source>Sentinel-2 products</source>
        <translation>Produtos Sentinel-2</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="65" />
        <source>A Level-1C or Level-2A product that still holds its masks (folder QI_DATA or qi, or band SCL).</source>
        <translation>Um produto de nível 1C ou 2A que ainda contém as suas máscaras (pasta QI_DATA ou qi, ou banda SCL).</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="68" />
        <source>Own mask</source>
        <translation>Máscara própria</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="69" />
        <source>The mask, a GeoTIFF (.tif): 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow, 255 no data.</source>
        <translation>A máscara, um GeoTIFF (.tif): 0 limpo, 1 nuvem espessa, 2 nuvem fina, 3 sombra de nuvem, 255 sem dados.</translation>
    </message>
    <message>
        <location filename="../toolbox/ownmask.py" line="76" />
        <source>The product {path} is not there. Choose an existing folder or zip.</source>
        <translation>O produto {path} não existe. Escolha uma pasta ou um zip existente.</translation>
    </message>
</context><context>
    <name>PackageInstaller</name>
    <message>
        <location filename="../bridge/package_installer.py" line="66" />
        <source>Downloading {package} ({number} of {total})</source>
        <translation>A descarregar {package} ({number} de {total})</translation>
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="70" />
        <source>{package} is downloaded already</source>
        <translation>{package} já está descarregado</translation>
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="79" />
        <source>Installing the packages</source>
        <translation>A instalar os pacotes</translation>
    </message>
    <message>
        <location filename="../bridge/package_installer.py" line="100" />
        <source>Downloading what PyTorch's CUDA build needs (3 GB)</source>
        <translation>A transferir o que a versão de PyTorch para CUDA precisa (3 GB)</translation>
    </message>
</context><context>
    <name>ProductMenu</name>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="53" />
        <source>Tick selected</source>
        <translation>Assinalar selecionados</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="54" />
        <source>Untick selected</source>
        <translation>Desmarcar selecionados</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="55" />
        <source>Tick all</source>
        <translation>Assinalar todos</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="56" />
        <source>Untick all</source>
        <translation>Desmarcar todos</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="62" />
        <source>Show on the map</source>
        <translation>Mostrar no mapa</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="65" />
        <source>Show image</source>
        <translation>Mostrar a imagem</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="67" />
        <source>Open folder</source>
        <translation>Abrir pasta</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_menu.py" line="69" />
        <source>Copy path</source>
        <translation>Copiar caminho</translation>
    </message>
</context><context>
    <name>ProductModel</name>
    <message>
        <location filename="../ui/dialog/product_model.py" line="71" />
        <source>Product</source>
        <translation>Produto</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="72" />
        <source>Sensed (UTC)</source>
        <translation>Aquisição (UTC)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="73" />
        <source>Tile</source>
        <translation>Quadrícula</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="74" />
        <source>Level</source>
        <translation>Nível</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="75" />
        <source>Baseline</source>
        <translation>Versão proc.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="76" />
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="223" />
        <source>Set up the engine first</source>
        <translation>Instale primeiro o motor</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="224" />
        <source>Reading…</source>
        <translation>A ler…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="226" />
        <source>Ready once the model is downloaded</source>
        <translation>Pronto assim que o modelo for descarregado</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="228" />
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="229" />
        <source>Waiting</source>
        <translation>Em espera</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="230" />
        <source>Working…</source>
        <translation>A trabalhar…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="231" />
        <source>Done</source>
        <translation>Feito</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_model.py" line="232" />
        <source>Failed</source>
        <translation>Falhou</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="44" />
        <source>this product</source>
        <translation>este produto</translation>
    </message>
</context><context>
    <name>ProductPanel</name>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="58" />
        <source>Add an address…</source>
        <translation>Adicionar um endereço…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="94" />
        <source>{names}: not part of a Sentinel-2 product. Add a .SAFE folder or a .zip of it.</source>
        <translation>{names}: não faz parte de um produto Sentinel-2. Adicione uma pasta .SAFE ou um .zip dela.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="134" />
        <source>{folder} is a whole disk. Looking through it may take long. Look there?</source>
        <translation>{folder} é um disco inteiro. Procurar nele pode demorar muito. Procurar aí?</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="136" />
        <source>{folder} lies on the network. Looking there may take long. Look there?</source>
        <translation>{folder} está na rede. Procurar aí pode demorar muito. Procurar aí?</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="174" />
        <location filename="../ui/dialog/product_panel.py" line="137" />
        <source>Look for products in a folder</source>
        <translation>Procurar produtos numa pasta</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="155" />
        <source>{count} products found. Tick those to mask; right-click for all.</source>
        <translation>{count} produtos encontrados. Assinale os que quer mascarar; clique com o botão direito para todos.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="162" />
        <source>No Sentinel-2 product lies in {folder}.</source>
        <translation>Não há nenhum produto Sentinel-2 em {folder}.</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="166" />
        <source>Looking in {folder}</source>
        <translation>A procurar em {folder}</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="169" />
        <source>Add a product folder</source>
        <translation>Adicionar uma pasta de produto</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="181" />
        <source>Add products</source>
        <translation>Adicionar produtos</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="183" />
        <source>Zipped products, GeoTIFF stacks, STAC items (*.zip *.tar *.tif *.tiff *.json *.geojson)</source>
        <translation>Produtos compactados, pilhas GeoTIFF, itens STAC (*.zip *.tar *.tif *.tiff *.json *.geojson)</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="194" />
        <source>Add an address</source>
        <translation>Adicionar um endereço</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="195" />
        <source>Address of a product or STAC item (https://, s3://, gs://, az://):</source>
        <translation>Endereço de um produto ou item STAC (https://, s3://, gs://, az://):</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="209" />
        <source>Looking for products… {total} so far</source>
        <translation>A procurar produtos… {total} até agora</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="212" />
        <source>{chosen} of {total} products chosen</source>
        <translation>{chosen} de {total} produtos escolhidos</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="215" />
        <source>, {count} running</source>
        <translation>, {count} em curso</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.py" line="217" />
        <source>, {count} cannot run</source>
        <translation>, {count} não podem ser executados</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add &amp;folder…</source>
        <translation>Adicio&amp;nar pasta…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add a product: a .SAFE folder, or the flat folder of one granule</source>
        <translation>Adicionar um produto: uma pasta .SAFE, ou a pasta simples de um grânulo</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add &amp;zip…</source>
        <translation>Adicionar &amp;zip…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Add products as they were downloaded (they need not be unpacked), or GeoTIFF stacks with named bands</source>
        <translation>Adicionar produtos tal como foram descarregados (não é preciso descomprimi-los), ou pilhas GeoTIFF com bandas com nome</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>&amp;Scan folder…</source>
        <translation>Exp&amp;lorar pasta…</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Look for products in a folder and all folders below it</source>
        <translation>Procurar produtos numa pasta e em todas as pastas abaixo dela</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Take the selected products off the list (Delete); no file is touched</source>
        <translation>Tirar da lista os produtos selecionados (Delete); não se toca em nenhum ficheiro</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Clear list</source>
        <translation>Limpar lista</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Take all products off the list; no file is touched</source>
        <translation>Tirar todos os produtos da lista; não se toca em nenhum ficheiro</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Stop scan</source>
        <translation>Parar procura</translation>
    </message>
    <message>
        <location filename="../ui/dialog/product_panel.ui" line="0" />
        <source>Stop looking for products; those found so far stay in the list</source>
        <translation>Parar de procurar produtos; os já encontrados ficam na lista</translation>
    </message>
</context><context>
    <name>ProductView</name>
    <message>
        <location filename="../ui/dialog/product_view.py" line="77" />
        <source>Drop Sentinel-2 products here: .SAFE folders or .zip downloads,
from the file manager or the Browser panel</source>
        <translation>Largue aqui produtos Sentinel-2: pastas .SAFE ou .zip descarregados,
do gestor de ficheiros ou do painel Navegador</translation>
    </message>
</context><context>
    <name>PythonFinder</name>
    <message>
        <location filename="../bridge/python_finder.py" line="112" />
        <source>{path} is not a working Python.</source>
        <translation>{path} não é um Python que funcione.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="127" />
        <source>Python {version} ({path}) is too old for the engine. Install Python {oldest} to {newest}.</source>
        <translation>Python {version} ({path}) é demasiado antigo para o motor. Instale Python {oldest} a {newest}.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="132" />
        <source>Python {version} ({path}) is too new for the engine. Install Python {oldest} to {newest}.</source>
        <translation>Python {version} ({path}) é demasiado recente para o motor. Instale Python {oldest} a {newest}.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="137" />
        <source>Python {version} ({path}) is a preliminary release. Install Python {oldest} to {newest}.</source>
        <translation>Python {version} ({path}) é uma versão preliminar. Instale Python {oldest} a {newest}.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="142" />
        <source>{path} is a 32-bit Python. Install a 64-bit Python {oldest} to {newest}.</source>
        <translation>{path} é um Python de 32 bits. Instale um Python {oldest} a {newest} de 64 bits.</translation>
    </message>
    <message>
        <location filename="../bridge/python_finder.py" line="144" />
        <source>Python {version} ({path}) has no venv module. Install it (on Debian and Ubuntu: sudo apt install python3-venv) or choose another Python.</source>
        <translation>Python {version} ({path}) não tem o módulo venv. Instale-o (em Debian e Ubuntu: sudo apt install python3-venv) ou escolha outro Python.</translation>
    </message>
</context><context>
    <name>RefineMask</name>
    <message>
        <location filename="../toolbox/refinement_options.py" line="35" />
        <location filename="../ui/dialog/refinement_boxes.py" line="15" />
        <source>Probability, 0.01 to 1, from which on a pixel is of this class. Empty: where it is the likeliest.</source>
        <translation>Probabilidade, de 0.01 a 1, a partir da qual um píxel é desta classe. Vazio: onde é a mais provável.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="48" />
        <location filename="../ui/dialog/refinement_boxes.py" line="19" />
        <source>Clear pixels within this distance become of this class.</source>
        <translation>Os píxeis limpos a esta distância passam a esta classe.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="29" />
        <location filename="../ui/dialog/refinement_boxes.py" line="21" />
        <source>Threshold of thick cloud</source>
        <translation>Limiar de nuvem espessa</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="30" />
        <location filename="../ui/dialog/refinement_boxes.py" line="22" />
        <source>Threshold of thin cloud</source>
        <translation>Limiar de nuvem fina</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="31" />
        <location filename="../ui/dialog/refinement_boxes.py" line="23" />
        <source>Threshold of cloud shadow</source>
        <translation>Limiar de sombra de nuvem</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="42" />
        <location filename="../ui/dialog/refinement_boxes.py" line="24" />
        <source>Margin around thick cloud (metres)</source>
        <translation>Margem à volta de nuvem espessa (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="43" />
        <location filename="../ui/dialog/refinement_boxes.py" line="25" />
        <source>Margin around thin cloud (metres)</source>
        <translation>Margem à volta de nuvem fina (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="44" />
        <location filename="../ui/dialog/refinement_boxes.py" line="26" />
        <source>Margin around cloud shadow (metres)</source>
        <translation>Margem à volta de sombra de nuvem (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="54" />
        <location filename="../ui/dialog/refinement_boxes.py" line="29" />
        <source>Smallest object (square metres)</source>
        <translation>Menor objeto (metros quadrados)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="55" />
        <location filename="../ui/dialog/refinement_boxes.py" line="30" />
        <source>Smaller cloud or shadow becomes clear.</source>
        <translation>Nuvem ou sombra mais pequena passa a limpo.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="59" />
        <location filename="../ui/dialog/refinement_boxes.py" line="34" />
        <source>Smallest gap (square metres)</source>
        <translation>Menor abertura (metros quadrados)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinement_options.py" line="60" />
        <location filename="../ui/dialog/refinement_boxes.py" line="35" />
        <source>Smaller clear gaps in cloud are filled.</source>
        <translation>As aberturas limpas mais pequenas na nuvem são preenchidas.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="36" />
        <source>Refine a mask</source>
        <translation>Refinar uma máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="44" />
        <source>threshold,margin,buffer,confidence,probability,sieve,holes,dilate</source>
        <translation>limiar,margem,buffer,confiança,probabilidade,filtro,buracos,dilatar</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="48" />
        <source>Own thresholds, margins in metres, smallest object and holes from a confidence raster, without predicting again.</source>
        <translation>Limiares próprios, margens em metros, menor objeto e buracos a partir de um raster de confiança, sem predizer de novo.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="55" />
        <source>&lt;p&gt;Makes a new mask from a &lt;b&gt;confidence raster&lt;/b&gt; (made with the mask on request) without predicting again: own thresholds for each class, a margin in metres around each, the smallest object that stays and the smallest gap that stays open. From a &lt;b&gt;mask&lt;/b&gt; all but thresholds is possible.&lt;/p&gt;&lt;p&gt;A class counts where its probability reaches its threshold, without one where it is the likeliest. The new mask keeps its provenance and says what was changed.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Faz uma nova máscara a partir de um &lt;b&gt;raster de confiança&lt;/b&gt; (feito com a máscara, a pedido) sem predizer de novo: limiares próprios para cada classe, uma margem em metros à volta de cada uma, o menor objeto que fica e a menor abertura que continua aberta. A partir de uma &lt;b&gt;máscara&lt;/b&gt; é possível tudo menos os limiares.&lt;/p&gt;&lt;p&gt;Uma classe conta onde a sua probabilidade atinge o seu limiar; sem limiar, onde é a mais provável. A nova máscara conserva a sua proveniência e diz o que foi mudado.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="66" />
        <source>Confidence raster or mask</source>
        <translation>Raster de confiança ou máscara</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="67" />
        <source>&lt;product&gt;_confidence.tif by this plugin; or a mask where no threshold is given.</source>
        <translation>&lt;product&gt;_confidence.tif deste módulo; ou uma máscara, se não for dado nenhum limiar.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="71" />
        <source>Refined mask</source>
        <translation>Máscara refinada</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="72" />
        <source>A mask (.tif) with its style and provenance beside it.</source>
        <translation>Uma máscara (.tif) com o estilo e a proveniência ao lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="103" />
        <source>Clear (%)</source>
        <translation>Limpo (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="104" />
        <source>Thick cloud (%)</source>
        <translation>Nuvem espessa (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="105" />
        <source>Thin cloud (%)</source>
        <translation>Nuvem fina (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="106" />
        <source>Cloud shadow (%)</source>
        <translation>Sombra de nuvem (%)</translation>
    </message>
    <message>
        <location filename="../toolbox/refinemask.py" line="107" />
        <source>No data (%)</source>
        <translation>Sem dados (%)</translation>
    </message>
</context><context>
    <name>ReviewBackground</name>
    <message>
        <location filename="../ui/review/background.py" line="52" />
        <source>The bands of {name} cannot be opened. Find the product, or download it again.</source>
        <translation>Não é possível abrir as bandas de {name}. Procure o produto, ou descarregue-o de novo.</translation>
    </message>
    <message>
        <location filename="../ui/review/background.py" line="89" />
        <source>Cloud mask review</source>
        <translation>Revisão de máscaras de nuvens</translation>
    </message>
</context><context>
    <name>ReviewDock</name>
    <message>
        <location filename="../ui/review/dock.py" line="44" />
        <source>Cloud mask review</source>
        <translation>Revisão de máscaras de nuvens</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="51" />
        <source>Folder of cloud masks</source>
        <translation>Pasta de máscaras de nuvens</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="128" />
        <source>There is no cloud mask in {folder}. Choose the output folder of a run.</source>
        <translation>Não há nenhuma máscara de nuvens em {folder}. Escolha a pasta de saída de uma execução.</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="192" />
        <source>No other mask</source>
        <translation>Nenhuma outra máscara</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="220" />
        <source>Score tiles of {name}</source>
        <translation>Avaliar quadrículas de {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.py" line="271" />
        <source>Shown now: {name}</source>
        <translation>Agora mostrado: {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="49" />
        <source>{name} was not found, so there is no picture of it.</source>
        <translation>{name} não foi encontrado, por isso não há imagem dele.</translation>
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="53" />
        <source>Read {name}</source>
        <translation>Ler {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/product_below.py" line="63" />
        <source>Folder that holds the products</source>
        <translation>Pasta que contém os produtos</translation>
    </message>
    <message>
        <location filename="../ui/review/status.py" line="36" />
        <source>Saved in {file}</source>
        <translation>Guardado em {file}</translation>
    </message>
</context><context>
    <name>ReviewEngine</name>
    <message>
        <location filename="../ui/review/engine.py" line="79" />
        <source>The engine gave no answer. See the log panel.</source>
        <translation>O motor não deu resposta. Veja o painel de registo.</translation>
    </message>
</context><context>
    <name>ReviewJudging</name>
    <message>
        <location filename="../ui/review/judging.py" line="29" />
        <source>good</source>
        <translation>boa</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="30" />
        <source>usable</source>
        <translation>utilizável</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="31" />
        <source>wrong</source>
        <translation>errada</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="57" />
        <source>Verdict on tile {tile}</source>
        <translation>Veredicto sobre a quadrícula {tile}</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="59" />
        <source>Verdict on the whole mask</source>
        <translation>Veredicto sobre toda a máscara</translation>
    </message>
    <message>
        <location filename="../ui/review/judging.py" line="87" />
        <source>The verdict could not be saved ({reason}). Close the file elsewhere, then judge again.</source>
        <translation>Não foi possível guardar o veredicto ({reason}). Feche o ficheiro noutro programa e avalie de novo.</translation>
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
        <translation>limpo</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="43" />
        <source>thick cloud</source>
        <translation>nuvem espessa</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="44" />
        <source>thin cloud</source>
        <translation>nuvem fina</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="45" />
        <source>shadow</source>
        <translation>sombra</translation>
    </message>
    <message>
        <location filename="../ui/review/project_masks.py" line="52" />
        <source>cloud</source>
        <translation>nuvem</translation>
    </message>
</context><context>
    <name>ReviewPainting</name>
    <message>
        <location filename="../ui/review/painting.py" line="142" />
        <source>{file} is there: choose it in the list to correct it further.</source>
        <translation>{file} já existe: escolha-o na lista para continuar a corrigi-lo.</translation>
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="156" />
        <source>Correct {name}</source>
        <translation>Corrigir {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="233" />
        <source>Choose a class and paint on the map what the mask has wrong; zoom in to paint finer. The mask stays as it is: what is saved is a mask of its own, and the strokes beside it teach a network.</source>
        <translation>Escolha uma classe e pinte no mapa o que a máscara tem errado; aproxime para pintar mais fino. A máscara fica como está: guarda-se uma máscara própria, e os traços ao lado ensinam uma rede.</translation>
    </message>
    <message numerus="yes">
        <location filename="../ui/review/painting.py" line="239" />
        <source>%n stroke(s) not saved yet.</source>
        <translation>
            <numerusform>%n traço ainda não guardado.</numerusform>
            <numerusform>%n traços ainda não guardados.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../ui/review/painting.py" line="241" />
        <source>Saving…</source>
        <translation>A guardar…</translation>
    </message>
</context><context>
    <name>ReviewPanel</name>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Folder of masks</source>
        <translation>&amp;Pasta de máscaras</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Masks in the folder</source>
        <translation>Máscaras na pasta</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Tile</source>
        <translation>Quadrícula</translation>
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
        <translation>Procurar pro&amp;duto…</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Name the folder that holds the products; it is remembered</source>
        <translation>Indicar a pasta que contém os produtos; fica memorizada</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Background</source>
        <translation>&amp;Fundo</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>B&amp;rightness</source>
        <translation>&amp;Brilho</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Darker shows structure in cloud and snow, brighter what lies in shadow</source>
        <translation>Mais escuro mostra a estrutura em nuvem e neve, mais claro o que está à sombra</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Compare with</source>
        <translation>&amp;Comparar com</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Another mask of the same product: where the two differ comes first, and flicker and swipe switch between them</source>
        <translation>Outra máscara do mesmo produto: onde as duas diferem vem primeiro, e a alternância e a cortina trocam entre elas</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>C&amp;lasses</source>
        <translation>C&amp;lasses</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Outline only</source>
        <translation>&amp;Só contorno</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>O&amp;pacity</source>
        <translation>&amp;Opacidade</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Sho&amp;w mask (Space)</source>
        <translation>&amp;Mostrar máscara (Espaço)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Space switches the mask off and on while the map or a list has the focus</source>
        <translation>Espaço desliga e liga a máscara enquanto o mapa ou uma lista tem o foco</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Sw&amp;ipe</source>
        <translation>Cor&amp;tina</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Drag a line over the map: the mask is shown to its right only. Shift and the arrow keys move it too.</source>
        <translation>Arraste uma linha sobre o mapa: a máscara só se mostra à direita dela. Shift e as teclas de setas também a movem.</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Li&amp;ve</source>
        <translation>Ao &amp;vivo</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Mask the product live while you pan and zoom</source>
        <translation>Mascarar o produto ao vivo enquanto desloca e amplia</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Tiles</source>
        <translation>&amp;Quadrículas</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Tiles of the mask</source>
        <translation>Quadrículas da máscara</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Score</source>
        <translation>Pontuação</translation>
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
        <translation>Seguinte (N)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Good (G)</source>
        <translation>Boa (G)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Usable (U)</source>
        <translation>Utilizável (U)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Wrong (W)</source>
        <translation>Errada (W)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Not&amp;e</source>
        <translation>Not&amp;a</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>What is wrong, or where</source>
        <translation>O que está errado, ou onde</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Rando&amp;m points</source>
        <translation>Pontos al&amp;eatórios</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>&amp;Number</source>
        <translation>&amp;Número</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Dra&amp;w points</source>
        <translation>So&amp;rtear pontos</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Random points in each class of the mask; the mask is hidden meanwhile, so that it cannot bias you</source>
        <translation>Pontos aleatórios em cada classe da máscara; entretanto a máscara fica escondida, para não o influenciar</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Clear (1)</source>
        <translation>Limpo (1)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cloud (2)</source>
        <translation>Nuvem (2)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Shadow (3)</source>
        <translation>Sombra (3)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cannot tell (0)</source>
        <translation>Não sei dizer (0)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Teac&amp;h a network…</source>
        <translation>Ensinar &amp;uma rede…</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Teach a network the place you work in, from the points labelled here or from a layer</source>
        <translation>Ensinar a uma rede o local em que trabalha, a partir dos pontos aqui etiquetados ou de uma camada</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Correct</source>
        <translation>Corrigir</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>The class that the brush paints</source>
        <translation>A classe que o pincel pinta</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Width of the brush on the screen</source>
        <translation>Largura do pincel no ecrã</translation>
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
        <translation>Pintar no mapa com o botão esquerdo do rato</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Undo (Ctrl+Z)</source>
        <translation>Desfazer (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../ui/review/dock.ui" line="0" />
        <source>Save corrected mask</source>
        <translation>Guardar a máscara corrigida</translation>
    </message>
</context><context>
    <name>ReviewPoints</name>
    <message>
        <location filename="../ui/review/points.py" line="76" />
        <source>Draw random points</source>
        <translation>Sortear pontos aleatórios</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="102" />
        <source>The label could not be saved ({reason}). Close the file elsewhere, then label again.</source>
        <translation>Não foi possível guardar a etiqueta ({reason}). Feche o ficheiro noutro programa e etiquete de novo.</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="144" />
        <source>Dra&amp;w more points</source>
        <translation>So&amp;rtear mais pontos</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="144" />
        <source>Dra&amp;w points</source>
        <translation>So&amp;rtear pontos</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="155" />
        <source>Points are drawn at random in each class of the mask. Label what you see in the picture; the mask stays hidden meanwhile, so that it cannot bias you.</source>
        <translation>Os pontos são sorteados em cada classe da máscara. Etiquete o que vê na imagem; entretanto a máscara fica escondida, para não o influenciar.</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="166" />
        <source>{done} of {total} labelled</source>
        <translation>{done} de {total} etiquetados</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="169" />
        <source>Point {number} of {total}: what lies in the yellow square's middle?</source>
        <translation>Ponto {number} de {total}: o que está no meio do quadrado amarelo?</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="182" />
        <source>The accuracy appears when each class of the mask has two labelled points.</source>
        <translation>A exatidão aparece quando cada classe da máscara tiver dois pontos etiquetados.</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="185" />
        <source>Overall accuracy {estimate}</source>
        <translation>Exatidão global {estimate}</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="189" />
        <source>Clear</source>
        <translation>Limpo</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="190" />
        <source>Cloud</source>
        <translation>Nuvem</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="191" />
        <source>Shadow</source>
        <translation>Sombra</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="193" />
        <source>User's</source>
        <translation>Do utilizador</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="193" />
        <source>Producer's</source>
        <translation>Do produtor</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="204" />
        <source>{points} points, 95 % confidence intervals (Olofsson et al. 2014)</source>
        <translation>{points} pontos, intervalos de confiança de 95 % (Olofsson et al. 2014)</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="208" />
        <source>; {unsure} left out as one cannot tell</source>
        <translation>; {unsure} deixados de fora por não se saber dizer</translation>
    </message>
    <message>
        <location filename="../ui/review/points.py" line="213" />
        <source>No error was found, so these points cannot tell how wide the interval is.</source>
        <translation>Não foi encontrado nenhum erro, por isso estes pontos não podem dizer quão largo é o intervalo.</translation>
    </message>
</context><context>
    <name>ReviewRefining</name>
    <message>
        <location filename="../ui/review/refining.py" line="51" />
        <source>Reset</source>
        <translation>Repor</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="52" />
        <source>Appl&amp;y…</source>
        <translation>Aplicar…</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="54" />
        <source>Write the refined mask to a file; this mask stays as it is</source>
        <translation>Escrever a máscara refinada num ficheiro; esta máscara fica como está</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="57" />
        <source>Refine</source>
        <translation>Refinar</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="83" />
        <source>No confidence raster lies beside this mask, so it has no thresholds. Mask again with its confidence.</source>
        <translation>Não há raster de confiança junto a esta máscara, por isso não tem limiares. Mascare de novo com a confiança.</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="121" />
        <source>Refine {name}</source>
        <translation>Refinar {name}</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="129" />
        <source>Threshold</source>
        <translation>Limiar</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="130" />
        <source>Margin (m)</source>
        <translation>Margem (m)</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="212" />
        <source>On the map, {shares}</source>
        <translation>No mapa, {shares}</translation>
    </message>
    <message>
        <location filename="../ui/review/refining.py" line="226" />
        <source>Write the refined mask</source>
        <translation>Escrever a máscara refinada</translation>
    </message>
</context><context>
    <name>ReviewTiles</name>
    <message>
        <location filename="../ui/review/tiles.py" line="84" />
        <source>Looking for the tiles to see first…</source>
        <translation>A procurar as quadrículas a ver primeiro…</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="93" />
        <source>The most uncertain tiles first</source>
        <translation>Primeiro as quadrículas mais incertas</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="94" />
        <source>The tiles where the two masks differ most first</source>
        <translation>Primeiro as quadrículas em que as duas máscaras mais diferem</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="95" />
        <source>The tiles with most class borders first (the mask has no confidence raster)</source>
        <translation>Primeiro as quadrículas com mais limites de classes (a máscara não tem raster de confiança)</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="101" />
        <source>Uncertain</source>
        <translation>Incerta</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="102" />
        <source>Different</source>
        <translation>Diferente</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="103" />
        <source>Borders</source>
        <translation>Limites</translation>
    </message>
    <message>
        <location filename="../ui/review/tiles.py" line="133" />
        <source>Whole mask</source>
        <translation>Toda a máscara</translation>
    </message>
</context><context>
    <name>ReviewView</name>
    <message>
        <location filename="../ui/review/view.py" line="288" />
        <location filename="../ui/review/refining.py" line="132" />
        <source>Thick cloud</source>
        <translation>Nuvem espessa</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="289" />
        <location filename="../ui/review/refining.py" line="133" />
        <source>Thin cloud</source>
        <translation>Nuvem fina</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="290" />
        <location filename="../ui/review/refining.py" line="134" />
        <source>Cloud shadow</source>
        <translation>Sombra de nuvem</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="270" />
        <source>True colour (B04 B03 B02)</source>
        <translation>Cor verdadeira (B04 B03 B02)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="271" />
        <source>False colour (B08 B04 B03)</source>
        <translation>Falsa cor (B08 B04 B03)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="272" />
        <source>Short-wave infrared (B12 B8A B04)</source>
        <translation>Infravermelho de ondas curtas (B12 B8A B04)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="273" />
        <source>Cirrus (B10)</source>
        <translation>Cirros (B10)</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="282" />
        <source>None: the map as it is</source>
        <translation>Nenhum: o mapa como está</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="296" />
        <source>All classes</source>
        <translation>Todas as classes</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="299" />
        <source>Cloud</source>
        <translation>Nuvem</translation>
    </message>
    <message>
        <location filename="../ui/review/view.py" line="300" />
        <source>Only {name}</source>
        <translation>Só {name}</translation>
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
        <translation>Aproximar a</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="200" />
        <source>Open folder</source>
        <translation>Abrir pasta</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="204" />
        <source>Add to this project</source>
        <translation>Adicionar a este projeto</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="206" />
        <source>Log</source>
        <translation>Registo</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="228" />
        <source>clear</source>
        <translation>limpo</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="229" />
        <source>thick cloud</source>
        <translation>nuvem espessa</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="230" />
        <source>thin cloud</source>
        <translation>nuvem fina</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="231" />
        <source>shadow</source>
        <translation>sombra</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="236" />
        <source>cloud</source>
        <translation>nuvem</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="238" />
        <source>{seconds} s, {shares}</source>
        <translation>{seconds} s, {shares}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="240" />
        <source>exists already, {shares}</source>
        <translation>já existe, {shares}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="248" />
        <source>Cloud {cloud:.1f} %, shadow {shadow:.1f} %, {seconds} s</source>
        <translation>Nuvem {cloud:.1f} %, sombra {shadow:.1f} %, {seconds} s</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="250" />
        <source>Cloud {cloud:.1f} %, shadow {shadow:.1f} %, exists already</source>
        <translation>Nuvem {cloud:.1f} %, sombra {shadow:.1f} %, já existe</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="260" />
        <source>Finished {count} of {total} products.</source>
        <translation>Terminados {count} de {total} produtos.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="265" />
        <source>Cancelled: finished {count} of {total} products.</source>
        <translation>Cancelado: terminados {count} de {total} produtos.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="270" />
        <source>Finished {count} of {total} products. {first}</source>
        <translation>Terminados {count} de {total} produtos. {first}</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="278" />
        <source>Finished {total} products.</source>
        <translation>Terminados {total} produtos.</translation>
    </message>
    <message>
        <location filename="../ui/runs/run_queue.py" line="281" />
        <source>{label} often misses thin cloud.</source>
        <translation>{label} muitas vezes não deteta a nuvem fina.</translation>
    </message>
</context><context>
    <name>SearchTask</name>
    <message>
        <location filename="../ui/dialog/search_task.py" line="27" />
        <source>Look for products in {folder}</source>
        <translation>Procurar produtos em {folder}</translation>
    </message>
</context><context>
    <name>Sections</name>
    <message>
        <location filename="../toolbox/sections.py" line="12" />
        <source>Make masks</source>
        <translation>Fazer máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/sections.py" line="17" />
        <source>Use masks</source>
        <translation>Usar máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/sections.py" line="22" />
        <source>Check masks</source>
        <translation>Verificar máscaras</translation>
    </message>
</context><context>
    <name>Sentences</name>
    <message>
        <location filename="../ui/runs/sentences.py" line="16" />
        <source>Not a Sentinel-2 product</source>
        <translation>Não é um produto Sentinel-2</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="17" />
        <source>Its metadata cannot be read: download it again</source>
        <translation>Não é possível ler os seus metadados: descarregue-o de novo</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="18" />
        <source>A band that the network needs is missing</source>
        <translation>Falta uma banda de que a rede precisa</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="19" />
        <source>A band cannot be read: download it again</source>
        <translation>Não é possível ler uma banda: descarregue-o de novo</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="20" />
        <source>Its bands do not lie on one grid: download it again</source>
        <translation>As suas bandas não estão numa mesma grelha: descarregue-o de novo</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="21" />
        <source>The archive is damaged: download it again</source>
        <translation>O arquivo comprimido está danificado: descarregue-o de novo</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="22" />
        <source>The network does not take this processing level</source>
        <translation>A rede não aceita este nível de processamento</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="23" />
        <source>Outside the chosen area</source>
        <translation>Fora da área escolhida</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="24" />
        <source>The output folder cannot be written to</source>
        <translation>Não se pode escrever na pasta de saída</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="25" />
        <source>The disk is full</source>
        <translation>O disco está cheio</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="26" />
        <source>Exists already, made with other settings</source>
        <translation>Já existe, feita com outras definições</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="27" />
        <source>Another file or product has this mask's name</source>
        <translation>Outro ficheiro ou produto tem o nome desta máscara</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="28" />
        <source>Another run is writing this mask</source>
        <translation>Outra execução está a escrever esta máscara</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="29" />
        <source>The network is not downloaded</source>
        <translation>A rede não está descarregada</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="30" />
        <source>Not enough memory: choose a coarser resolution</source>
        <translation>Memória insuficiente: escolha uma resolução mais grosseira</translation>
    </message>
    <message>
        <location filename="../ui/runs/sentences.py" line="31" />
        <source>The engine gave no answer</source>
        <translation>O motor não deu resposta</translation>
    </message>
</context><context>
    <name>SetupPage</name>
    <message>
        <location filename="../ui/setup/engine_words.py" line="13" />
        <source>Checking the existing engine of {path}…</source>
        <translation>A verificar o motor existente de {path}…</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="17" />
        <source>The existing engine of {path} cannot be used: {problem} Install the engine's packages there (pip install -r requirements.txt), or clear the field Existing engine.</source>
        <translation>Não é possível usar o motor existente de {path}: {problem} Instale aí os pacotes do motor (pip install -r requirements.txt), ou limpe o campo Motor existente.</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="23" />
        <source>Ready: the existing engine of {path}, Python {version}.</source>
        <translation>Pronto: o motor existente de {path}, Python {version}.</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="30" />
        <source>QGIS runs in Flatpak: it sees no Python of the system, and its own changes with updates; choose the downloaded one. Products must lie in a folder that Flatpak opens to QGIS.</source>
        <translation>O QGIS corre em Flatpak: não vê nenhum Python do sistema, e o seu muda com as atualizações; escolha o descarregado. Os produtos têm de estar numa pasta que o Flatpak abra ao QGIS.</translation>
    </message>
    <message>
        <location filename="../ui/setup/engine_words.py" line="35" />
        <source>QGIS runs in a Snap: it may start no program of the system; choose the downloaded Python. Products must lie in your home folder, not in a hidden one, or on a medium that the Snap may read.</source>
        <translation>O QGIS corre num Snap: não pode iniciar programas do sistema; escolha o Python descarregado. Os produtos têm de estar na sua pasta pessoal, não numa oculta, ou num suporte que o Snap possa ler.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="55" />
        <source>Python that has the engine's packages</source>
        <translation>Python que tem os pacotes do motor</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="57" />
        <source>Only to use an existing Python that has the engine's packages</source>
        <translation>Só para usar um Python existente que tem os pacotes do motor</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="61" />
        <source>For the processor (CPU): runs everywhere</source>
        <translation>Para o processador (CPU): funciona em toda a parte</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="64" />
        <source>For an NVIDIA graphics card (CUDA): several gigabytes</source>
        <translation>Para uma placa gráfica NVIDIA (CUDA): vários gigabytes</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="93" />
        <source>Choose a Python first: install Python 3.11 to 3.14, or name one with Other.</source>
        <translation>Escolha primeiro um Python: instale Python 3.11 a 3.14, ou indique um com «Outro».</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="110" />
        <source>Cancelling…</source>
        <translation>A cancelar…</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="130" />
        <source>Cancelled. What was downloaded is kept for the next try.</source>
        <translation>Cancelado. O que foi descarregado fica guardado para a próxima tentativa.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="140" />
        <source>Remove the engine</source>
        <translation>Remover o motor</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="141" />
        <source>Remove the private environment ({size} GB)? Masks and models stay.</source>
        <translation>Remover o ambiente privado ({size} GB)? As máscaras e os modelos ficam.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="167" />
        <source>uv (fetches a Python where needed)</source>
        <translation>uv (obtém um Python se for preciso)</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="169" />
        <source>Python {version}, downloaded</source>
        <translation>Python {version}, descarregado</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="177" />
        <source>No Python was found. Install Python 3.11 to 3.14 and name it with Other.</source>
        <translation>Não foi encontrado nenhum Python. Instale Python 3.11 a 3.14 e indique-o com «Outro».</translation>
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
        <translation>O motor ainda não está instalado. Descarrega {megabytes} MB uma vez e precisa de {gigabytes} GB de disco.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="258" />
        <source>Ready: Python {version}, {packages} packages, {size} GB in {folder}, made {made}.</source>
        <translation>Pronto: Python {version}, {packages} pacotes, {size} GB em {folder}, criado em {made}.</translation>
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
        <translation>In&amp;stalar</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.py" line="278" />
        <source>Set up makes a private Python environment in {folder}, downloads the engine's packages into it and tries them. This takes two to ten minutes, most of them for the download; QGIS can be used meanwhile. The log appears here.</source>
        <translation>A preparação cria um ambiente Python privado em {folder}, descarrega para lá os pacotes do motor e testa-os. Demora de dois a dez minutos, sobretudo pela descarga; entretanto o QGIS pode ser usado. O registo aparece aqui.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>The mask is computed by an engine in a Python environment of its own, so that nothing is ever installed into QGIS' Python. It is stored in your QGIS profile and can be removed here at any time.</source>
        <translation>A máscara é calculada por um motor num ambiente Python próprio, para que nunca se instale nada no Python do QGIS. Fica guardado no seu perfil do QGIS e pode ser removido aqui a qualquer momento.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Python</source>
        <translation>&amp;Python</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Other…</source>
        <translation>&amp;Outro…</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Make the environment with another Python 3.11 to 3.14</source>
        <translation>Criar o ambiente com outro Python 3.11 a 3.14</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>P&amp;ackages</source>
        <translation>P&amp;acotes</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Package inde&amp;x</source>
        <translation>Índice &amp;de pacotes</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>An extra package index for PyTorch. In a closed network, name your own mirror here; empty for none.</source>
        <translation>Um índice de pacotes adicional para o PyTorch. Numa rede fechada, indique aqui o seu próprio espelho; vazio para nenhum.</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Existing &amp;engine</source>
        <translation>Motor exis&amp;tente</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Remo&amp;ve</source>
        <translation>Remo&amp;ver</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>Delete the private environment; masks and models stay</source>
        <translation>Apagar o ambiente privado; as máscaras e os modelos ficam</translation>
    </message>
    <message>
        <location filename="../ui/setup/setup_page.ui" line="0" />
        <source>&amp;Copy log</source>
        <translation>&amp;Copiar registo</translation>
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
        <translation>O disco está cheio: não há espaço em {folder} ou na cache do pip. Liberte espaço e tente de novo.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="34" />
        <source>This Python has no venv module. Install it (Debian, Ubuntu: sudo apt install python3-venv) or choose another Python.</source>
        <translation>Este Python não tem o módulo venv. Instale-o (Debian, Ubuntu: sudo apt install python3-venv) ou escolha outro Python.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="40" />
        <source>The proxy refused the connection. Correct it in QGIS under Settings, Options, Network, then try again.</source>
        <translation>O proxy recusou a ligação. Corrija-o no QGIS em Configurações, Opções, Rede, e tente de novo.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="45" />
        <source>The network's certificate is not trusted. Name your organisation's certificate file in the variable PIP_CERT, start QGIS again and retry.</source>
        <translation>O certificado da rede não é de confiança. Indique o ficheiro de certificados da sua organização na variável PIP_CERT, reinicie o QGIS e tente de novo.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="51" />
        <source>The packages could not be downloaded: there is no connection to the package index. Check the network and QGIS' proxy settings, then try again; what was downloaded is kept.</source>
        <translation>Não foi possível descarregar os pacotes: não há ligação ao índice de pacotes. Verifique a rede e as definições de proxy do QGIS e tente de novo; o que foi descarregado fica guardado.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="60" />
        <source>The package index has no {package} for this Python. Choose another Python, or correct the index.</source>
        <translation>O índice de pacotes não tem {package} para este Python. Escolha outro Python, ou corrija o índice.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="66" />
        <source>This Python lacks the package {package} that the engine needs.</source>
        <translation>A este Python falta o pacote {package} de que o motor precisa.</translation>
    </message>
    <message>
        <location filename="../bridge/setup_reasons.py" line="70" />
        <source>The set-up failed: {reason} The log says more.</source>
        <translation>A instalação falhou: {reason} O registo diz mais.</translation>
    </message>
</context><context>
    <name>SetupStep</name>
    <message>
        <location filename="../bridge/setup_step.py" line="57" />
        <source>{program} could not be started ({reason}). Choose another Python.</source>
        <translation>Não foi possível iniciar {program} ({reason}). Escolha outro Python.</translation>
    </message>
</context><context>
    <name>SourceOptions</name>
    <message>
        <location filename="../toolbox/source_options.py" line="38" />
        <source>Folder of products</source>
        <translation>Pasta de produtos</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="42" />
        <source>SAFE folders, zips of them and cloud-archive folders in it are found, however deep.</source>
        <translation>Encontram-se as pastas SAFE, os seus zips e as pastas de arquivos na nuvem que contém, a qualquer profundidade.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="48" />
        <source>Products, one a line</source>
        <translation>Produtos, um por linha</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="50" />
        <source>In place of a folder, or with it: paths of SAFE folders, zips of them, or stacks of bands. In scripts also a list.</source>
        <translation>Em vez de uma pasta, ou além dela: caminhos de pastas SAFE, dos seus zip ou de pilhas de bandas. Em scripts também uma lista.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="59" />
        <source>Folder of masks that are there</source>
        <translation>Pasta de máscaras que já existem</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="63" />
        <source>Masks of these products in it are taken, whatever made them; missing ones are made. Empty: all are made.</source>
        <translation>Tomam-se as máscaras destes produtos que contém, seja qual for a sua origem; as que faltam são feitas. Vazio: fazem-se todas.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="70" />
        <source>Model of masks that are made</source>
        <translation>Modelo das máscaras que se fazem</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="73" />
        <source>The network. auto takes the best available. In scripts by name.</source>
        <translation>A rede. auto toma a melhor disponível. Em scripts, pelo nome.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="78" />
        <source>Resolution of masks that are made (metres)</source>
        <translation>Resolução das máscaras que se fazem (metros)</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="81" />
        <source>20 m suits most work. In scripts: 10, 20, 30 or 60.</source>
        <translation>20 m serve para quase tudo. Em scripts: 10, 20, 30 ou 60.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="86" />
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="88" />
        <source>Where the network runs. auto takes a graphics card when there is one.</source>
        <translation>Onde corre a rede. auto usa uma placa gráfica quando existe uma.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="98" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>A pasta {path} não existe. Escolha uma existente.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="102" />
        <source>Choose a folder of products, or products.</source>
        <translation>Escolha uma pasta de produtos, ou produtos.</translation>
    </message>
    <message>
        <location filename="../toolbox/source_options.py" line="154" />
        <source>No Sentinel-2 product is in {path}. Choose a folder of SAFE folders or zips.</source>
        <translation>Não há nenhum produto Sentinel-2 em {path}. Escolha uma pasta de pastas SAFE ou zips.</translation>
    </message>
</context><context>
    <name>Statistics</name>
    <message>
        <location filename="../toolbox/statistics.py" line="42" />
        <source>Cloud statistics of an archive</source>
        <translation>Estatísticas de nuvens de um arquivo de imagens</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="50" />
        <source>statistics,month,year,cloud cover,climatology,table,plot,archive</source>
        <translation>estatísticas,mês,ano,nebulosidade,climatologia,tabela,gráfico,arquivo</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="54" />
        <source>Cloud by month and year of a folder of masks, by tile or polygon, as table and plot.</source>
        <translation>Nuvens por mês e ano de uma pasta de máscaras, por quadrícula ou polígono, como tabela e gráfico.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="58" />
        <source>&lt;p&gt;Takes all masks in a folder and writes how cloudy each tile was, or each polygon of a layer: the shares of the classes by month and year, by month over all years, by year and over all, as a &lt;b&gt;table&lt;/b&gt; (.csv) and a &lt;b&gt;plot&lt;/b&gt; (.png) beside it. Each date counts alike; shares are of what was seen.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Toma todas as máscaras de uma pasta e escreve quão nublada esteve cada quadrícula, ou cada polígono de uma camada: as proporções das classes por mês e ano, por mês em todos os anos, por ano e no total, como uma &lt;b&gt;tabela&lt;/b&gt; (.csv) e um &lt;b&gt;gráfico&lt;/b&gt; (.png) ao lado. Cada data conta por igual; as proporções são do que foi visto.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="69" />
        <source>Folder of masks</source>
        <translation>Pasta de máscaras</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="71" />
        <source>Every *_cloudmask.tif in this folder and below it is taken.</source>
        <translation>Toma-se todo o *_cloudmask.tif desta pasta e das que ela contém.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="74" />
        <source>Polygons</source>
        <translation>Polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="75" />
        <source>Figures of each of these polygons. Empty: of each tile.</source>
        <translation>Valores de cada um destes polígonos. Vazio: de cada quadrícula.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="79" />
        <source>Field that names the polygons</source>
        <translation>Campo que dá nome aos polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="81" />
        <source>Its values must tell the polygons apart. Empty: their number.</source>
        <translation>Os seus valores têm de distinguir os polígonos. Vazio: o número deles.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="84" />
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="84" />
        <source>Table (*.csv)</source>
        <translation>Tabela (*.csv)</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="85" />
        <source>Text with commas (.csv); the plot (.png) goes beside it.</source>
        <translation>Texto com vírgulas (.csv); o gráfico (.png) fica ao lado.</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="87" />
        <source>Plot</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="88" />
        <source>Tiles or polygons</source>
        <translation>Quadrículas ou polígonos</translation>
    </message>
    <message>
        <location filename="../toolbox/statistics.py" line="94" />
        <source>The folder {path} is not there. Choose an existing one.</source>
        <translation>A pasta {path} não existe. Escolha uma existente.</translation>
    </message>
</context><context>
    <name>TeachDialog</name>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="46" />
        <source>&amp;Teach</source>
        <translation>En&amp;sinar</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="101" />
        <source>{file} cannot be read ({reason}).</source>
        <translation>Não é possível ler {file} ({reason}).</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="110" />
        <source>Labelled: {points}, in masks: {masks}.</source>
        <translation>Etiquetados: {points}, em máscaras: {masks}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="114" />
        <source>Left out, as it was not found: {names}. Show its mask, then press Find product.</source>
        <translation>Deixado de fora, por não ter sido encontrado: {names}. Mostre a sua máscara e prima Procurar produto.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="119" />
        <source>Left out, as Level-2A lacks B10: {names}.</source>
        <translation>Deixado de fora, porque ao nível 2A falta a B10: {names}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="136" />
        <source>Points or polygons of {mask}, the mask that is shown. Classes: clear, cloud, thick_cloud, thin_cloud, shadow.</source>
        <translation>Pontos ou polígonos de {mask}, a máscara que está a ser mostrada. Classes: clear, cloud, thick_cloud, thin_cloud, shadow.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="161" />
        <source>Network to start from</source>
        <translation>Rede de que partir</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="163" />
        <source>Networks (*.pt *.pth *.ckpt *.safetensors);;All files (*)</source>
        <translation>Redes (*.pt *.pth *.ckpt *.safetensors);;Todos os ficheiros (*)</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="173" />
        <source>Licence, also of the new model: {licence}</source>
        <translation>Licença, também do novo modelo: {licence}</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="209" />
        <source>Choose labels: the points of this review, or a layer.</source>
        <translation>Escolha etiquetas: os pontos desta revisão, ou uma camada.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="211" />
        <source>No point can be used. Draw random points in the dock and label them.</source>
        <translation>Não se pode usar nenhum ponto. Sorteie pontos aleatórios no painel e etiquete-os.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="216" />
        <source>The project has no layer of points or polygons.</source>
        <translation>O projeto não tem nenhuma camada de pontos ou polígonos.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="218" />
        <source>{layer} has no CRS. Set it in the layer's properties.</source>
        <translation>{layer} não tem SRC. Defina-o nas propriedades da camada.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="222" />
        <source>Choose the field of {layer} that holds the class.</source>
        <translation>Escolha o campo de {layer} que contém a classe.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="226" />
        <source>{name} is Level-2A, which lacks B10. Show the mask of a Level-1C product.</source>
        <translation>{name} é de nível 2A, a que falta a B10. Mostre a máscara de um produto de nível 1C.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="229" />
        <source>{name} was not found. Press Find product in the dock.</source>
        <translation>{name} não foi encontrado. Prima Procurar produto no painel.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="240" />
        <source>The list of networks is being read…</source>
        <translation>A ler a lista de redes…</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="241" />
        <source>No 13-band UNetMobV2 is here. Download one in Mask clouds…, or choose a file of your own.</source>
        <translation>Não há aqui nenhuma UNetMobV2 de 13 bandas. Descarregue uma em Mascarar nuvens…, ou escolha um ficheiro próprio.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="248" />
        <source>Give the new model a name.</source>
        <translation>Dê um nome ao novo modelo.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="250" />
        <source>A name has letters, digits, - and _, and begins with a letter or digit.</source>
        <translation>Um nome tem letras, algarismos, - e _, e começa por uma letra ou um algarismo.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.py" line="252" />
        <source>There is a model {name} already.</source>
        <translation>Já existe um modelo {name}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Teach a network</source>
        <translation>Ensinar uma rede</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Fine-tune a network for your area with your labels; takes a few minutes. About a third of them, in squares of 1 km, is held out to measure with before and after. Label each class in several places, kilometres apart.</source>
        <translation>Afine uma rede para a sua área com as suas etiquetas; demora alguns minutos. Cerca de um terço delas, em quadrados de 1 km, é reservado para medir antes e depois. Etiquete cada classe em vários locais, a quilómetros de distância.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Points of this review</source>
        <translation>&amp;Pontos desta revisão</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Layer</source>
        <translation>&amp;Camada</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Layer of points or polygons</source>
        <translation>Camada de pontos ou polígonos</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>class in &amp;field</source>
        <translation>classe no ca&amp;mpo</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Start f&amp;rom</source>
        <translation>Partir &amp;de</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>F&amp;ile…</source>
        <translation>&amp;Ficheiro…</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Start from a file of your own: a state dict of a 13-band UNetMobV2</source>
        <translation>Partir de um ficheiro próprio: um state dict de uma UNetMobV2 de 13 bandas</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Of the new model in the list of models, such as delta</source>
        <translation>Do novo modelo na lista de modelos, por exemplo delta</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Steps</source>
        <translation>P&amp;assos</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>More steps take longer and learn the labels better; too many forget the rest</source>
        <translation>Mais passos demoram mais e aprendem melhor as etiquetas; demasiados esquecem o resto</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>&amp;Keep it even if accuracy drops</source>
        <translation>&amp;Guardá-la mesmo que a exatidão baixe</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teach_dialog.ui" line="0" />
        <source>Without it a network that is worse on the labels held out is not kept (--keep-worse)</source>
        <translation>Sem isto, uma rede que é pior nas etiquetas reservadas não é guardada (--keep-worse)</translation>
    </message>
</context><context>
    <name>TeachLabels</name>
    <message>
        <location filename="../ui/teaching/teach_labels.py" line="56" />
        <source>{layer} has no feature with a class in its field “{field}”. Choose another one.</source>
        <translation>{layer} não tem nenhum elemento com uma classe no seu campo «{field}». Escolha outro.</translation>
    </message>
</context><context>
    <name>TeachTask</name>
    <message>
        <location filename="../ui/teaching/teach_task.py" line="39" />
        <source>Teach the network {name}</source>
        <translation>Ensinar a rede {name}</translation>
    </message>
</context><context>
    <name>Teaching</name>
    <message>
        <location filename="../ui/teaching/teaching.py" line="73" />
        <source>{name} is being taught; you can go on working.</source>
        <translation>{name} está a ser ensinada; pode continuar a trabalhar.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="124" />
        <source>Cancelled: {name} was not kept.</source>
        <translation>Cancelado: {name} não foi guardada.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="127" />
        <source>The engine gave no answer. See the log panel.</source>
        <translation>O motor não deu resposta. Veja o painel de registo.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="139" />
        <source>balanced accuracy of cloud</source>
        <translation>exatidão equilibrada de nuvem</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="140" />
        <source>balanced accuracy of shadow</source>
        <translation>exatidão equilibrada de sombra</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="141" />
        <source>overall accuracy</source>
        <translation>exatidão global</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="143" />
        <source>{figure} {before} → {after}</source>
        <translation>{figure} {before} → {after}</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="150" />
        <source>{name} is in the list of models. Before and after, on labels held out by place: {figures}.</source>
        <translation>{name} está na lista de modelos. Antes e depois, em etiquetas reservadas por local: {figures}.</translation>
    </message>
    <message>
        <location filename="../ui/teaching/teaching.py" line="154" />
        <source>Elsewhere it agrees with {start} on {share} of the pixels.</source>
        <translation>No resto concorda com {start} em {share} dos píxeis.</translation>
    </message>
</context><context>
    <name>TimeLeft</name>
    <message>
        <location filename="../ui/runs/time_left.py" line="47" />
        <source>less than a minute left</source>
        <translation>falta menos de um minuto</translation>
    </message>
    <message>
        <location filename="../ui/runs/time_left.py" line="49" />
        <source>about {minutes} min left</source>
        <translation>faltam cerca de {minutes} min</translation>
    </message>
    <message>
        <location filename="../ui/runs/time_left.py" line="50" />
        <source>about {hours} h left</source>
        <translation>faltam cerca de {hours} h</translation>
    </message>
</context><context>
    <name>UvFetcher</name>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="55" />
        <source>There is no uv for this machine ({machine}). Install Python 3.11 to 3.14.</source>
        <translation>Não há uv para esta máquina ({machine}). Instale Python 3.11 a 3.14.</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="60" />
        <source>Downloading uv, which brings a Python</source>
        <translation>A descarregar o uv, que traz um Python</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="73" />
        <source>{name} of {index} is not the published file. Correct the package index.</source>
        <translation>{name} de {index} não é o ficheiro publicado. Corrija o índice de pacotes.</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="79" />
        <source>uv could not be downloaded ({reason}). Check the network and QGIS' proxy settings, or install Python 3.11 to 3.14.</source>
        <translation>Não foi possível descarregar o uv ({reason}). Verifique a rede e o proxy do QGIS, ou instale Python 3.11 a 3.14.</translation>
    </message>
    <message>
        <location filename="../bridge/uv_fetcher.py" line="139" />
        <source>The wheel of uv holds no program.</source>
        <translation>O pacote do uv não contém nenhum programa.</translation>
    </message>
</context></TS>
