"""Phrases of the page itself: comments, legal lines, advertisements, menus, players, labels.

Read `rules.py` for how phrases are matched.
"""

from __future__ import annotations

from newskit.clean.phrase import Phrases

COMMENT = (
    Phrases(
        "comments", "comment",
        "Headings and forms of the readers' comments; what stands under them goes too.",
        whole="""
            ir a los comentarios | comments | comment | # comments | # comment | no comments
            no comments yet
            view comments | # responses | view comments (#) | show comments | hide comments
            read comments | all comments | comments (#) | comment (#) | see comments
            see all comments | load comments | add comment | post comment | post a comment
            add a comment | leave a comment | leave a reply | leave a reply cancel reply
            cancel reply | join the conversation | join the discussion | join the debate
            have your say | write a comment | submit comment | # reply | replies | # replies
            reply | recent comments | comments are closed | comments closed | comments are off
            be the first to comment | start the conversation | share your thoughts
            what do you think | top comments | newest comments | commenting | comment policy
            discussion | discuss | website | name email website | kommentare | kommentar
            # kommentare | # kommentar | keine kommentare | kommentieren | kommentar schreiben
            kommentar verfassen | alle kommentare | alle kommentare anzeigen | kommentar absenden
            antworten | diskutieren | leserkommentare | schreiben sie einen kommentar
            ihr kommentar | meinungen | kommentar hinterlassen | schreibe einen kommentar
            kommentare anzeigen | diskutieren sie mit | kommentare laden | commentaires
            commentaire | # commentaires | # commentaire | laisser un commentaire | répondre
            réagir | ajouter un commentaire | vos réactions | voir les commentaires
            tous les commentaires | commenter | comentarios | # comentarios | # comentario
            comentar | dejar un comentario | deja un comentario | responder | deja una respuesta
            deja tu comentario | escribe un comentario | ver comentarios | sin comentarios
            comentários | # comentários | comente | deixe um comentário | deixe uma resposta
            deixe seu comentário | ver comentários | commenti | # commenti | commenta
            lascia un commento | lascia una risposta | rispondi | komentarze | # komentarzy
            # komentarze | dodaj komentarz | skomentuj | zostaw komentarz | odpowiedz
            комментарии | # комментариев | комментарий | добавить комментарий
            оставить комментарий | ответить | обсудить | обсуждение | комментировать
            комментарии (#) | yorumlar | yorum yap | yorum yaz | # yorum | تعليقات | التعليقات
            أضف تعليق | اترك تعليقا | اترك تعليقاً | أضف تعليقا | 评论 | 发表评论 | 网友评论
            我要评论 | 最新评论 | 热门评论 | 全部评论 | 写评论 | 评论# | コメント | コメントする
            コメントを書く | コメントを残す | コメント # | 댓글
        """,
        opens="""
            leave a comment | leave a reply | post a comment | add your comment
            log in to comment | sign in to comment | please log in to comment | comments are
            comments powered by | your email address will not be | save my name
            required fields are | notify me of | this site uses akismet
            please enter your comment | please enter your name | you have entered an incorrect
            read our comment | our comment policy | please be respectful | please keep comments
            be the first to comment | be the first to leave | join the conversation | to comment,
            commenting on this | please read our comment | view all # comments | show all comments
            view the discussion | you must be logged in to post
            you need to be logged in to comment | deine e-mail-adresse wird nicht
            ihre e-mail-adresse wird nicht | erforderliche felder | um zu kommentieren
            um kommentare | bitte melden sie sich an, um | votre adresse e-mail ne sera
            votre adresse de messagerie | les champs obligatoires | pour commenter
            connectez-vous pour | tu dirección de correo electrónico no será
            los campos obligatorios | guarda mi nombre | o seu endereço de e-mail
            o seu endereço de email | campos obrigatórios | il tuo indirizzo email
            i campi obbligatori | twój adres e-mail nie | wymagane pola | ваш адрес email не будет
            чтобы оставить комментарий | e-posta hesabınız yayımlanmayacak | لن يتم نشر عنوان
        """,
        words=40,
        section=True,
        hits=("12 Comments", "Leave a Reply", "Be the first to comment!"),
        misses=(
            "Comments from the bench surprised the defence.",
            "The minister made no comment on the reports.",
            "Discussion of the budget took three hours.",
        ),
    ),
)  # fmt: skip

