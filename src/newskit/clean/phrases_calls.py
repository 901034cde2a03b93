"""Phrases with which a page asks its reader for something: to share, sign up, pay, comment, agree.

Read `rules.py` for how phrases are matched: folded to lower case, digits as ``#``, outer
punctuation
taken off; `whole` must be the whole line, `opens` its beginning, in a line of at most `words`
words.
"""

from __future__ import annotations

from newskit.clean.phrase import Phrases

SHARE = (
    Phrases(
        "share", "share",
        "Buttons to send the article on, and the names of the networks that stand in such bars.",
        whole="""
            share | shares | # shares | share this | share it | share article | sharing
            desplegar redes sociales | deel artikel | deel dit artikel | deel dit bericht
            dela artikeln | del artiklen | jaa artikkeli | share via | copy link | link copied
            copied | copy url | copy | tweet | retweet
            pin it | pin | email this | email article | e-mail | email | mail | facebook | twitter
            linkedin | pinterest | whatsapp | telegram | instagram | youtube | tiktok | reddit
            tumblr | flipboard | mastodon | bluesky | threads | messenger | snapchat | rss
            x (twitter) | twitter (x) | vk | pocket | xing | line | wechat | weibo | viber
            spotify | rss feed | social media | social | twitter icon | facebook icon | like
            likes | # likes | like this | loading... like | teilen | artikel teilen
            link kopieren | per e-mail teilen | mailen | weiterleiten | twittern | partager
            partager l'article | copier le lien | envoyer par e-mail | compartir | comparte
            compártelo | compartir artículo | copiar enlace | enviar por correo | compartilhar
            compartilhe | partilhar | copiar link | condividi | condividere | copia link | delen
            deel | dela | del | jaa | sdílet | udostępnij | podziel się | kopiuj link | megosztás
            поделиться | скопировать ссылку | вконтакте | одноклассники | поширити | paylaş
            linki kopyala | مشاركة | شارك | نسخ الرابط | 分享 | 分享到 | 分享至 | 复制链接 | 微信
            微博 | 转发 | シェア | シェアする | ツイート | リンクをコピー | 공유하기 | 공유
        """,
        opens="""
            deel via whatsapp | deel via e-mail | deel op facebook | deel op x | delen via whatsapp
            delen op facebook | dela på facebook | del på facebook | jaa facebookissa
            share this article | share this story | share this post | share this page
            share this on | share this with | share this: | share on facebook | share on twitter
            share on x | share on linkedin | share on whatsapp | share via email | share to
            share the post | click to share | click to email | click to print | share full article
            share your love | email this to | email a link | send this article | send to a friend
            tell your friends | tweet this | post to facebook | diesen artikel teilen
            auf facebook teilen | beitrag teilen | auf twitter teilen | per whatsapp teilen
            partager cet article | partager sur | partager : | compartir en | compartir esta
            comparte esta | comparte este | compartir por | compartir via | compartilhe esta
            compartilhe isso | compartilhar no | compartilhar via | compartilhe no | partilhar no
            partilhar via | partilhe no | partilhe este | condividi su
            condividi l'articolo | condividi questo | udostępnij na | podziel się na
            поделиться в | поделитесь | поделиться: | facebook'ta paylaş | twitter'da paylaş
            bu haberi paylaş | شارك هذا | شارك على | facebookでシェア | xで共有 | facebookで共有
        """,
        hits=("Share this article", "Facebook", "▸ 12 shares", "Partager cet article", "分享到：",
              "Partilhar no Facebook"),
        misses=(
            "Share prices fell on Monday as investors waited for the bank.",
            "Facebook said on Tuesday that it would close the office.",
            "The email was sent to 300 employees.",
        ),
    ),
    Phrases(
        "follow", "share",
        "Invitations to follow the publisher or the writer.",
        whole="""
            follow | follow us | follow me | following | connect with us | connect
            stay connected | find us on | follow topic | follow this topic
            make us preferred on google | add as preferred source | preferred source
            google preferred source | folgen
            folgen sie uns | folge uns | suivez-nous | suivre
            síguenos | sigue | siga-nos | siga | seguici | segui | volg ons | følg os | följ oss
            obserwuj nas | obserwuj | подписаться | подписывайтесь | takip et | bizi takip edin
            تابعنا | 关注我们 | 关注 | フォロー | フォローする
        """,
        opens="""
            follow us on | follow us for | follow us: | follow him on | follow her on
            follow them on | find us on | like us on | join us on | add us as a preferred
            add as preferred source on | add as a preferred source on | follow the author
            connect with us on | folgen sie uns auf | folge uns auf
            folgen sie uns bei | suivez-nous sur | retrouvez-nous sur | síguenos en
            síguenos también | siga-nos no | siga o | siga-nos em | seguici su | segui il
            obserwuj nas na | obserwuj nas w | подписывайтесь на | подпишитесь на | читайте нас в
            мы в telegram
            bizi takip edin | تابعنا على | تابعونا على
        """,
        hits=("Follow us on Instagram and Facebook", "Síguenos en Telegram", "Folgen Sie uns"),
        misses=(
            "Follow the coastal path for two miles, then turn inland.",
            "Following the vote, the minister resigned.",
        ),
    ),
    Phrases(
        "print-save", "share",
        "Buttons for the reader's own use: print, save, larger type, listen later, report.",
        whole="""
            print | print this | print article | print this article | print page | print this page
            save | saved | save article | save for later | bookmark | bookmark this
            add to favorites | add to favourites | add to reading list | remove from saved
            favorite | favourite | report | report a problem | report an error | report a typo
            report this | gift this article | gift | gift article | give this article | reprints
            request reprints | get permissions | font size | text size | a a a | a- a+ | aa
            a+ a- | like this | reading mode | download pdf | pdf | download | drucken
            artikel drucken | merken | artikel merken | gemerkt | vorlesen | seite drucken
            speichern | schriftgröße | fehler melden | imprimer | enregistrer | sauvegarder
            offrir l'article | offrir cet article | signaler une erreur | lire plus tard
            imprimir | guardar | guardar artículo | salvar | salvar artigo | imprima | stampa
            salva | stampa l'articolo | drukuj | zapisz | распечатать | печать | сохранить
            в закладки | yazdır | kaydet | طباعة | حفظ | 打印 | 收藏 | 字号 | 大 中 小 | 印刷
            保存 | ブックマーク | 프린트
        """,
        opens="print this article | save this article | artikel merken | save to | añadir a "
        "favoritos",
        hits=("Print", "Save for later", "Artikel drucken", "打印"),
        misses=("Print is not dead, editors say.", "Save the Children criticised the plan."),
    ),
)  # fmt: skip

