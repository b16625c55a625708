/** Everyday English words, by their frequency in patient comments, requests and health pages; for cutting hashtags and telling names. */
const list = `
a ability able abort abortion abortions about above absolute absolutely abundance abuse abused abusing abusive accept
acceptable acceptance accepted accepting access accessibility accessible accident accidentally accomplish according
accordingly account accountable accounts accurate accusations accuse accused accusing achieve achieved acid
acknowledge across act acting action actions active actively activities activity actress acts actual actually ad adapt
add added addict addiction adding addition additional address addressed addresses admin administration administrator
admission admit admitted adopt adopted ads adult adults advance advantage advertising advice advise advised affect
affected affection affects afford afraid after afterwards again against age aged agency agenda agent agents ages
aggressive ago agree agreed ahead aid aids aim ain aint air aka album alcohol algorithm algorithms alien align aligned
alive all alleged allegedly allocated allow allowed allowing allows almost alone along alot alpha already alright also
alt alternative although always am amazing ambulance ambulances among amount an anal analysis ancient and angry animal
animals anime annoying anonymous another answer answered answering answers anti antibiotics anxiety anxious any
anybody anymore anyone anything anytime anyway anyways anywhere apart apartment ape apologize app apparent apparently
appear appearance appeared appears application applications applied applies apply applying appointment appointments
appreciate appreciated approach approachable approached approaches approaching appropriate appropriately approval apps
arbitrary archive are area areas aren arent argue arguing argument arguments arm armed arms army around arrange
arranged array arrays arrest arrested arrival arrive arrived arriving arrogant arrow arse art article articles
artificial as ashamed aside ask asked asking asks aspect aspects ass assault assaulted asses assessed assessment asset
assigned assignment assistance assistive associated assume assumed assuming at ate atmosphere
attached attack attacked attacking attacks attempt attempted attempting attend attended attending attention attentive
attitude attract attracted attraction attractive attractiveness attribute audience author authorities authority
autistic automatically available average avoid avoiding award aware awareness away awesome awful awhile awkward babies
baby back backed background backing backlog backwards bacon bad badly bag bags balance ball ballot balls ban band bang
banged banging bank banned banner banning bans bar barely bars base based basement bashing basic basically basis
bastard bastards bat bath bathroom batshit battery battle be beach bear beard beat beaten beating beats beautiful
beauty became because become becomes becoming bed bedroom beds beef been beer before began begging begin beginning
behalf behave behaves behavior behaviour behind being beings belief beliefs believe believed believes believing bell
belong belongs below beneficial benefit benefits beside besides best bet beta betabux better between beyond bias
bicycles big bigger biggest bike bikini bill billion bills bin binary bio biological biology bird birds birth birthday
bit bitching bitchy bite bits bitter bizarre black blackpill blackpilled blacks blah blame blaming blank
blast bleeding bless blessed blind block blocked blocking blocks blog blonde blood bloody blow blown blue board bodies
body bold bomb bond boner boobs book booked booking books boost boot border bored boring born boss bot both bother
bothered bottle bottom bought bound boundaries bow box boxes boy boyfriend boyfriends boys brag brain brains
brainwashed branch brand brave bread break breakfast breaking breaks breast breasts breath breathing breed breeding
bride bridge brief bright brilliant bring bringing brings bro broad broke broken bros brother brothers brought brown
browser browsers brutally btw bucks buddies buddy bug bugs build building built bull bullet bullshit bully bunch
buried burn burned burning bus business bust busy but butt butthurt button buttons buy buying by bytes cable cache
cake call called calling calls calm calmed calming cam came camera camp campaign can cancel cancelled cancer candidate
candy cannot cant capable capacity capital caption captions car card cards care cared career careful carefully carer
carers cares caring carousel carried carry carrying cars cartoon case cases cash cast casual cat catch categories
category catheter cats caught cause caused causes causing celebrity cell cells central centre centuries century
certain certainly chad chain chair challenge chance chances change changed changes changing channel channels char
character characters charge charged charges chart chase chasing chat cheap cheat cheated cheating cheats check
checkbox checkboxes checked checking checks cheerful cheese chemical chemistry chest chick chicken chicks chief child
childish children chill choice choices choose choosing chop chose church cinema circle circles circumstances citation
cite cited cities citizen citizens city civilization claim claimed claiming claims clarification clarify class classes
classic clean cleaning clear clearer clearly clever click client clients clingy clinic clinical close closed closer
closest closet closing clothes clothing clown clowns club clubs clue clueless coach code coding coffee cognitive
cold colleagues collect collection collective college color colour column columns com combination combined come comedy
comes comfort comfortable comforting coming command commands comment commented commenting comments commercial commie
commies commit commitment committed committing common commonly communicate communicated communication communist
community companies company compare compared comparison compassion compassionate compete competent competition compile
compiler complain complained complaining complaint complaints complete completed completely complex complexity
complicated compliment component components compromise computer con concept concern concerned concerns conclude
conclusion concrete condition conditionally conditions conduct conference confidence confident confirm confirmation
confirmed conflict confuse confused confusing confusion connect connected connection connections conscious consensus
consent consequences conservative conservatives consider considerate consideration considered considering consistency
consistent consistently conspiracy constant constantly construct constructive consultant consultation consuming
contact contacted contacting contacts contain container contains content contents contest context continue continued
continues continuing contract contractions contrast contribute contributions control controlled controlling controls
convenient convention conversation conversations convert convince convinced convincing convo cook cookies cooking cool
coordinates cop cope coping cops copy copyright core corner corporate correct correctly corrupt corruption cost costs
couch could couldn couldnt count counter counting countries country counts couple couples course court courteous
courts cousin cousins cover coverage covered covering covid cow coward crack crap crash crazy cream create created
creates creating creature creatures credible credit creep creepy crew crime crimes criminal criminals cringe crisis
criteria critical criticism cross crowd crush cry crying cuck cucked cuckold cucks cult cultural culturally culture
cum cup cure curiosity curious current currently custody custom cut cute cutting cuz cycle cycles dab dad
daddy daily damage damaged damn damned dance dancing danger dangerous dare dark dat data database date dated dates
dating daughter daughters day days dead deal dealing deals dealt dear death debate debt debug debugger debugging
decade decades decent decide decided decides decision decisions declaration declare dedicated deep default defend
defending defense define defined definitely definition degeneracy degenerate degree delay delete deleted deleting
deletion deliver delivered delivery delusional delusions demand dementia demonstrates dems denied denies dentist deny
department departments depend dependent depending depends deported depressed depression depth deranged describe
described describes describing description deserve deserved deserves design designed designer designing desire desired
desires desktop desperate desperately despise despite destroy destroyed destroying destruction detail detailed details
detect determine develop developed developing development device devices devil diagnosis dictionary did
didn didnt die died dies diet diff differ difference differences different differently difficult difficulties
difficulty digital dignity dinner dipshit direct directed direction directly directory dirty disabilities disability
disabled disagree disagreeing disappointed discharge discharged discovered discuss discussed discussing discussion
discussions disease disgrace disgusted disgusting dishonest dislike display displayed displaying dispute dissonance
distance distinguish distress distressing distribution district diverse diversity divided divorce divorced do docs
doctor doctors document documentation does doesn doesnt dog dogs doing doll dollars dolls domain domestic dominant don
done dont door doors double doubt down download downvote dozens drag drain drama draw drawing dream dreams dress
dressed dressing drink drinking drinks drive driven driver drivers driving drop dropped dropping drown drug drugs
drunk drunken dry dude dudes due dumb dumbass dumbest dump dumped dunno duplicate during duty dying dyke dynamic each
ear earlier early earn earned ears earth ease easier easily easy eat eating edge edges edit edited editing editor
editors edits educated education effect effective effectively effects efficient effort efforts egg eggs ego either
elaborate elderly elected election element elements eligible eliminate else elsewhere email emails embarrassing
emergency emotional emotionally emotions empathy employee empty enabled enabling encounter encourage encouraged
encouragement encouraging end ended ending endless ends enemies enemy energy engage engaged engaging enjoy enjoyable
enjoyed enjoying enjoys enough enslave ensure enter entered entering entire entirely entitled entitlement entity
entries entry environment episode equal equality equally equipment equivalent error errors escalate escape esp
especially essential essentially establish established esteem estimate etc ethnic even evening event events eventually
ever every everybody everyday everyone everything everywhere evidence evil ex exact exactly example examples excellent
except exception exceptional exceptions exchange excited exclusive exclusively excuse excuses executed exercise
exercises exist existed existence existing exists expand expect expectations expected expecting expensive experience
experienced experiences expert expertise explain explained explaining explains explanation explanations explicit
explicitly expose exposed express expressed expression extent external extra extract extreme extremely eye eyebrows
eyes fabulous face facebook faces facing fact factor factors facts faggots fags fail failed failing fails
failure fair fairly faith fake fall falling falls false falsely fame familiar families family famous fan fancy fans
fantastic fantasy far fascist fashion fast faster fat father fathers fault favor favorite fear feature features fed
federal feed feedback feeding feel feeling feelings feels feet fell fellow felt female females feminazi feminazis
feminine feminism feminist feminists femoid fetish few fewer field fields fight fighting figure figured figures file
files fill filled film filter filters filthy final finally financial find finding findings finds fine finger fingers
finish finished fire fired firing first fish fist fit fits five fix fixed fixing flag flags flash flat flip flipping
flirt flirting floor flow fly focus focused focusing foid foids folder folks follow followed followers following
follows font food fool foot football footy for forbid force forced forces forcing foreign forever forget forgive
forgot forgotten form formal format formatting formed former forms formula forum forward fought found four frame
framework fraud freak freaking freaks free freedom frequency frequent frequently fresh friday friend friendly friends
friendship from front frontend fruit frustrated frustrating fuck fucked fucker fuckers fuckin fucking fucks fuel fugly
full fully fun function functionality functions funding funny further future gain gal game games gaming gang gangs gap
garbage gas gather gave gay gays gender genders general generally generate generated generation generic genes genetic
genetics genital genitals genius genocide gentle gentleman gentlemen genuine genuinely get gets getting ghetto ghost
giant gifted girl girlfriend girlfriends girls give given gives giving glad glass glasses global globalist go goal
goals goat goats goddamn goes going gold golden golf gone gonna good gorgeous got gotta gotten government govt grab
grabbed grade grammar grand grandma grandmother graph grateful great greater greatest greatly green greeting grew
grooming groped gross ground group groups grow growing grown growth guarantee guess guessing guidance guide guideline
guidelines guilty gun guns gut guy guys gym had hadn hag haha hahaha hair hairy half hand handed handle handled
handler handlers hands hang hanging hapa happen happened happening happens happier happily happiness happy harass
harassed harassing harassment hard harder hardly hardware harem harm harsh has hash hasn hat hate hated hateful haters
hates hating hatred hats have haven having he head header heading headings heads health healthcare healthy hear heard
hearing heart heat heaven heavily heavy height held hell help helped helper helpful helping helps hence her here hero
hers herself hes hey hi hidden hide hiding hierarchy high higher highest highly hijab hilarious him himself hint hints
hip hire hired his history hit hits hitting hmmm hobbies hobby hoe hoes hold holding holds hole holes holiday
holocaust holy home homeless homes homework homosexual honest honestly honesty honey honor hook hooked hooker hooking
hookup hope hoped hopefully hopes hoping hormones horny horrible horror horse hospital hospitals host hosted hot
hotter hottest hour hours house houses how however hrs html http https hub hug huge huh human humans humor humour
hundred hundreds hung hunt hunting hurt hurts husband husbands hypergamy hyphen hypocrisy i icb ice icon idea ideal
ideas identical identified identify identifying identity ideology idiot idiotic idiots idk if ignorance ignorant
ignore ignored ignoring ill illegal illness image images imaginary imagine immediately immigrant immigration imo
impact implement implementation implemented implying import importance important importing impossible impress
impressed impression improve improved improvement improvements improving in inability inappropriate inbred incapable
incel incels incest incident incidents include included includes including inclusion inclusive income incompetent
incorrect increase increased increases increasing incredible incredibly indeed indefinitely independent index indicate
individual individuals industry infection inferior infinite influence info infobox information informative informed
ing initial initiate injured inline inner innocent input inputs insane insanity insecure insert inside insight insist
insta instagram install installed installing instance instant instantly instead instinct instructions insult insulting
insurance int integer integers intelligence intelligent intend intended intent intention intentions interact
interaction interactions interactive interest interested interesting interests interface internal internet
interruption intervention interview into introduce invaluable invasion invest investigate investigation invisible
invite involve involved involving iron ironic irony irrelevant is isn isnt issue issues it item items iterating its
itself ive jackass jail jailed jealous jeans jerk jfl job jobs join joined joke jokes joking journalist journey
journeys joy judge judgement judges judging judgment jump junk just justice justify karma keep keeper keeping keeps
kept key keyboard keys kick kicked kid kidding kids kike kikes kill killed killer killers killing kills kind kinda
kindly kindness kinds king kiss kissing kit kitchen knee knees knew knife knight knights knock knocked know knowing
knowledgable knowledge knowledgeable known knows label labels labor labour lack lacking ladies lady laid lame land
language languages large larger last late lately later latest latter laugh laughed laughing law laws lawsuit lawyer
lay layout lazy lbs lead leader leaders leadership leading leads league learn learned learning learnt least leave
leaves leaving led left leftist leftists leg legal legit legitimate legs length lesbian lesbians less lesson let lets
letter letters letting level levels liar liars lib liberal liberals libraries library libtards licence license lie
lied lies life lifestyle lifetime lift light lighter lighting lights like liked likely likes liking lil limit limited
limits line lines link linked linkedin linking links lip lips list listed listen listened listening listens listing
lists literacy literal literally little live lived lives living lmao load loaded loading loads local locally location
lock locked log logged logic logical login logistics logo logs lol lonely long longer look looked looking looks
looksmatch loop loose lose loser losers losing loss lost lot lots loud love loved lovely loves loving low lower loyal
luck lucky lunch lying machine macro mad made magic mail main mainly mainstream maintain maintenance major majority
make makes makeup making male males mam mama man manage managed management manager managing manlet manner mans manual
manually many map maps march mark marked market marriage marriages married marry marrying masculine masculinity masks
mass massive master match matches matching mate material math matrix matron matter matters mature max maximum may
maybe mayor me meal meals mean meaning meaningful means meant measure measurement measures meat mechanism media
medical medication medicine meds meet meeting meetings meets member members meme memes memory men mens mental
mentality mentally mention mentioned mentioning mentions menu merely merge merged merging mess message messages
messaging messed met meta metal method methods mgtow middle might migrant migrants miles military milk million
millionaire millions min mind minded minds mindset mine minimal minimum minor minorities minority mins minute minutes
mirror misandry miserable misery misogynist misogynistic misogyny miss missed missing mission mistake mistaken
mistakes mix mixed mixing mob mobile mobility mock mocking mod mode model models modern modify mods module mogs mom
moment mommy moms monday money monitor monitoring monkey monster monsters month monthly months mood moral morals more
morning moron morons most mostly mother motherfucker motherfuckers motherhood mothers mouse mouth move moved movement
movements moves movie movies moving much mud multi multiple mum murder murdered murderer murdering muscle muscles
music must mute mutilation muzzie my myself mystery myth nagging nah nail nails naive naked name named names naming
narcissistic narrative narrow nasty nation national nations native natural naturally nature naughty navigate
navigation near nearest nearly necessarily necessary neck need needed needing needs needy negative negro neighbor
neighborhood neighbour neither neo nerd nerve nervous nested net network networks neutral never new news next nhs nice
nicely nigga night no nobody node nodes noise noisy nominate nominated nomination non none nonsense
nope nor normal normally normie normies norms nose not notability notable note notes nothing notice noticed noticing
notification notifications notion now nowadays nowhere nowiki nuclear nude nudes number numbered numbers numerous
nurse nurses nursing nut nuts obese object objects observation obsessed obtain obvious obviously occasion occasionally
occasions occur occurred odd of off offended offender offensive offer offered offering offers office officer officers
official officially officials offspring often oil ok okay old older olds omg on once one oneitis ones ongoing online
only onto open opened opening openly operate operating operation operator opinion opinions opportunity opposed
opposite oppressed oppression option options or oracle orbiters order ordered orders org organisation organisations
organised organization orgasm original other others otherwise ought our ourselves out outcome outcomes output outside
outstanding over overall overcome overflow overlap overly overnight override overthrow overweight overwhelming owe own
owned owner owners pace pack package packages page pages pagination paid pain pains paint pair pairs pan pandemic
panel panties pants paper papers paragraph paramedic paramedics parameter parameters parent parents park parking parse
parsing part participate particular particularly parties partner partners parts party pass passed passing passive
password passwords past paste path pathetic paths patience patient patients patriarchy pattern patterns pay paying
pays peace pedestal pedo pedophile pedophiles pedophilia pee penis penises people peoples per percentage perfect
perfectly perform performance performing perhaps period periods permanent permission permissions person personal
personality personally persons perspective pervert pet pharmacy phase philosophy phone phoned phones photo photos php
phrase phrases physical physically physics physio physiotherapist pic pick picked picking pickup pics picture pictures
piece pieces pig pigs pill pilled pills pimp pin pink pipe pirate piss pissed pity pizza pizzagate place placed places
placing plain plan plane planet planned planning plans plant plastic plate plates platform platforms play played
player players playing plays pleasant please pleased pleasure plenty plot plugins plus point pointed pointers pointing
pointless points pole police policies policy polite political politicians politics pool poor poorly pop popular
population porn porter pos posing position positions positive possibility possible possibly post posted poster posters
posting posts pot potential potentially pound pounds power powerful powers ppl practical practice praise pray prayers
pre precious precise prefer preference preferences preferred prefers pregnancy pregnant premier prepare prepared
prescription presence present presented press pressed pressure pressures presume pretend pretending pretty prevent
previous previously price pride primary prime princess principle principles print prior priority prison privacy
private privilege privileged pro probably probation problem problems procedure process processes procurement produce
produced product production productive products professional professionalism professionally professionals professor
profile program programme programmer programming progress progressive project projects prominent promiscuous promise
promised promote promoted promoting prompt promptly proof propaganda proper properly properties property proposal
propose proposed prostitute prostitutes prostitution protect protected protecting protection protest prototype proud
prove proved proven proves provide provided provider provides providing proving proxy psychiatrist psycho public
publicly publish pull pulled pulling pulls pump punch punched punish punishment punk puppet puppy pure purple purpose
purposes pursue push pushed pushing pussies put puts putting qualified qualify quality queen queens query
question questions queue quick quicker quickly quiet quietly quit quite quote quotes race races racial racially racism
racist racists radical radio radios rage raise raised raising ran random rang range rant rants rapes
rapists rare rarely rat rate rather rating ratio rational rationale raw reach reached react reaction read
reader readers reading reads ready real realise reality realize realized really reason reasonable reasons reassurance
reassured reassuring recall receive received receiving recent recently reception recognise recognize recommend
recommended record recorded records recover recovery red redacted reddit redirect redirects redpill reduce reduced
reducing refer reference referenced references referral referred referring refers reflect reform refugee refugees
refuse refused refuses refusing regard regarding regardless regards register registered regram regret regular
regularly reject rejected rejection rejects related relating relationship relationships relative relatively relatives
relax relaxed release released relevant reliable relief religion religious rely remain remains remember reminded
reminder remote removal remove removed removing rent rep repeat repeated repeatedly repeating rephrase replace
replaced replacement replied replies reply report reported reporter reporting reports repost represent reproduce
reputation request requested requests require required requirement requirements requires research resident resist
resolution resolve resolved resource resources respect respectful respond responded responding response responses
responsibility responsible responsive rest restore restored restrictions result resulted resulting results retain
retards return returned returning returns reveal revealed revealing revenge reverse revert reverted
reverting review reviews reward rewrite rich rid ride ridiculous riding right rights ring ringing ripped rise risk
risks river road roast roastie robot robots rock role roles roll rolling rolls romantic room rooms root rope rot rough
round route routine row rows rude ruin ruined rule ruled rules run running runs rush rushed sack sacrifice sad sadly
safe safely safety said sake sales same sample sand sat satanic satisfied satisfy saturday savage savages save saved
saving saw say saying says scale scan scared scary scenario scene school schools science scope score scratch scream
screaming screen screening screens screenshot screw screwed script scum scumbag scumbags sea search searching season
seat second secondary seconds secret secretly section sections secure security seduce seduction see seeing seek
seeking seem seemed seems seen sees select selected selection self selfish sell selling semi senator send sender
sending sends senior sense sensitive sent sentence sentenced sentences separate separated sequence serial series
serious seriously serve served server servers service services session sessions set sets setting settings settle setup
seven several severe severely sex sexism sexist sexual sexuality sexually sexy shall shallow shambles shame shamed
shaming shape share shared sharing she shekels shell shes shift ship shirt shirts shit shithole shits shitty shock
shocked shocking shoes shoot shooter shooting shop shopping short shortcuts shorter shortly shot shots should shoulder
shouldn shouting shove show showed shower showing shown shows shut shy sick sickness side sidebar sides sight sign
signal signaling signature signed significant signing signpost signs silence silly similar simp simple simply simps
simultaneously since sincerely single sink sister sisters sit site sites sits sitting situation situations six size
sized sizes skank skills skin skinny skip skull sky slag slam slap slapped slaughter slave slavery slaves sleep
sleeping slept slightly slot slow slowly slutty smack small smaller smart smash smear smell smile smiling
smoke smoking smooth smv snake sneaky snippet snowflake snp so social socialist socially society sock soft software
sold soldier soldiers solid solution solutions solve solved some somebody somehow someone something sometime sometimes
somewhat somewhere son song sons soon sooner sorry sort sortable sorted sorting sorts soul sound sounds source sources
soy space spaces speak speaking speaks special specialist species specific specifically specified specify speech speed
speedy spell spelling spend spending spends spent sperm spin spirit spit spitting split spoiled spoke spoken sponsored
sport sports spot spread spreading stab stabbed stabbing stable stack stackexchange stackoverflow staff stage stance
stand standard standards standing stands star stare staring stars start started starting starts state stated statement
statements states static stating station statistics stats status stay stayed staying stays steal step stepping steps
stick sticks still stock stolen stomach stone stoned stones stood stop stopped stops store stored stories story
straight strange stranger strategies strategy stream street streets strength stress stressful strict strike string
strings stroke strong stronger structure structured struggle struggled struggles struggling stub stuck student
students studies study stuff stupid stupidity style styles sub subhuman subject subjective submissive submit submitted
subreddit subs subtle succeed success successful successfully such suck sucked sucker sucking sucks suddenly sue
suffer suffered suffering sufficient sugar suggest suggested suggesting suggestion suggestions suggests suicidal
suicide suitable sum summary summer sun sunday super superb superior supplier supply support supported supporter
supporters supporting supportive supports suppose supposed supposedly supremacists supremacy sure surely surgery
surprise surprised surprising survey survive suspect suspicious sweaty sweet swimming switch switching symbol symbols
sympathy symptoms syndrome system systems tab table tables tablet tablets tabs tactics tag tagged tags take taken
takes taking talk talked talking talks tall taller target task tasks taste tattoos taught tax taxes taxi taxpayers tbh
tea teach teacher teachers teaching team teams tear tears tease tech technical techniques technologies technology teen
teenage teens teeth telephone tell telling tells temp temperature template templates ten tend term terms terrible
terror terrorist terrorists test tested testimony testing testosterone tests text textarea texted texting texts tgif
than thank thankful thanks thankyou that thats the their them theme themselves then theory therapist therapy there
therefore these they theyre thick thin thing things think thinking thinks third thirsty this tho thorough thoroughly
those thot thots though thought thoughtful thoughts thousand thousands thread threads threat threaten threatened
threatening threats three threshold threw throat through throughout throw throwback throwing thrown thru thugs
thursday thus ticket tied tier ties tight tiktok till time timely times tinder tiny tip tips tired title titles
to today toe toes together toilet toilets told tomorrow ton tone tongue tonight tons too took tool tools top topic
topics tories torture tory tossed total totally touch touching tough toward towards town toxic toy track trade
traditional traffic trafficking train trained training traitor traitors traits trannies tranny trans transaction
transfer transgender translate transport trap trash trashy trauma travel treason treat treated treating treatment
treatments treats tree trees trial trick tried tries trigger triggered trip troll trolling trouble truck true truly
trust trusted truth try trying tuesday turn turned turning turns tv twat tweet twice twisted twitter two type types
typical typically typing typography ugly uk unable unattractive unaware unborn uncle unclear uncomfortable under
underage understand understandable understanding understands understood underwear undone unfair unfortunately
unhealthy unicorn union unique unit universe unknown unless unlike unlikely unnecessary unreadable unsure until
unusual unwell up update updated updates updating upload uploaded upon upper ups upset urgent us usage use used useful
useless user username userpage users uses using usual usually utter utterly vacation vaccination vagina vague valid
validation valuable value valued values van vandalism var variable variables variety various vary vast vector vehicle
verbally verified verify version versions very via vibes victim victims video videos view views vile violence violent
virgin virginity virgins virtual virtue virus visible vision visit visited visiting visitor visits visual visually
voice volcel volume volunteer vote voted voter voters votes voting vulnerable wage wait waited waiting wake waking
walk walked walking walks wall wallet wanna want wanted wanting wants war ward wards warm warn warned warning wars was
wash wasn waste wasted wasting watch watched watching water wave way ways we weak weakness wealth weapon weapons wear
wearing wears web website websites wedding wednesday weed week weekend weekly weeks weight weights weird welcome
welcoming welfare well wellbeing went were weren west western wet whale what whatever whats whatsoever wheel
wheelchair when whenever where whether which while whilst whining whip white whites who whoever whole whom
whose why wide wider widow width wife wiki wild will willing win wind window wine wing winner winning wins
winter wisdom wise wish wished wishes witch witches with within without wives woke woman women womens won wonder
wondered wonderful wondering wont word wording wordpress words wore work worked worker workers working workplace works
world worn worried worries worry worrying worse worship worshipping worst worth worthless worthy would wouldn wouldnt
wow write writes writing written wrong wrote wtf www xxxx yea yeah year years yep yes yesterday yet you young younger
your youre yours yourself yourselves youtube yrs zero zone
`;

export const commonWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/));