LEGAL = (
    Phrases(
        "legal", "legal",
        "Links of the footer to terms, privacy, imprint, contact.",
        whole="""
            privacy | privacy policy | privacy notice | privacy statement | privacy center | terms
            terms of use | terms of service | terms and conditions | terms & conditions
            conditions of use | forward-looking statements | safe harbor statement
            cautionary note regarding forward-looking statements | media contact | media contacts
            press contact | press contacts | investor contact | cookie policy | cookies
            cookie settings | cookie preferences
            manage settings | manage my settings | cookie settings and more | manage cookies
            manage cookie preferences | manage consent | manage preferences
            privacy settings | privacy preferences | do not sell my personal information
            do not sell or share my personal information | your privacy choices
            your privacy rights | ad choices | adchoices | accept | accept all
            accept all cookies | accept cookies | reject all | reject | decline | deny | allow all
            i accept | i agree | agree | got it | ok | close | dismiss | always active
            always enabled | necessary | functional | preferences | save preferences
            save & accept | privacy overview | copyright | all rights reserved | disclaimer
            legal | legal notice | imprint | impressum | contact | contact us | accessibility
            accessibility statement | editorial policy | editorial guidelines | ethics policy
            corrections | corrections policy | licensing | complaints | code of ethics
            powered by | datenschutz | datenschutzerklärung | datenschutzhinweise | agb
            nutzungsbedingungen | cookie-einstellungen | cookie-richtlinie | privatsphäre
            datenschutzeinstellungen | datenschutz-einstellungen | barrierefreiheit | kontakt
            mediadaten | alle akzeptieren | alle ablehnen | akzeptieren | einverstanden | ablehnen
            alle rechte vorbehalten | mentions légales | politique de confidentialité
            gestion des cookies | gérer les cookies | données personnelles | cgu | cgv
            conditions générales | tout accepter | tout refuser | plan du site | nous contacter
            tous droits réservés | aviso legal | política de privacidad | política de cookies
            configuración de cookies | términos y condiciones | condiciones de uso | contacto
            todos los derechos reservados | aceptar | rechazar | política de privacidade
            termos de uso | termos e condições | todos os direitos reservados | aceitar
            fale conosco | contato | informativa sulla privacy | note legali
            termini e condizioni | tutti i diritti riservati | preferenze cookie | contatti
            accetta | rifiuta | polityka prywatności | regulamin | polityka cookies
            ustawienia prywatności | wszelkie prawa zastrzeżone | политика конфиденциальности
            пользовательское соглашение | все права защищены | правила | контакты
            gizlilik politikası | kullanım koşulları | çerez politikası | künye
            tüm hakları saklıdır | iletişim | سياسة الخصوصية | شروط الاستخدام | اتصل بنا
            جميع الحقوق محفوظة | 隐私政策 | 版权声明 | 免责声明 | 法律声明 | 联系我们 | 网站地图
            版权所有 | 关于我们 | 利用規約 | プライバシーポリシー | お問い合わせ | 無断転載禁止
            著作権 | 저작권 | 개인정보처리방침
        """,
        opens="""
            terms of use | terms of service | privacy policy | this site is protected by recaptcha
            all rights reserved | alle rechte vorbehalten | tous droits réservés
            todos los derechos reservados | todos os direitos reservados
            tutti i diritti riservati | wszelkie prawa zastrzeżone | все права защищены
            tüm hakları saklıdır | use of this site | use of this website | by using this site
            by continuing to use | powered by | reprinted with | this material may not be
            no part of this | reproduction of | nachdruck | la reproduction
            reproduction interdite | prohibida la reproducción | proibida a reprodução
            riproduzione riservata | © riproduzione | перепечатка | при использовании материалов
            未经授权 | 版权所有 | 转载请注明 | 本文仅代表作者 | 免责声明: | 声明: | 特别声明
            违者必究 | 無断転載 | 記事・写真の無断 | 당사의 허락 | proudly powered | designed by
            website by | site by | theme by | hosted by
            this press release contains forward-looking | this release contains forward-looking
            this news release contains forward-looking | a version of this article appears in print
            si está interesado en licenciar | when we learn of a mistake
            a version of this article appeared in print
            a version of this article appears in the
        """,
        words=45,
        hits=(
            "Privacy Policy", "All rights reserved.", "Impressum", "版权所有",
            "A version of this article appears in print on March 4, Section A, Page 1.",
        ),
        misses=(
            "Contact between the two boats was lost at dusk.",
            "Privacy is at the heart of the bill, its author said.",
        ),
    ),
    Phrases(
        "cookies", "legal",
        "Consent boxes.",
        opens="""
            this website uses cookies | this site uses cookies | we use cookies
            our website uses cookies | our site uses | we and our partners | we and our # partners
            we value your privacy | we care about your privacy | your privacy
            we use necessary cookies | strictly necessary | these cookies | performance cookies
            functional cookies | targeting cookies | analytical cookies | necessary cookies
            the cookie is | this cookie is | cookies are | by clicking accept
            by clicking "accept | if you click | manage your privacy | you can change your
            die technische speicherung oder der zugang | the technical storage or access
            le stockage ou l'accès technique | l'archiviazione tecnica o l'accesso
            el almacenamiento o acceso técnico | wenn sie das feld durch einen klick aktivieren
            diese website verwendet cookies | diese webseite verwendet cookies
            diese seite verwendet cookies | wir verwenden cookies | wir nutzen cookies
            wir und unsere | wir setzen cookies | ce site utilise | nous utilisons des cookies
            nous et nos partenaires | en poursuivant votre navigation
            este sitio web utiliza cookies | este sitio utiliza | utilizamos cookies
            usamos cookies | esta web utiliza | nosotros y nuestros | este site utiliza
            este site usa | utilizamos | nós e nossos | questo sito utilizza
            utilizziamo i cookie | noi e i nostri | ta strona używa | używamy plików cookie
            cenimy twoją prywatność | my i nasi | мы используем | этот сайт использует
            продолжая использовать
            bu site çerez | çerezleri kullan | نستخدم ملفات تعريف | 本网站使用 | 当サイトでは
            このサイトはcookie | 本サイトは
            store and/or access information on | use limited data to select
            create profiles for personalised | create profiles to personalise
            use profiles to select personalised | measure advertising performance
            measure content performance | understand audiences through statistics
            develop and improve services | match and combine data from
            identify devices based on | actively scan device characteristics
            speichern von oder zugriff auf informationen | verwendung reduzierter daten zur auswahl
            erstellung von profilen für personalisierte | erstellung von profilen zur
            verwendung von profilen zur auswahl | messung der werbeleistung
            messung der performance von inhalten | analyse von zielgruppen durch statistiken
            entwicklung und verbesserung der angebote | abgleichung und kombination von daten
            stocker et/ou accéder à des informations | utiliser des données limitées pour
            créer des profils pour la publicité | mesurer la performance des publicités
            comprendre les publics par le biais | développer et améliorer les services
            almacenar la información en un dispositivo | utilizar datos limitados para
            crear perfiles para publicidad | medir el rendimiento de la publicidad
            comprender al público a través de estadísticas | archiviare informazioni su dispositivo
            utilizzare dati limitati per la selezione | creare profili per la pubblicità
            misurare le prestazioni degli annunci | armazenar e/ou aceder a informações
            criar perfis para publicidade | medir o desempenho da publicidade
            przechowywanie informacji na urządzeniu | wykorzystywanie ograniczonych danych
            tworzenie profili w celu | pomiar efektywności reklam | pomiar wydajności reklam
            rozumienie odbiorców dzięki statystyce | rozwój i ulepszanie usług
            na podstawie udzielonej przez ciebie zgody | cele przetwarzania twoich danych
            cele, cele specjalne, funkcje | w ramach funkcji i funkcji specjalnych
            informatie op een apparaat opslaan | profielen aanmaken ten behoeve van
        """,
        words=120,
        hits=(
            "We use cookies to improve your experience on our site.",
            "Diese Website verwendet Cookies",
        ),
        misses=("Bakers use cookies to test a new oven.", "Your private life is yours."),
    ),
)  # fmt: skip

