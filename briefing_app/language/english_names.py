"""Words that tell an English reader what a name names: titles, given names, kinds of organisation, places, demonyms."""

from __future__ import annotations

from briefing_app.language.words import listed

TITLES = listed(
    """
mr mrs ms miss dr sir dame lord lady baron baroness prof professor rev reverend father sister brother pope cardinal bishop archbishop
rabbi imam sheikh ayatollah king queen prince princess duke duchess emperor empress president vice prime minister premier chancellor
secretary undersecretary deputy assistant foreign defense defence finance interior justice health education trade treasury home cabinet
chief general attorney solicitor senator sen representative rep congressman congresswoman governor gov mayor speaker leader minority
majority whip judge magistrate ambassador envoy commissioner commander colonel col gen lt lieutenant captain capt major maj sergeant sgt
corporal cpl admiral adm officer detective inspector constable sheriff marshal director chairman chairwoman chair chairperson ceo cfo coo
cto executive managing editor spokesman spokeswoman spokesperson counsel special acting interim former ex-president councillor councilman
councilwoman alderman mp msp mep delegate democratic republican nominee candidate coach manager economist analyst
"""
)

TITLE_HEADS = listed(
    """
mr mrs ms miss dr sir dame lord lady baron baroness prof professor rev reverend pope cardinal bishop archbishop rabbi imam sheikh
ayatollah king queen prince princess duke duchess emperor empress president premier minister chancellor secretary undersecretary senator
sen representative rep congressman congresswoman governor gov mayor speaker leader whip judge magistrate ambassador envoy commissioner
commander colonel col gen lt lieutenant captain capt major maj sergeant sgt corporal cpl admiral adm officer detective inspector constable
sheriff marshal director chairman chairwoman chairperson ceo cfo coo cto editor spokesman spokeswoman spokesperson counsel councillor
councilman councilwoman alderman mp nominee candidate coach justice chief general attorney president-elect
"""
)

GIVEN_NAMES = listed(
    """
aaron abdul abdullah abe abigail adam adrian ahmad ahmed aisha akira alan albert alejandro alex alexander alexandra alexei alexis alfred
ali alice alison allen amanda amber amir amy ana anas andrea andreas andrei andrew andy angela anita ann anna anne annie anthony antonio
anwar arthur asif august austin barack barbara barry beatrice ben benedict benjamin benny bernard bernie beth betty bill billy bob bobby
boris brad bradley brandon brenda brendan brett brian bruce bryan caitlin cameron carl carla carlos carly carmen carol caroline catherine
cathy cecilia chad charles charlie charlotte chelsea cheryl chloe chris christian christina christine christopher cindy claire clara
clarence claude claudia colin connie connor corey cory craig crystal curtis cynthia daisy dale dan daniel danielle danny darren dave david
dawn dean deborah debbie denis dennis derek diana diane diego dmitry don donald donna doris dorothy doug douglas duncan dustin dwight
dylan earl ed eddie edgar edith eduardo edward edwin eileen elaine eleanor elena eli elizabeth ella ellen emily emma emmanuel enrique eric
erica erik erin ernest ethan eugene eva evan evelyn fatima felix fernando fiona florence frances francis francisco francois frank franklin
fred frederick gabriel gareth gary gavin gene geoff geoffrey george gerald gerard gilbert gina giovanni giuseppe glenn gloria gordon grace
graham grant greg gregory guy hannah harold harriet harry harvey hassan heather hector helen helmut henry herbert hillary hiroshi howard
hugh hugo hussein ian ibrahim igor ines irene isaac isabel isabella ismail ivan ivanka jack jackie jackson jacob jacqueline jake jamal
james jamie jan jane janet janice jared jason jasmine javier jay jean jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jesus
jill jim jimmy joan joanna joe joel joerg johan johannes john johnny jon jonathan jordan jorge jose joseph josh joshua joyce juan judith
judy julia julian julie june justin kamala karen karl kate katherine kathleen kathryn kathy katie keith kelly kellyanne ken kenneth kenji
kenta kerry kevin khalid kim kimberly kristen kristin kurt kyle lance larry laura lauren lawrence leah lee leo leon leonard leslie lewis
liam lily linda lindsay lindsey lisa liz lloyd lois loretta louis louise lucas lucy luigi luis luke lynn madeleine mahmoud malcolm manuel
marc marcel marcia marco marcus margaret maria marie marilyn mario marion mark marsha marshall martha martin marvin mary mathew matt
matteo matthew maureen maurice max megan melania melissa michael michel michelle miguel mikael mike mikhail mitch mitt mohamed mohammad
mohammed molly monica morgan muhammad nadia nancy naomi natalie natasha nathan neil nelson newt nicholas nick nicola nicolas nicole nigel
nikita nikolai nina noah nora norman oleg olga oliver olivia omar oscar otto owen pablo paige pamela patricia patrick paul paula pavel
pedro penny perry pete peter phil philip phillip phoebe pierre priscilla rachel rafael raj rajesh ralph randy raphael raul ray raymond
rebecca reggie regina reginald reince rex rhonda ricardo richard rick rita rob robert roberta roberto robin rod rodney rodrigo roger
roland roman ron ronald rosa rose rosemary ross roy ruben rudy rupert russell ruth ryan sally salman sam samantha samuel sandra sara sarah
satoshi scott sean sebastian serge sergei sergey seth shane shannon sharon shaun sheila sheldon shelly shinzo shirley simon sofia sonia
sophia sophie stacy stanley stefan stephanie stephen steve steven stewart stuart sue susan suzanne svetlana sylvia tamara tara taro ted
teresa terrence terri terry theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tracy travis trevor tyler uwe
valerie vanessa vera vernon veronica victor victoria vincent virginia vladimir walter wanda warren wayne wendy werner wilfred will william
wolfgang xavier yasmin yoko yuki yuri yusuf zachary zoe
"""
)