SIGNUP = (
    Phrases(
        "newsletter", "signup",
        "Newsletter boxes: their headings, their promises, their fields.",
        whole="""
            newsletter | newsletters | our newsletter | our newsletters | the newsletter
            email newsletter | newsletter signup | newsletter sign-up | sign up | sign up now
            sign up here | sign me up | sign up today | sign up for free | subscribe | subscribed
            subscribe now | subscribe today | get updates | stay updated | stay informed
            stay in the know | stay up to date | join now | your email | your email address
            email address | enter your email | enter email | e-mail address
            enter your email address | thank you for signing up | thanks for signing up
            thank you for subscribing | thanks for subscribing | you're signed up
            get the newsletter | no spam | unsubscribe anytime | unsubscribe at any time
            unsubscribe | don't miss a story | never miss a story | never miss out | get the app
            notifications | enable notifications | allow notifications | turn on notifications
            newsletter abonnieren | jetzt anmelden | anmelden | newsletter-anmeldung
            jetzt abonnieren | abonnieren | ihre e-mail-adresse | kostenlos anmelden | s'inscrire
            je m'inscris | inscription | s'abonner | recevoir la newsletter | inscrivez-vous
            votre e-mail | votre adresse e-mail | suscríbete | suscribirse | suscribirme | boletín
            boletines | boletín de noticias | tu correo electrónico | inscreva-se | assine
            assinar | cadastre-se | receba notícias | iscriviti | iscriviti ora
            iscriviti alla newsletter | la newsletter | zapisz się | zapisz się na newsletter
            biuletyn | подписка на новости | подписка | рассылка | подписаться на рассылку
            abone ol | bülten | e-posta adresiniz | اشترك | اشترك الآن | النشرة البريدية
            النشرة الإخبارية | 订阅 | 邮件订阅 | メールマガジン | メルマガ登録 | ニュースレター
            登録する | 뉴스레터 | 구독
        """,
        opens="""
            like what you're reading | like what you are reading | liked what you read
            enjoying this article | enjoyed this article | subscribe to the
            sign up for our | sign up to our | sign up for the newsletter | sign up for free
            sign up for breaking | sign up to receive | sign up to get | sign up for a free
            sign up for daily | sign up for email | sign up for updates | sign up for alerts
            sign up here | sign up with your | sign up below | sign up for more | sign up for your
            sign up for my | sign up to the | sign up and get | subscribe to our
            subscribe to the newsletter | subscribe to get | subscribe to receive
            subscribe to my | subscribe now | subscribe for | subscribe here | subscribe today
            join our newsletter | join our mailing | join our email | join our list
            join our community | join thousands | get our newsletter | get our free
            get our daily | get our top | get our best | get our latest | get the latest news
            get the latest stories | get the latest updates | get breaking news | get the day's
            get stories like this | get news delivered | get this newsletter | get free access
            get email | get more news | get daily | get weekly | get alerts | get the free
            get the news you need | want more stories like | want more like this
            enjoying this article | like this story? | like what you read | like this article
            enjoyed this | did you enjoy this | receive our | receive the latest | receive daily
            receive breaking | delivered to your inbox | straight to your inbox
            stay up to date with | stay up-to-date | stay informed with | stay ahead
            keep up to date with our | keep up with our | keep me updated | be the first to know
            by signing up | by subscribing | by submitting | by entering your email
            by providing your email | by clicking submit | by clicking sign up
            by clicking subscribe | please enter a valid | you can unsubscribe
            you may unsubscribe | we won't spam | thank you for subscribing
            thanks for signing up | success! | check your inbox | please check your email
            an email has been sent | invalid email | this newsletter | i agree to receive
            i would like to receive | yes, i would like | melden sie sich für | jetzt newsletter
            starten sie mit unserem kurzen | mit ihrer registrierung nehmen sie
            mit ihrer registrierung stimmen sie | vielen dank! wir haben ihnen
            abonnieren sie | newsletter abonnieren | mit unserem newsletter | der newsletter
            unser newsletter | täglich die wichtigsten | die wichtigsten nachrichten des tages
            bestellen sie unseren | mit der anmeldung | mit ihrer anmeldung | jetzt kostenlos
            melde dich | inscrivez-vous à | abonnez-vous à la newsletter | abonnez-vous à notre
            recevez chaque | recevez tous | recevez l'essentiel | recevez nos
            recevez gratuitement | en vous inscrivant | votre adresse email | suscríbete a
            suscríbase a | recibe las | recibe en tu | recibe nuestro | regístrate | apúntate a
            inscreva-se no | inscreva-se em | assine nossa | assine a newsletter | receba as
            receba no seu | receba nossa | iscriviti alla | iscriviti a | ricevi le | ricevi ogni
            resta aggiornato | zapisz się do | zapisz się na | otrzymuj | подпишитесь на рассылку
            подпишись на | получайте | bültenimize | اشترك في | 订阅我们 | メールマガジン
            ニュースレターに
        """,
        words=45,
        hits=(
            "Sign up for our morning briefing", "Newsletter", "Enter your email",
            "Get the latest news delivered to your inbox every day.", "Zapisz się na newsletter",
        ),
        misses=(
            "The company asked readers to sign up for the trial by Friday.",
            "Subscribers rose by 12 percent in the second quarter.",
            "She said she would subscribe to the theory.",
        ),
    ),
    Phrases(
        "call-to-action", "signup",
        "Offers of the publisher's own tools and services in the midst of the text.",
        whole="""
            zur app | artikelrechte erwerben
            no time to read | don't have time to read | short on time | pressed for time
            in a hurry | get a summary | get the summary | show summary | summarise | summarize
            summarise this article | summarize this article | summary by ai | ai summary
            ai-generated summary | read the summary | read a summary | learn more | find out more
            get started | try it free | try for free | start free trial | start your free trial
            free trial | book now | buy now | order now | shop now | apply now | register now
            register | contact us today | request a demo | get a demo | book a demo | join | join us
            join today | become a member | become a subscriber | become a patron | take our survey
            download now | download the app | download our app | get our app | try our app
            keine zeit zum lesen | zusammenfassung anzeigen | zusammenfassung lesen
            artikel zusammenfassen | ki-zusammenfassung | jetzt registrieren | jetzt entdecken
            mehr erfahren | zum shop | hier klicken | pas le temps de lire | résumer l'article
            lire le résumé | résumé par l'ia | obtenir un résumé | en savoir plus | je découvre
            sin tiempo para leer | no tienes tiempo de leer | no tienes tiempo para leer
            resumen de la noticia | resumen con ia | leer resumen | ver resumen | leer el resumen
            saber más | conoce más | saiba mais | sem tempo para ler
            não tem tempo para ler | ler resumo | ver resumo | resumo da notícia
            non hai tempo di leggere | leggi il riassunto | geen tijd om te lezen
            lees de samenvatting | scopri di più | dowiedz się więcej | узнать больше
            daha fazla bilgi | اعرف المزيد | 了解更多 | 下载app | 打开app | 詳しくはこちら
            詳細はこちら
        """,
        opens="""
            no time to read | click here to | click here for | tap here to | download our app
            download the app | get the app | download our free | available on the app store
            need a news break | stay connected to | forbes contributors publish
            why you can trust sky news | this content is provided by | follow me on
            você já conhece as vantagens | votre e-mail, avec votre consentement
            thanks for reading
            for more stories like this | for more news like this | ntv uygulamasını indir
            for the latest news, weather | for the latest news and weather
            dziękujemy, że przeczytałaś | jeśli chcesz być na bieżąco
            get it on google | have a story | have a tip | got a tip | got a story
            do you have a story | do you know more | send us a tip | send your tips
            tell us what you think | tell us your story | share your story | share your experience
            contact us at | email us at | to learn more about how | klicken sie hier
            hier geht es zu | laden sie unsere app | cliquez ici | téléchargez | descarga la app
            descarga nuestra | haz clic aquí | baixe o app | baixe o aplicativo | clique aqui
            scarica l'app | clicca qui | pobierz aplikację | скачать приложение | uygulamayı indir
            扫一扫 | 下载客户端 | 扫码下载
        """,
        words=25,
        hits=(
            "No time to read? Get a summary", "Get a summary", "Download our app", "Learn more »",
            "¿No tienes tiempo de leer?", "Leer resumen",
        ),
        misses=(
            "Get a summary of the law before you vote, lawyers advise their clients.",
            "There was no time to read the file.",
        ),
    ),
    Phrases(
        "paywall", "signup",
        "Log in, pay, or go away.",
        whole="""
            log in | login | log out | logout | sign in | sign out | signin | my account | account
            see our offers | see offers | view offers | see subscription options | view options
            register | create account | create an account | create a free account
            forgot password | forgot your password | password | username | remember me
            subscriber only | subscribers only | premium | exclusive | for subscribers
            members only | already a subscriber | already have an account | already a member
            subscription | subscriptions | subscribe to continue | e-paper | epaper
            e-paper und news in einer app | alle news in einer app
            continue reading | keep reading | read the full article | unlock this article
            manage subscription | group subscriptions | einloggen | abmelden | passwort vergessen
            passwort | benutzername | angemeldet bleiben | abo | abonnement | abo kündigen
            zum abo | mein konto | konto erstellen | registrieren | jetzt testen | schon abonnent
            jetzt weiterlesen | abo testen | se connecter | connexion | déjà abonné
            mot de passe oublié | réservé aux abonnés | article réservé aux abonnés | mon compte
            iniciar sesión | inicia sesión | regístrate | ya soy suscriptor | solo suscriptores
            mi cuenta | entrar | entre | fazer login | esqueci minha senha | já é assinante
            minha conta | accedi | registrati | abbonati | password dimenticata | zaloguj
            zaloguj się | zarejestruj się | moje konto | войти | вход | регистрация
            забыли пароль | giriş yap | üye ol | şifremi unuttum | تسجيل الدخول | إنشاء حساب
            登录 | 注册 | 登录/注册 | 忘记密码 | ログイン | 会員登録 | 新規登録 | 有料会員限定
            ログインする | 로그인 | 회원가입
        """,
        opens="""
            already a subscriber | already a member | already have an account
            already with us | unlimited articles | unlimited access | cancel anytime
            cancel any time | cancel at any time | cancel whenever | read on with a
            don't have an account | log in to | log in with | login to | login with | sign in to
            sign in with | please log in | please sign in | you must be logged in
            you need to be logged in | to continue reading | to read the full
            to read this article | this article is for subscribers | this content is for
            this is a subscriber | this story is for subscribers | this is premium
            you have reached your limit | you've reached your | you have # free articles
            you've read # | # free articles | free articles left | unlock | subscribe to read
            subscribe to unlock | subscribe to continue | become a subscriber to
            continue reading with | keep reading with | start your free | try # months | from just
            only $# | cancel anytime | special offer | subscribe for only
            create your free account | create a free account | support independent journalism
            support our journalism | support local journalism | support our work | support us
            make a donation | make a contribution | donate now | donate to | your support
            we need your help | become a supporter | become a member | help us continue
            help keep | if you value our | buy us a coffee | buy me a coffee | consider donating
            please consider | dieser artikel gehört zum angebot
            sie haben bereits | sie sind bereits | noch kein konto
            weiterlesen mit | jetzt weiterlesen | lesen sie diesen artikel mit
            dieser artikel ist | unterstützen sie | jetzt spenden | spenden sie
            cet article est réservé | il vous reste | pour lire la suite | abonnez-vous pour
            déjà abonné | soutenez | faites un don | faire un don | contenido exclusivo
            este contenido es | para seguir leyendo | suscríbete para | suscríbete por | apoya
            haz una donación | conteúdo exclusivo | assine para | para continuar lendo | apoie
            contenuto riservato | per continuare a leggere | abbonati per | sostieni
            artykuł dostępny | dostęp do | wesprzyj | поддержите | поддержать | للاشتراك | 登录后
            この記事は有料 | 残り#文字
        """,
        words=30,
        hits=(
            "Already a subscriber? Log in", "Log in", "To continue reading, subscribe today",
            "Support our journalism from £2 a month", "Réservé aux abonnés",
            "E-Paper und News in einer App",
        ),
        misses=(
            "Unlocking the door, she found the office empty.",
            "The register was signed by both families.",
            "He had to log in to the system twice a day to keep his job, the tribunal heard.",
        ),
    ),
    Phrases(
        "appeal", "signup",
        "What papers that live by donations say of themselves between paragraphs.",
        opens="""
            from reproductive rights to climate change | at such a critical moment in us history
            the independent is trusted by americans | your support makes all the difference
            your donation allows us | before you move on, | we hope you appreciated this
            i hope you appreciated this
        """,
        words=80,
        hits=("Your donation allows us to keep sending journalists.",),
        misses=("From reproductive rights she turned to taxes.", "Your donation was stolen."),
    ),
    Phrases(
        "donate", "signup",
        "Asking for money, in one or two words.",
        whole="""
            donate | donate now | donate today | give now | support us | contribute
            make a donation | spenden | jetzt spenden | unterstützen | mitglied werden
            faire un don | je donne | donar | dona | doar | doe | dona ora | sostienici
            wesprzyj nas | поддержать | bağış yap | تبرع | 捐款 | 寄付
        """,
        hits=("Donate", "Faire un don"),
        misses=("Donate blood on Saturday, the hospital asks residents of Varrow County.",),
    ),
)  # fmt: skip