AD = (
    Phrases(
        "advertisement", "ad",
        "Labels over advertisements.",
        whole="""
            advertisement | advertisements | advertising | ad | ads | advert | sponsored | sponsor
            promoted | promotion | paid post | partner content | sponsored content
            sponsored post | ad feedback | advertise | advertise with us
            advertisement - continue reading below | article continues below
            featured weekly ad | passer la publicité | story continues
            article continues below advertisement
            article continues after advertisement
            story continues below | story continues below advertisement
            story continues after advertisement | continue reading below
            continue reading the main story | scroll to continue | ad - continue reading below
            skip advertisement | skip ad | close ad | remove ads | report this ad | report ad
            thank you for your patience | anzeige | anzeigen | werbung | - anzeige -
            artikel wird unten fortgesetzt | publicité | publicités | la suite après la publicité
            la suite après cette publicité | annonce | annonces | sponsorisé | contenu sponsorisé
            publicidad | anuncio | anuncios | patrocinado | contenido patrocinado | publicidade
            anúncio | continua depois da publicidade | continua após a publicidade
            conteúdo patrocinado | pubblicità | annuncio | continua a leggere | sponsorizzato
            reklama | reklamy | materiał promocyjny | dalsza część artykułu pod reklamą | реклама
            на правах рекламы | reklam | reklamlar | haberin devamı | إعلان | إعلانات | اعلان
            广告 | 赞助内容 | 推广 | 広告 | スポンサーリンク | pr | sponsored link | 광고 | annons
            reklame | mainos | advertentie | advertorial | διαφήμιση | hirdetés
        """,
        opens="""
            advertisement scroll to continue | advertisement · scroll | ad · scroll
            story continues below | article continues below
            article continues after | continue reading below | la suite après | continua depois da
            continua após a
            paid for by | sponsored by
            brought to you by | presented by | dieser artikel enthält affiliate
            die mit einem symbol | kaufen sie über | affiliate-links | реклама: | реклама.
            haberin devamı | in partnership with
        """,
        words=50,
        hits=("Advertisement", "- Anzeige -", "La suite après la publicité", "ADVERTISEMENT"),
        misses=(
            "Advertisements for the ferry appeared in March.",
            "Sponsors withdrew after the vote.",
        ),
    ),
)  # fmt: skip