FEMALE_NAMES = listed(
    """
abigail aisha alexandra alexis alice alison amanda amber amy ana andrea angela anita ann anna anne annie barbara beatrice beth betty
brenda caitlin carla carly carmen carol caroline catherine cathy cecilia chelsea cheryl chloe christina christine cindy claire clara
claudia connie crystal cynthia daisy danielle dawn deborah debbie diana diane donna doris dorothy eileen elaine eleanor elena elizabeth
ella ellen emily emma erica erin eva evelyn fatima fiona florence frances gina gloria grace hannah harriet heather helen hillary ines
irene isabel isabella ivanka jacqueline jane janet janice jasmine jennifer jenny jessica jill joan joanna joyce judith judy julia julie
june kamala karen kate katherine kathleen kathryn kathy katie kellyanne kerry kimberly kristen kristin laura lauren leah lily linda
lindsay lisa liz lois loretta louise lucy lynn madeleine marcia margaret maria marie marilyn marion marsha martha mary maureen megan
melania melissa michelle molly monica nadia nancy naomi natalie natasha nicola nicole nina nora olga olivia paige pamela patricia paula
penny phoebe priscilla rachel rebecca regina rhonda rita roberta rosa rose rosemary ruth sally samantha sandra sara sarah shannon sharon
sheila shelly shirley sofia sonia sophia sophie stacy stephanie susan suzanne svetlana sylvia tamara teresa theresa tiffany tina toni
tracy valerie vanessa vera veronica victoria virginia wanda wendy yasmin yoko yuki zoe angelina marine ursula angela nikki elizabeth
jacinda aung megyn kirsten kellyanne donna huma
"""
)

ORGANISATIONS = listed(
    """
inc corp co company ltd llc plc group holdings bank party ministry department committee commission council university college school
institute institution agency bureau office court parliament congress senate house assembly union association federation foundation
organization organisation society church army navy force forces guard corps police service services administration authority board times
post journal news press gazette herald tribune guardian telegraph mail independent observer chronicle newspaper shimbun zeitung television
radio network broadcasting media museum hospital club team league airlines airways motors industries technologies systems laboratories
partners capital fund trust center centre coalition campaign government treasury reserve exchange studios pictures records entertainment
inquirer examiner star sun globe magazine review daily weekly cnn bbc nbc cbs abc fbi cia nsa nato opec imf who un eu aclu epa fda nasa
nypd mit ucla ibm
"""
)

PLACES = listed(
    """
afghanistan africa albania algeria america angola antarctica argentina armenia asia australia austria azerbaijan bahrain bangladesh
belarus belgium bolivia bosnia botswana brazil britain brunei bulgaria burma burundi cambodia cameroon canada chad chile china colombia
congo croatia cuba cyprus czechia denmark ecuador egypt england eritrea estonia ethiopia europe fiji finland france gabon gambia georgia
germany ghana greece greenland guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy
jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania luxembourg macedonia
madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar
namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar
romania russia rwanda samoa scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan
tajikistan tanzania thailand tibet togo tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia
zimbabwe gaza crimea kashmir chechnya alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming london paris berlin madrid rome moscow
beijing tokyo seoul delhi mumbai cairo baghdad tehran kabul islamabad jerusalem damascus beirut riyadh ankara istanbul athens vienna
brussels amsterdam geneva zurich stockholm oslo copenhagen helsinki warsaw prague budapest bucharest kiev kyiv minsk dublin edinburgh
lisbon barcelona milan munich frankfurt hamburg manchester liverpool birmingham glasgow belfast washington chicago boston philadelphia
houston dallas atlanta miami detroit seattle denver phoenix baltimore cleveland pittsburgh orlando ottawa toronto montreal vancouver
havana bogota caracas lima santiago lagos nairobi johannesburg pretoria khartoum tripoli tunis algiers rabat dubai doha karachi lahore
dhaka colombo kathmandu bangkok hanoi jakarta manila singapore pyongyang shanghai shenzhen taipei osaka kyoto sydney melbourne canberra
wellington auckland u.s u.k us uk u.s. u.k. usa
"""
)

DEMONYMS = listed(
    """
afghan african albanian algerian american angolan arab argentine armenian asian australian austrian azerbaijani bahraini bangladeshi
belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian cameroonian canadian chilean chinese colombian congolese
croatian cuban cypriot czech danish dutch ecuadorian egyptian english eritrean estonian ethiopian european finnish french georgian german
ghanaian greek guatemalan haitian hungarian icelandic indian indonesian iranian iraqi irish islamic israeli italian jamaican japanese
jewish jordanian kazakh kenyan korean kuwaiti kurdish laotian latin latvian lebanese liberian libyan lithuanian malaysian maltese mexican
mongolian moroccan muslim christian nepalese nicaraguan nigerian norwegian omani pakistani palestinian panamanian peruvian philippine
filipino polish portuguese qatari romanian russian rwandan saudi scottish senegalese serbian singaporean slovak slovenian somali soviet
spanish sudanese swedish swiss syrian taiwanese tanzanian thai tibetan tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan
vietnamese welsh yemeni zambian zimbabwean western eastern northern southern republican democratic catholic protestant hispanic
"""
)
