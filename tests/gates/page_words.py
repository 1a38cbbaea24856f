"""An article and its page's furniture in each language. Every person is invented; each has one name that no other bears."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What a page says. The furniture speaks of other people, dead and alive, as real furniture does."""

    lang: str
    site: str
    menu: tuple[str, ...]
    headline: str
    lead: str
    paragraphs: tuple[str, ...]
    caption: str
    quote: str
    names: tuple[str, ...]  # a list of entries
    table: tuple[tuple[str, ...], ...]
    also_label: str
    also: str
    related_label: str
    related: tuple[str, ...]
    comments_label: str
    comments: tuple[tuple[str, str, str], ...]  # who, when, what
    comment_form: tuple[str, ...]
    author_box: tuple[str, str]
    tags: tuple[str, ...]
    cookie: str
    newsletter: tuple[str, ...]
    share: tuple[str, ...]
    popular_label: str
    popular: tuple[str, ...]
    advert: str
    imprint: str


WORDS: tuple[Words, ...] = (
    Words(
        lang="ru",
        site="Вести Нарына",
        menu=("Главная", "Политика", "Общество", "Происшествия", "Война", "О нас"),
        headline="В Джумгале похоронили Мирбека Турганбаева, погибшего под Бахмутом",
        lead="Родственники узнали о его смерти только через два месяца.",
        paragraphs=(
            "27-летний уроженец Джумгальского района Мирбек Турганбаев погиб 14 ноября 2022 года в Донецкой области. Об этом рассказала его мать Гульнара Турганбаева.",
            "По её словам, в 2020 году сын уехал на заработки в Москву, а весной 2021 года его осудили на семь лет и отправили в колонию ИК-6 во Владимирской области.",
            "В сентябре 2022 года он подписал контракт с частной военной компанией. Последний раз мать говорила с ним 3 октября.",
        ),
        caption="Мирбек Турганбаев до отъезда в Россию, 2020 год. Фото из семейного архива",
        quote="«Он позвонил ночью и сказал: мама, меня забирают», — вспоминает Гульнара.",
        names=(
            "Осмонов Эрлан Бакирович, 1990 г.р., Кочкор, погиб 12.03.2023",
            "Жумалиев Тилек, 1988 г.р., Ат-Баши, погиб 02.02.2023",
            "Сыдыков Айбек Нурланович, 1995 г.р., Нарын, пропал без вести",
        ),
        table=(("ФИО", "Год рождения", "Дата гибели"), ("Асанов Кубат Темирович", "1991", "05.01.2023"), ("Бектуров Канат", "1987", "19.02.2023"), ("Алымкулов Урмат Жанышевич", "1999", "28.04.2023")),
        also_label="Читайте также:",
        also="В Оше простились с погибшим Русланом Сабировым",
        related_label="Похожие материалы",
        related=("Уроженец Баткена Замир Тойчиев погиб под Соледаром", "Суд в Бишкеке приговорил Игоря Ларина к пяти годам за наёмничество", "Мать Данияра Сооронбаева ищет сына с марта 2023 года"),
        comments_label="Комментарии (3)",
        comments=(("Айгуль", "29 января 2023, 14:05", "Мой брат Алмаз Керимов тоже погиб там 3 декабря 2022 года, тело так и не привезли."), ("nurlan_kg", "29 января 2023", "Царствие небесное. Пусть земля будет пухом."), ("Гость", "30.01.2023", "Неправда всё это, Мирбек жив, я видел его в Ростове в январе!")),
        comment_form=("Оставить комментарий", "Ваше имя", "Отправить", "Ответить"),
        author_box=("Автор: Бермет Асанова", "Бермет Асанова — журналистка, родилась в 1985 году в Нарыне, пишет о миграции с 2010 года."),
        tags=("Бахмут", "ЧВК", "погибшие", "Нарын"),
        cookie="Мы используем файлы cookie. Продолжая пользоваться сайтом, вы соглашаетесь с политикой конфиденциальности.",
        newsletter=("Подпишитесь на рассылку", "Главные новости недели на вашу почту", "Подписаться"),
        share=("Поделиться", "Telegram", "WhatsApp", "Скопировать ссылку"),
        popular_label="Самое читаемое",
        popular=("В Таласе похоронили добровольца Максата Иманова", "Курс доллара на 30 января"),
        advert="Реклама. Кредит наличными от 12% годовых. Оформите за 5 минут!",
        imprint="© 2023 «Вести Нарына». Все права защищены. Редакция: +996 555 000 000",
    ),
    Words(
        lang="uz-Latn",
        site="Vodiy ovozi",
        menu=("Bosh sahifa", "Jamiyat", "Siyosat", "Dunyo", "Biz haqimizda"),
        headline="Urushda halok bo‘lgan Shuhrat Qodirov Quvada dafn etildi",
        lead="Uning jasadi ikki oydan keyin yurtiga olib kelindi.",
        paragraphs=(
            "Farg‘ona viloyatining Quva tumanida tug‘ilgan 32 yoshli Shuhrat Qodirov 2023-yil 22-yanvarda Baxmut yaqinida halok bo‘lgan. Bu haqda uning rafiqasi Dilfuza Qodirova aytib berdi.",
            "Uning so‘zlariga ko‘ra, Shuhrat 2019-yilda Rossiyaga ishlash uchun ketgan, 2021-yilda esa sud uni olti yilga ozodlikdan mahrum qilgan.",
            "2022-yil oktabr oyida u koloniyada xususiy harbiy kompaniya bilan shartnoma imzolagan.",
        ),
        caption="Shuhrat Qodirov oilasi bilan, 2018-yil. Surat oilaviy arxivdan",
        quote="«U menga telefon qilib, ketyapman dedi», — deydi Dilfuza.",
        names=("Ergashev Sanjar Anvarovich, 1990-yilda tug‘ilgan, Rishton, 12.03.2023 halok bo‘lgan", "Yusupov Otabek, 1988-yilda tug‘ilgan, Marg‘ilon, bedarak yo‘qolgan", "Nazarov Ulug‘bek Shavkatovich, 1995-yilda tug‘ilgan, Qo‘qon, 02.02.2023 halok bo‘lgan"),
        table=(("F.I.Sh.", "Tug‘ilgan yili", "Halok bo‘lgan sanasi"), ("Mirzayev Jasur Olimovich", "1991", "05.01.2023"), ("Saidov Rustam", "1987", "19.02.2023"), ("Xolmatov Dilshod Baxtiyorovich", "1999", "28.04.2023")),
        also_label="Shuningdek o‘qing:",
        also="Andijonda halok bo‘lgan Farrux Abdullayev bilan vidolashildi",
        related_label="Mavzuga oid",
        related=("Samarqandlik Umid To‘rayev Soledarda halok bo‘ldi", "Sud Igor Larinni yollanmachilik uchun besh yilga qamadi", "Ona o‘g‘li Bekzod Rahimovni mart oyidan beri qidirmoqda"),
        comments_label="Izohlar (3)",
        comments=(("Malika", "29-yanvar 2023", "Mening akam Olim Karimov ham o‘sha yerda 2022-yil 3-dekabrda halok bo‘lgan, jasadi kelmadi."), ("aziz77", "29.01.2023", "Alloh rahmat qilsin."), ("Mehmon", "30.01.2023", "Yolg‘on, Shuhrat tirik, men uni yanvarda Rostovda ko‘rdim!")),
        comment_form=("Izoh qoldirish", "Ismingiz", "Yuborish", "Javob berish"),
        author_box=("Muallif: Nargiza Saidova", "Nargiza Saidova — jurnalist, 1985-yilda Qo‘qonda tug‘ilgan, migratsiya haqida yozadi."),
        tags=("Baxmut", "XHK", "halok bo‘lganlar", "Quva"),
        cookie="Saytimiz cookie fayllaridan foydalanadi. Saytdan foydalanishda davom etib, siz maxfiylik siyosatiga rozilik bildirasiz.",
        newsletter=("Yangiliklarga obuna bo‘ling", "Haftaning asosiy yangiliklari pochtangizga", "Obuna bo‘lish"),
        share=("Ulashish", "Telegram", "WhatsApp", "Havolani nusxalash"),
        popular_label="Ko‘p o‘qilgan",
        popular=("Toshkentda ko‘ngilli Aziz Halimov dafn etildi", "Dollar kursi"),
        advert="Reklama. Naqd kredit yiliga 22% dan. 5 daqiqada rasmiylashtiring!",
        imprint="© 2023 «Vodiy ovozi». Barcha huquqlar himoyalangan.",
    ),
    Words(
        lang="ky",
        site="Нарын жаңылыктары",
        menu=("Башкы бет", "Коом", "Саясат", "Дүйнө", "Биз жөнүндө"),
        headline="Бахмутта каза болгон Эрлан Жумабековду Кочкордо жерге беришти",
        lead="Сөөгү эки айдан кийин гана мекенине жеткирилди.",
        paragraphs=(
            "Кочкор районунун тургуну, 29 жаштагы Эрлан Жумабеков 2023-жылдын 19-январында Бахмутта каза болгон. Бул тууралуу анын апасы Бурул Жумабекова айтып берди.",
            "Анын айтымында, Эрлан 2019-жылы Москвага иштегени кеткен, 2021-жылы сот аны алты жылга эркинен ажыраткан.",
            "2022-жылдын октябрында ал колонияда жеке аскердик компания менен келишим түзгөн.",
        ),
        caption="Эрлан Жумабеков үй-бүлөсү менен, 2018-жыл. Сүрөт үй-бүлөлүк архивден",
        quote="«Ал мага чалып, кетип жатам деди», — дейт Бурул.",
        names=("Осмонов Бакыт Токтогулович, 1990-жылы туулган, Ат-Башы, 12.03.2023 каза болгон", "Сыдыков Нурлан, 1988-жылы туулган, Нарын, дайынсыз жоголгон", "Токтосунов Эрмек Бакирович, 1995-жылы туулган, Жумгал, 02.02.2023 каза болгон"),
        table=(("Аты-жөнү", "Туулган жылы", "Каза болгон күнү"), ("Асанов Кубат Темирович", "1991", "05.01.2023"), ("Бектуров Канат", "1987", "19.02.2023"), ("Алымкулов Урмат Жанышевич", "1999", "28.04.2023")),
        also_label="Дагы окуңуз:",
        also="Ошто каза болгон Руслан Сабиров менен коштошушту",
        related_label="Окшош кабарлар",
        related=("Баткендик Замир Тойчиев Соледарда каза болду", "Сот Игорь Ларинди жалданмачылык үчүн беш жылга кесті", "Эне уулу Данияр Сооронбаевди марттан бери издеп жүрөт"),
        comments_label="Пикирлер (3)",
        comments=(("Айгүл", "29-январь 2023", "Менин байкем Алмаз Керимов да ошол жакта 2022-жылдын 3-декабрында каза болгон, сөөгү келген жок."), ("nurlan_kg", "29.01.2023", "Жаткан жери жайлуу болсун."), ("Конок", "30.01.2023", "Жалган, Эрлан тирүү, мен аны январда Ростовдо көрдүм!")),
        comment_form=("Пикир калтыруу", "Атыңыз", "Жөнөтүү", "Жооп берүү"),
        author_box=("Автор: Бермет Асанова", "Бермет Асанова — журналист, 1985-жылы Нарында туулган, миграция жөнүндө жазат."),
        tags=("Бахмут", "ЖАК", "каза болгондор", "Кочкор"),
        cookie="Биздин сайт cookie файлдарын колдонот. Сайтты колдонууну уланта берсеңиз, купуялык саясатына макул болосуз.",
        newsletter=("Жаңылыктарга жазылыңыз", "Жуманын негизги жаңылыктары почтаңызга", "Жазылуу"),
        share=("Бөлүшүү", "Telegram", "WhatsApp", "Шилтемени көчүрүү"),
        popular_label="Эң көп окулган",
        popular=("Таласта ыктыярчы Максат Иманов жерге берилди", "Доллардын курсу"),
        advert="Жарнама. Накталай кредит жылына 22% дан. 5 мүнөттө тариздеңиз!",
        imprint="© 2023 «Нарын жаңылыктары». Бардык укуктар корголгон.",
    ),
    Words(
        lang="tg",
        site="Садои Хатлон",
        menu=("Саҳифаи асосӣ", "Ҷомеа", "Сиёсат", "Ҷаҳон", "Дар бораи мо"),
        headline="Фаррух Раҳимов, ки дар ҷанг ҳалок шуд, дар Восеъ ба хок супурда шуд",
        lead="Ҷасади ӯро пас аз ду моҳ ба ватан оварданд.",
        paragraphs=(
            "Сокини ноҳияи Восеъ Фаррух Раҳимов, 31-сола, 22 январи соли 2023 дар наздикии Бахмут ҳалок шудааст. Дар ин бора модари ӯ Зайнаб Раҳимова нақл кард.",
            "Ба гуфтаи ӯ, Фаррух соли 2019 барои кор ба Маскав рафта буд ва соли 2021 суд ӯро ба шаш сол аз озодӣ маҳрум кард.",
            "Моҳи октябри соли 2022 ӯ дар колония бо ширкати хусусии низомӣ шартнома бастааст.",
        ),
        caption="Фаррух Раҳимов бо оилааш, соли 2018. Акс аз бойгонии оилавӣ",
        quote="«Ӯ ба ман занг зада гуфт, ки меравам», — мегӯяд Зайнаб.",
        names=("Шарипов Далер Ҷамшедович, соли таваллуд 1990, Кӯлоб, 12.03.2023 ҳалок шуд", "Назаров Сӯҳроб, соли таваллуд 1988, Ҳисор, бедарак шуд", "Холов Мирзо Қурбонович, соли таваллуд 1995, Рашт, 02.02.2023 ҳалок шуд"),
        table=(("Ному насаб", "Соли таваллуд", "Санаи марг"), ("Одинаев Абдусалом Ғафурович", "1991", "05.01.2023"), ("Юсупов Илҳом", "1987", "19.02.2023"), ("Саидов Рустам Каримович", "1999", "28.04.2023")),
        also_label="Инчунин хонед:",
        also="Дар Хуҷанд бо Парвиз Аҳмадови ҳалокшуда видоъ карданд",
        related_label="Маводи дигар",
        related=("Сокини Панҷакент Умед Тӯраев дар Соледар ҳалок шуд", "Суд Игор Ларинро барои зархаридӣ ба панҷ сол маҳкум кард", "Модар писараш Беҳзод Раҳмоновро аз моҳи март ҷустуҷӯ мекунад"),
        comments_label="Шарҳҳо (3)",
        comments=(("Малика", "29 январи 2023", "Бародари ман Олим Каримов ҳам дар он ҷо 3 декабри соли 2022 ҳалок шуд, ҷасадашро наоварданд."), ("aziz77", "29.01.2023", "Худо раҳмат кунад."), ("Меҳмон", "30.01.2023", "Дурӯғ аст, Фаррух зинда аст, ман ӯро моҳи январ дар Ростов дидам!")),
        comment_form=("Шарҳ гузоред", "Номи шумо", "Фиристодан", "Ҷавоб додан"),
        author_box=("Муаллиф: Нигина Саидова", "Нигина Саидова — рӯзноманигор, соли 1985 дар Кӯлоб таваллуд шудааст, дар бораи муҳоҷират менависад."),
        tags=("Бахмут", "ШХН", "ҳалокшудагон", "Восеъ"),
        cookie="Сомонаи мо аз файлҳои cookie истифода мебарад. Бо идома додани истифода шумо бо сиёсати махфият розӣ мешавед.",
        newsletter=("Ба хабарнома обуна шавед", "Хабарҳои муҳими ҳафта ба почтаи шумо", "Обуна шудан"),
        share=("Мубодила", "Telegram", "WhatsApp", "Нусхабардории пайванд"),
        popular_label="Сермутолиатарин",
        popular=("Дар Душанбе ихтиёрӣ Азиз Ҳалимов ба хок супурда шуд", "Қурби доллар"),
        advert="Реклама. Қарзи нақдӣ аз 22% дар як сол. Дар 5 дақиқа ба расмият дароред!",
        imprint="© 2023 «Садои Хатлон». Ҳамаи ҳуқуқҳо ҳифз шудаанд.",
    ),
    Words(
        lang="kk",
        site="Түркістан тынысы",
        menu=("Басты бет", "Қоғам", "Саясат", "Әлем", "Біз туралы"),
        headline="Бахмутта қаза тапқан Ерлан Жұмағұлов Сайрамда жерленді",
        lead="Денесі екі айдан кейін ғана елге жеткізілді.",
        paragraphs=(
            "Сайрам ауданының тұрғыны, 31 жастағы Ерлан Жұмағұлов 2023 жылғы 22 қаңтарда Бахмут маңында қаза тапқан. Бұл туралы оның анасы Күлпаш Жұмағұлова айтып берді.",
            "Оның айтуынша, Ерлан 2019 жылы Мәскеуге жұмысқа кеткен, ал 2021 жылы сот оны алты жылға бас бостандығынан айырған.",
            "2022 жылдың қазан айында ол колонияда жеке әскери компаниямен келісімшартқа отырған.",
        ),
        caption="Ерлан Жұмағұлов отбасымен, 2018 жыл. Сурет отбасылық мұрағаттан",
        quote="«Ол маған қоңырау шалып, кетіп барамын деді», — дейді Күлпаш.",
        names=("Ахметов Бауыржан Серікұлы, 1990 жылы туған, Шымкент, 12.03.2023 қаза тапты", "Оспанов Нұрлан, 1988 жылы туған, Кентау, хабарсыз кетті", "Тілеуов Ержан Болатұлы, 1995 жылы туған, Арыс, 02.02.2023 қаза тапты"),
        table=(("Аты-жөні", "Туған жылы", "Қаза тапқан күні"), ("Әбдіров Қанат Маратұлы", "1991", "05.01.2023"), ("Бекенов Асхат", "1987", "19.02.2023"), ("Сейітов Дәурен Жанатұлы", "1999", "28.04.2023")),
        also_label="Тағы оқыңыз:",
        also="Алматыда қаза тапқан Руслан Сәбировпен қоштасты",
        related_label="Ұқсас жаңалықтар",
        related=("Таразлық Замир Тойшиев Соледарда қаза тапты", "Сот Игорь Ларинді жалдамалы болғаны үшін бес жылға соттады", "Ана ұлы Данияр Оразбаевты наурыздан бері іздеп жүр"),
        comments_label="Пікірлер (3)",
        comments=(("Айгүл", "29 қаңтар 2023", "Менің ағам Алмаз Керімов те сол жақта 2022 жылы 3 желтоқсанда қаза тапты, денесі келмеді."), ("nurlan_kz", "29.01.2023", "Жатқан жері жайлы болсын."), ("Қонақ", "30.01.2023", "Өтірік, Ерлан тірі, мен оны қаңтарда Ростовта көрдім!")),
        comment_form=("Пікір қалдыру", "Атыңыз", "Жіберу", "Жауап беру"),
        author_box=("Автор: Динара Асанова", "Динара Асанова — журналист, 1985 жылы Шымкентте туған, көші-қон туралы жазады."),
        tags=("Бахмут", "ЖӘК", "қаза тапқандар", "Сайрам"),
        cookie="Біздің сайт cookie файлдарын пайдаланады. Сайтты пайдалануды жалғастыра отырып, құпиялылық саясатымен келісесіз.",
        newsletter=("Жаңалықтарға жазылыңыз", "Аптаның басты жаңалықтары поштаңызға", "Жазылу"),
        share=("Бөлісу", "Telegram", "WhatsApp", "Сілтемені көшіру"),
        popular_label="Ең көп оқылған",
        popular=("Астанада ерікті Мақсат Иманов жерленді", "Доллар бағамы"),
        advert="Жарнама. Қолма-қол несие жылына 22%-дан. 5 минутта рәсімдеңіз!",
        imprint="© 2023 «Түркістан тынысы». Барлық құқықтар қорғалған.",
    ),
    Words(
        lang="uk",
        site="Південний вісник",
        menu=("Головна", "Суспільство", "Політика", "Світ", "Про нас"),
        headline="У полоні опинився громадянин Узбекистану Сардор Жабборов",
        lead="Він розповів, як потрапив на фронт.",
        paragraphs=(
            "27-річний уродженець Бухари Сардор Жабборов потрапив у полон 14 листопада 2023 року поблизу Авдіївки. Про це повідомив його адвокат Олексій Мороз.",
            "За його словами, у 2021 році Сардор поїхав на заробітки до Москви, а навесні 2023 року його засудили до чотирьох років ув'язнення.",
            "У вересні 2023 року він підписав контракт із Міністерством оборони Росії.",
        ),
        caption="Сардор Жабборов у таборі для військовополонених, грудень 2023 року. Фото редакції",
        quote="«Мені обіцяли, що я буду копати окопи», — каже Сардор.",
        names=("Ергашев Санжар Анварович, 1990 р.н., Ургенч, загинув 12.03.2023", "Юсупов Отабек, 1988 р.н., Карші, зник безвісти", "Назаров Улугбек Шавкатович, 1995 р.н., Коканд, загинув 02.02.2023"),
        table=(("ПІБ", "Рік народження", "Дата загибелі"), ("Мірзаєв Жасур Олімович", "1991", "05.01.2023"), ("Саїдов Рустам", "1987", "19.02.2023"), ("Холматов Ділшод Бахтійорович", "1999", "28.04.2023")),
        also_label="Читайте також:",
        also="В Одесі попрощалися із загиблим Русланом Сабіровим",
        related_label="Схожі новини",
        related=("Уродженець Фергани Умід Тураєв загинув під Соледаром", "Суд засудив Ігоря Ларіна до п'яти років за найманство", "Мати шукає сина Данила Коваля з березня 2023 року"),
        comments_label="Коментарі (3)",
        comments=(("Оксана", "29 січня 2024", "Мій брат Олег Кравець теж загинув там 3 грудня 2022 року, тіло так і не привезли."), ("taras_ua", "29.01.2024", "Вічна пам'ять."), ("Гість", "30.01.2024", "Неправда, Сардор помер у полоні, я бачив його тіло у січні!")),
        comment_form=("Залишити коментар", "Ваше ім'я", "Надіслати", "Відповісти"),
        author_box=("Автор: Ірина Бондар", "Ірина Бондар — журналістка, народилася 1985 року в Одесі, пише про полонених."),
        tags=("Авдіївка", "полон", "контракт", "Бухара"),
        cookie="Ми використовуємо файли cookie. Продовжуючи користуватися сайтом, ви погоджуєтеся з політикою конфіденційності.",
        newsletter=("Підпишіться на розсилку", "Головні новини тижня на вашу пошту", "Підписатися"),
        share=("Поділитися", "Telegram", "WhatsApp", "Скопіювати посилання"),
        popular_label="Найпопулярніше",
        popular=("У Полтаві поховали добровольця Максима Іваненка", "Курс долара"),
        advert="Реклама. Кредит готівкою від 12% річних. Оформіть за 5 хвилин!",
        imprint="© 2024 «Південний вісник». Усі права захищено.",
    ),
    Words(
        lang="en",
        site="Valley Post",
        menu=("Home", "Society", "Politics", "World", "About us"),
        headline="Kyrgyz migrant Mirlan Asanov buried after dying near Bakhmut",
        lead="His family learned of his death two months later.",
        paragraphs=(
            "Mirlan Asanov, 27, from the Naryn region, was killed on 14 November 2022 near Bakhmut. His mother, Gulnara Asanova, told the Valley Post about it.",
            "She said her son left for Moscow to find work in 2020, and in the spring of 2021 he was sentenced to seven years and sent to a penal colony in the Vladimir region.",
            "In September 2022 he signed a contract with a private military company. She last spoke to him on 3 October.",
        ),
        caption="Mirlan Asanov before he left for Russia in 2020. Photo from the family archive",
        quote="“He called at night and said: Mama, they are taking me,” Gulnara recalled.",
        names=("Erlan Osmonov, born 1990, Kochkor, killed 12 March 2023", "Tilek Zhumaliev, born 1988, At-Bashy, killed 2 February 2023", "Aibek Sydykov, born 1995, Naryn, missing"),
        table=(("Full name", "Year of birth", "Date of death"), ("Kubat Asanaliev", "1991", "2023-01-05"), ("Kanat Bekturov", "1987", "2023-02-19"), ("Urmat Alymkulov", "1999", "2023-04-28")),
        also_label="Read also:",
        also="Osh says farewell to Ruslan Sabirov, killed in Ukraine",
        related_label="Related stories",
        related=("Zamir Toichiev from Batken killed near Soledar", "Bishkek court sentences Igor Larin to five years for mercenary activity", "Mother of Daniyar Sooronbaev has been looking for her son since March 2023"),
        comments_label="Comments (3)",
        comments=(("Aigul", "January 29, 2023 at 2:05 pm", "My brother Almaz Kerimov was also killed there on 3 December 2022, his body never came home."), ("nurlan_kg", "2 days ago", "May he rest in peace."), ("Guest", "30.01.2023", "This is a lie, Mirlan is alive, I saw him in Rostov in January!")),
        comment_form=("Leave a comment", "Your name", "Post Comment", "Reply"),
        author_box=("By Bermet Asanbaeva", "Bermet Asanbaeva is a journalist born in Naryn in 1985. She has covered migration since 2010."),
        tags=("Bakhmut", "PMC", "casualties", "Naryn"),
        cookie="We use cookies to improve your experience. By continuing to use this site you agree to our privacy policy.",
        newsletter=("Sign up for our newsletter", "The week's top stories in your inbox", "Subscribe"),
        share=("Share", "Telegram", "WhatsApp", "Copy link"),
        popular_label="Most read",
        popular=("Volunteer Maksat Imanov buried in Talas", "Dollar exchange rate"),
        advert="Advertisement. Cash loan from 12% a year. Apply in 5 minutes!",
        imprint="© 2023 Valley Post. All rights reserved.",
    ),
)  # fmt: skip