NAV = (
    Phrases(
        "contents", "nav",
        "Headings over the page's own table of contents.",
        whole="""
            key events | key updates | table of contents | contents | on this page | in this post
            in this guide | jump to section | inhaltsverzeichnis | inhalt | auf dieser seite
            sommaire | dans cet article | índice | tabla de contenidos | en este artículo
            neste artigo | in questo articolo | indice | spis treści | содержание | 目次 | 目录
        """,
        section=True,
        hits=("Key events", "Table of contents", "Inhaltsverzeichnis"),
        misses=("The contents of the letter were read aloud.",),
    ),
    Phrases(
        "navigation", "nav",
        "Ways around the page and the site.",
        whole="""
            skip to content | skip to main content | skip to navigation
            skip to primary navigation | skip navigation | skip to footer | skip to search
            skip links | skip | jump to content | back to top | top | return to top
            scroll to top | go to top | to top | back | go back | home | homepage | main menu
            menu | open menu | close menu | toggle navigation | toggle menu | toggle search
            toggle sidebar | navigation | main navigation | site map | sitemap | breadcrumb
            breadcrumbs | you are here | sections | all sections | site index | language
            languages | about | about us | careers | jobs | help | support | faq | faqs | podcasts
            newsroom | archive | archives | show navigation | expand | collapse | open | view all
            view all posts | view profile | see full bio | view bio | table of contents | contents
            ver biografía | on this page | jump to | jump to section | zum inhalt springen
            zum inhalt
            zur startseite | zurück zur startseite | zur übersicht | zum hauptinhalt springen
            zur navigation | zur hauptnavigation | nach oben
            nach oben springen | zum seitenanfang | startseite | menü | menü öffnen | hauptmenü
            sie sind hier | inhaltsverzeichnis | inhalt | über uns | karriere | aller au contenu
            aller au contenu principal | haut de page | retour en haut | accueil | fil d'ariane
            retour | sommaire | menu principal | ir al contenido | saltar al contenido
            saltar al contenido principal | volver arriba | inicio | portada | menú | volver
            índice | ir para o conteúdo | pular para o conteúdo | voltar ao topo | voltar | início
            vai al contenuto | torna su | torna in cima | indietro | przejdź do treści | do góry
            strona główna | wróć | powrót | перейти к содержанию | перейти к содержимому | наверх
            главная | меню | содержание | içeriğe geç | ana sayfa | anasayfa | yukarı çık
            تخطي إلى المحتوى | الرئيسية | القائمة | العودة إلى الأعلى | 首页 | 返回首页 | 返回顶部
            回到顶部 | 导航 | 正文 | 当前位置 | ホーム | トップ | ページトップへ | トップページ
            ページの先頭へ | 홈 | メニュー | 目次 | 本文へ | 맨위로 | fullscreen | hide | show
        """,
        opens="""
            skip to | jump to | back to top | zum inhalt | aller au contenu | ir al contenido
            saltar al | vai al contenuto | you are here: | sie sind hier: | vous êtes ici :
            vous êtes ici: | estás aquí: | sei qui: | вы здесь: | 您的位置 | 您现在的位置
            当前位置 | 所在位置 | 现在位置 | home > | home / | home » | home › | startseite >
            startseite › | startseite » | accueil > | accueil › | inicio > | inicio /
            home page > | главная > | главная / | 首页> | 首页 >
        """,
        words=16,
        hits=("Skip to content", "Back to top ↑", "Home > News > Varrow County", "Nach oben"),
        misses=("Home prices rose again in March.", "Top of the agenda is the harbour."),
    ),
)  # fmt: skip

