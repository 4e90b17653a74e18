"""Words that make something else of a name beside them, and names that are first of all something else: own lists."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# After a name these make a company, a brand, a place, a title or a thing of it; before one they are no given name.
THINGS = _words(
    """
    academy act airlines airport airways and april are arena august avenue award awards bakery bank bar bay beach
    bible blvd boulevard bowl boys brand bridge bros brothers building business cafe café campus can car castle
    cathedral center central centre championship channel chapel chronicles church cinema city classic clinic clothing
    club co coast coffee collection college company computers conference consulting corp corporation could council
    county court creek cup day days december deli department diner disease district division domain drive east edition
    electronics elementary engine enterprises estate falls farm farms february festival field films football for
    forest fort foundation friday garden gardens group had hall has heights high highway hill hills holdings hospital
    hotel hotels house hq hub inc inn institute insurance international is island islands january july junction june
    jungle kitchen lab labs lake lane laptop law league library lines list live llc llp logistics ltd mall management
    manor marathon march market max may media memorial mini ministry model monday motel motors mount mountain
    mountains museum music national news north not november ocean october office offices online open opera orchestra
    outlet palace park parks partners party pass peak phone pictures pier pizza place plan plaza plus point police
    pond port post prep press prime prison prize pro productions products program project properties pub radio railway
    ranch records regional republic research resort restaurant review ridge river road rock room sale saloon saturday
    scale school sea season secondary seminary september series services shelter shop shore show sisters society
    software solutions sound south spa springs square stadium standard state states station steel store stores strait
    street studio studios summit sunday supermarket syndrome systems tavern tech technologies technology terrace test
    that the theater theatre theorem these this those thursday times tour tower towers town trail treaty trial trust
    tuesday twins union united university utd valley vehicle venue version village vineyard vs was wednesday were west
    will winery wines wood woods works world would zone zoo
    """
)
# First of all a brand, a place, a people, a tongue, a feast, a product or a figure.
OTHERS = _words(
    """
    acer adidas advil africa airbus alamo alberta alexa alibaba allah allianz alpine alps amazon ambien america
    american americas anaheim android angeles angular apollo apple april arab arabia aramis arctic armani asia aspen
    aston astra athena ativan atlanta atlantic atlas audi august aurora austin australia austria avon aztec bacardi
    baileys baltimore bangkok barbie barcelona barclays barnes bavaria becks beijing belgium belize bentley berkeley
    berlin bermuda bertolli bible bing birmingham bluetooth boeing bolivia bolt bombay bosch boston botox bourbon
    bradford bristol britain british broadway brooklyn budapest buddha bugatti buick burberry burger cadbury cadillac
    caesar cairo calgary california cambridge camden camry canada canon capri caribbean carolina cartier casio casper
    celtic ceylon chanel charleston charlotte cheerios chelsea chester cheyenne chicago chile china chinese christ
    christian christianity christmas chrome chromecast chrysler cincinnati cisco citroen clarks claude clearwater
    cleveland clorox coca cointreau colgate cologne colorado columbia columbus como concord cordova corsica cortana
    costa costco crete croatia crocs cuba cyprus dakota dallas danish dannon daytona delaware dell delta denny denver
    detroit devon diesel dior disney django dodge dolby domino donetsk dove dr dubai duke durham dutch dyson earth
    easter ebay eden edinburgh egypt eiffel elle england english epson eritrea essex estonia etsy euro europe european
    everest excel expedia facebook fairy fanta faust fedora fender ferrari fiat fidelity figaro finland firefox flash
    flask florence florida folgers fordham france francisco french friday galaxy gap gatorade gemini genesis geneva
    georgia german germany ghana gillette glenfiddich god google gotham grammy greece greek greenland greenwich gucci
    guinness gulf guyana halifax hamburg hampshire hanover harlem harley harvard havana hawaii hebrew heineken heinz
    hennessy hermes hershey hilton himalaya hindu holland hollywood honda hoover houston huawei huber hudson hulu
    hungary hyundai ibiza iceland idaho ikea illinois india indian indiana indigo indonesia infiniti instagram intel
    iowa iran iraq ireland irish islam israel istanbul italian italy jacuzzi jaguar jakarta jamaica january japan
    japanese java jeep jenga jersey jerusalem jesus jetta jordan judas juno jupiter kansas karachi kashmir kawasaki
    kellogg kent kentucky kenya kia kindle kingston klarna kleenex kodak korea korean kotlin kraft kubernetes kyoto
    lancaster lancome latin latvia lebanon lego leica leicester lenovo levi levis lexus lima lincoln linden linux
    lipitor lipton lisbon liverpool lombard london lord lorraine lotus louisiana louisville lucerne lululemon lutheran
    luxor lyon lysol macy madison madonna madrid maine malaga malawi malaysia malta manchester manhattan manila march
    marlboro mars marseille marseilles martini maruti maryland maserati mastercard mattel maxim may maybelline mazda
    mecca medina mediterranean melbourne memphis mentos mercedes mercury messiah metro mexico miami michelin michigan
    microsoft milan milano milwaukee minerva minnesota mississippi missouri mitsubishi modena moet monaco monday monet
    mongolia montana montgomery montreal morocco moscow moses motorola mozart mumbai munich muslim myanmar myspace
    nairobi naples napoleon nasa nashville navajo nepal neptune nescafe nespresso nestle netflix nevada newcastle
    newport nexus niagara nigeria nike nikon nile nintendo nissan nivea nokia nordic norfolk normandy norway norwich
    nottingham nutella oakland october odessa ohio okinawa oklahoma olay olympia omaha oman ontario opel oracle oregon
    oreo orion orlando osaka oscar oslo oxford pacific pakistan pampers panama panasonic pandora pantene paris paypal
    pepsi perrier persia persil peru petra philadelphia philips philly phoenix pinterest pisa pixar pixel plymouth
    poland pontiac porsche portland portugal prada prague preston princeton pringles prius prozac puma pyrex python
    qatar quaker quebec raleigh ramadan react reebok renault reno republican revlon rhodes rio ritz roku rolex roma
    romania rome ruby russia russian rwanda sahara salem samba samsung santa santiago santos saturday saturn saudi
    savannah scotland scottish seattle sega september seville shanghai sharpie sheffield shell shopify siberia sicily
    siemens sierra singapore siri skoda skype slack slovakia smirnoff snapchat somalia somerset sonos sony spain
    spanish spotify sprite starbucks stella subaru sudan suffolk sumatra sunday surrey sussex suzuki sweden swedish
    swiss sydney syracuse syria tacoma tahoe taiwan tampa tampax tanzania target tasmania tennessee tesla texas thai
    thailand thames thursday tibet tide tiffany tiktok tokyo toledo toronto toshiba toyota trello trinidad troy tucson
    tuesday tulsa turin turkey tuscany twitter tylenol uber uganda ukraine ulster unilever utah valencia vancouver
    vans vaseline vatican vegas velcro venezuela venice venus verizon vermont verona versace viagra victoria vienna
    vietnam virginia visa vista vivo vodafone volga volkswagen volvo wales wallmart walmart warsaw washington
    wednesday wells wendy whatsapp wikipedia wimbledon windsor winnipeg wisconsin wrangler wyoming xanax xbox xiaomi
    yahoo yale yamaha york yorkshire youtube yukon zara zelda zeus zippo zoloft zoom zurich
    """
)
# Companies, products and figures of two names: what begins so is no person.
PAIRS = _words(
    """
    abercrombie_fitch alexander_technique andersen_consulting anheuser_busch arthur_andersen aston_martin aunt_jemima
    baskin_robbins bath_body betty_crocker black_decker black_sabbath bloody_mary buenos_aires calvin_klein
    captain_morgan carl_zeiss charles_schwab charlie_brown church_dwight cracker_jack cyber_monday dolce_gabbana
    dow_jones dr_martens dr_pepper dunkin_donuts earl_grey eli_lilly elizabeth_arden ernst_young estee_lauder
    fisher_price general_lee goldman_sachs grey_goose haagen_dazs happy_new harley_davidson harry_winston
    hewlett_packard hong_kong hugo_boss jack_daniel jack_daniels james_bond jean_paul_gaultier jim_beam jimmy_choo
    jimmy_john john_deere john_hancock john_lewis johnnie_walker johns_hopkins johnson_johnson jp_morgan kate_spade
    ken_barbie kit_kat kitty_hawk la_mer lady_grey las_vegas lee_cooper lloyds_bank lockheed_martin lord_taylor
    los_angeles louis_vuitton marc_jacobs mary_kay mary_poppins max_mara mercedes_benz merrill_lynch merry_christmas
    michael_kors monte_carlo monte_cristo morgan_stanley mount_everest neiman_marcus new_england nina_ricci
    nobel_prize notre_dame oscar_mayer palo_alto papa_john papa_murphy paul_smith perry_ellis peter_pan philip_morris
    pierre_cardin pizza_hut porto_rico price_waterhouse procter_gamble puerto_rico pumpkin_spice ralph_lauren ray_ban
    red_bull rio_grande roberto_cavalli robin_hood rolls_royce russell_stover saint_laurent saint_paul
    saint_petersburg salvation_army sam_adams san_antonio san_diego san_francisco san_jose santa_barbara santa_clara
    santa_claus santa_cruz santa_fe santa_maria santa_monica sao_paulo sara_lee sherwin_williams sierra_leone
    sierra_nevada smith_wesson sri_lanka st_louis stella_artois steve_madden ted_baker tel_aviv thomas_cook
    tim_hortons tom_ford tom_tom tommy_hilfiger tootsie_roll tory_burch trader_joe trader_joes uncle_ben uncle_sam
    van_gogh_museum vera_bradley vera_wang warner_bros wells_fargo williams_sonoma yves_rocher
    """
)
# Capitalised words that begin sentences or stand beside names and are none, whatever the lists say.
COMMON = _words(
    """
    a about absolutely after again ah all also although always am an and another any anyway are as ask at attn back
    bad be because been before being best better between big both bought but buy by call came can cheers come congrats
    could customer customers dad dai day days dear definitely did do does done dont down each else email even ever
    every everyone everything excellent extra family fast few find first for forget forward free from full gave get
    give go god going gone good goodmorning got great had happy hardly has have having he hello help her here hey hi
    him his home how however huge i if in instead into is it its job just keep kind know last later least left less
    let like little long look lord love loved lover made major make many maybe me mom more most mother mr mrs ms much
    mum must my name named near neva never new next nice no nobody not nothing now of off often oh ok okay okey old on
    once one only open or order other our out over pay per perfect please poor pretty price probably product put quick
    quite rather read really regards rest return right same saw say second see seems send service set several shame
    she shipping should show since sir sister size small so some someone something son soon still stop such super sure
    surely take team tell terrible than thank thanks that the their them then there these they thing things think this
    those though three through to today together told tomorrow tonight too took total town tried true try two under
    unfortunately uni until up upon us use used usually very wait want was watch way we well went were what whatever
    when where whether which while who whole why will wish with without wonderful work worked worst would wow wrong
    year years yes yesterday yet you young your
    """
)
MONTHS = _words("january february march april may june july august september october november december")