WIDGET = (
    Phrases(
        "player", "widget",
        "Audio and video players, galleries, embedded posts, and what they say while they load.",
        whole="""
            scroll down for video | scroll down for videos | play | pause | mute | unmute | listen
            listen now | listen to article
            listen to this article | watch | watch now | watch video | watch live | play video
            play audio | video player | audio player | video | videos | audio | now playing
            autoplay | replay | volume | settings | captions | subtitles | full screen
            fullscreen | share video | live | on air | loading | loading player | please wait
            loader | this video is unavailable | video unavailable | skip ad | view gallery
            open gallery | view fullscreen | gallery | photo gallery | slideshow | photos
            close gallery | image | view this post on instagram | embed | embedded content
            show more | show less | expand image | enlarge image | enlarge | zoom
            open image in lightbox | view image in fullscreen | enlarge this image
            expand this image | view larger image | open this photo in gallery | toggle caption
            line-ups | match stats | artikelzusammenfassung | hide caption | show caption | caption
            # of # | read in app | search
            this article is more than # years old | this article is more than # year old
            this article is more than # months old | search for | search this site | site search
            submit | submit search | search results | go | filter | sort by | reset | apply
            weather | horoscopes | crossword | puzzles | games | poll | quiz | vote | view results
            anhören | artikel anhören | audio anhören
            vorlesen | abspielen | video abspielen | lädt | wird geladen | bildergalerie
            fotostrecke | suche | suchen | suche nach | vergrößern | bild vergrößern
            video starten | écouter | écouter l'article | lire la vidéo | chargement | rechercher
            recherche | diaporama | agrandir l'image | escuchar | escucha | reproducir | cargando
            buscar | galería | ver galería | ver video | ver vídeo | búsqueda | ouvir | ouça
            carregando | pesquisar | busca | galeria | ascolta | ascolta l'articolo | caricamento
            cerca | słuchaj | posłuchaj | ładowanie | szukaj | odtwórz | слушать | прослушать
            загрузка | поиск | найти | видео | фото | dinle | yükleniyor | ara | استمع | تحميل
            بحث | جاري التحميل | 播放 | 暂停 | 加载中 | 搜索 | 视频 | 图片 | 听新闻 | 再生
            読み込み中 | 検索 | 動画 | 写真 | 拡大する | 画像を拡大 | 검색 | 재생
        """,
        opens="""
            follow live updates | this page refreshes | this page will refresh | this page updates
            this live blog is closed | this live blog has ended | refresh for updates
            loading poll | loading comments | loading article | loading more | loading next
            you can now listen to | newyou can now listen to
            listen to this article | listen to the article | listen to this story
            listen to story | listen here on | this article is read by
            your browser does not support | your browser doesn't support
            please enable javascript | javascript is | you need to enable javascript
            enable javascript | to view this video | to view this content
            we were unable to load | an error occurred
            something went wrong | error loading | this video can not be | this content is hosted
            this audio is | this is an ai-generated | audio is auto-generated | unblock content
            a post shared by | view this post on | embedded tweet | view on | open in | powered by
            dieser inhalt | ihr browser unterstützt | bitte aktivieren sie javascript
            an dieser stelle finden sie | empfohlener redaktioneller inhalt
            empfohlener externer inhalt | externer inhalt | mit ihrer zustimmung
            hier finden sie einen externen | ich bin damit einverstanden
            an dieser stelle findest du | um eingebettete inhalte | votre navigateur
            pour afficher ce contenu | su navegador no | tu navegador no | seu navegador não
            il tuo browser non | twoja przeglądarka | ваш браузер | 您的浏览器 | お使いのブラウザ
            调查问题加载中 | 若长时间无响应 | 页面加载中 | 请刷新
        """,
        words=40,
        hits=(
            "Listen to this article", "Loading…", "Bild vergrößern", "加载中...",
            "Listen here on your chosen podcast platform.",
            "Open this photo in gallery:", "This article is more than 2 years old",
        ),
        misses=(
            "Listen to your body, the doctor advises, and rest.",
            "Search teams found the boat near Port Ellery.",
            "Video of the fire was shared widely.",
        ),
    ),
    Phrases(
        "placeholder",
        "other",
        "Text that a template's author forgot to fill in.",
        opens="lorem ipsum",
        words=120,
        hits=("Lorem ipsum dolor sit amet",),
        misses=("The lorem ipsum of politics",),
    ),
    Phrases(
        "label", "widget",
        "Single words that a page puts beside pictures, figures and times, and nothing else says.",
        whole="""
            quick guide | new | hot | views | # views | view | reads | # reads | by | and | share of
            min
            mins | minutes | published | updated | last updated | posted | written by | author
            authors | source | sources | copy | code | true | false | null | undefined | x | †
            ok | cancel | submit | send | yes | no | von | autor | autorin | autoren
            aktualisiert | veröffentlicht | stand | quelle | quellen | par | publié | mis à jour
            por | autor | publicado | actualizado | fuente | fonte | autore | pubblicato | źródło
            autor | źródła | источник | автор | опубликовано | kaynak | المصدر | 来源 | 作者
            编辑 | 责任编辑 | 出典
        """,
        hits=("1.2 views", "Updated", "von"),
        misses=("New York", "Published authors met in Port Ellery."),
    ),
)  # fmt: skip
