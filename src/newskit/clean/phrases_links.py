"""Phrases that lead away from the article: other stories, sections, topics, the rest of the site.

Read `rules.py` for how phrases are matched. The groups marked ``section=True`` also condemn, when
they stand as headings, the headlines and teasers under them.
"""

from __future__ import annotations

from newskit.clean.phrase import Phrases

RELATED = (
    Phrases(
        "related", "related",
        "Headings over lists of other stories.",
        whole="""
            get caught up | related | related articles | related article | related stories
            related story
            related posts | related post | related content | related news | related reading
            related links | related coverage | related topics and stories | related video
            related videos | related items | related products | more stories | more news
            more articles | more from this author | more from the author | more on this
            more on this story | more on this topic | more like this | more headlines
            more coverage | more to read | more to explore | more for you | more in this section
            more top stories | more great reads | more reads | most read | most popular
            most viewed | most shared | most watched | most recent | most commented
            most discussed | popular | popular posts | popular stories | popular articles
            popular now | popular news | popular this week | trending | trending now
            trending stories | trending topics | trending news | trending articles | top stories
            top story | top news | top headlines | top reads | top picks | latest | latest news
            latest stories | latest articles | latest headlines | latest posts | latest videos
            latest updates | latest from | recent posts | recent articles | recent news
            recent stories | recommended | recommended reading | recommended for you
            recommended stories | recommended articles | recommended posts | recommended content
            recommended videos | you may like | you may also like | you might like
            you might also like | you might also be interested in | you may also be interested in
            you may also enjoy | you might also enjoy | also read | also in | also on | also see
            see also | what to read next | read next | up next | next up | read more
            read more stories | don't miss | don't miss these | editor's pick | editor's picks
            editors' picks | editors' choice | editor's choice | featured | featured articles
            featured stories | featured posts | featured video | featured content
            in case you missed it | icymi | must read | must reads | must-read | this week's top
            hot topics | similar articles | similar stories | similar posts | other stories
            other articles | other news | from the web | around the web | elsewhere on the web
            from our partners | promoted stories | promoted content | paid content
            sponsored stories | sponsored content | sponsored links | sponsored | more sponsored
            you missed | further reading | keep reading | continue reading | explore more
            discover more | suggested | suggested reading | suggested articles | in other news
            today's top stories | breaking news | just in | headlines | top videos | watch next
            now playing next | read on | view more | load more | load more stories
            load more posts | load more updates | show more | see more | see all | view all
            more videos | in this series | about this series | other posts | related tags
            from the archive | from the archives | from our archive | from our archives
            other posts you might enjoy | posts you might enjoy | stories you may like | what's hot
            spotlight | ähnliche artikel | ähnliche beiträge
            verwandte artikel | verwandte themen | verwandte beiträge | weitere artikel
            weitere meldungen | weitere themen | weitere nachrichten | weitere beiträge
            weitere news | weitere videos | weitere informationen | mehr zum thema | mehr dazu
            mehr aus | mehr von | mehr news | mehr | lesen sie auch | lesen sie mehr
            lesen sie mehr zum thema | auch interessant | auch lesenswert
            diese artikel könnten dich ebenfalls interessieren
            diese artikel könnten sie interessieren
            das könnte sie auch interessieren | das könnte dich auch interessieren
            das könnte ihnen auch gefallen | meistgelesen | meistgelesene artikel | meist gelesen
            am meisten gelesen | beliebt | beliebte artikel | beliebteste artikel
            neueste artikel | neueste beiträge | neueste meldungen | aktuelle artikel
            aktuelle nachrichten | aktuelle meldungen | top-themen | topthemen | top-news
            top news | empfohlen | empfehlungen | empfehlungen der redaktion | unsere empfehlungen
            nicht verpassen | zum thema | passend zum thema | siehe auch | weiterlesen
            mehr lesen | nächster artikel | vorheriger artikel | à lire aussi | a lire aussi
            lire aussi | à lire également | lire également | à lire | à voir aussi | voir aussi
            sur le même sujet | sur le même thème | dans la même rubrique | articles liés
            articles similaires | articles connexes | les plus lus | le plus lu
            les plus populaires | les plus consultés | à la une | dernières actualités
            derniers articles | dernières infos | à ne pas manquer | nos derniers articles
            plus d'articles | nos recommandations | recommandé pour vous | vous aimerez aussi
            en lecture suivant | vous pourriez aussi aimer | contenus sponsorisés | le fil info
            en continu | lire la suite | lire plus | noticias relacionadas
            artículos relacionados | contenido relacionado | te puede interesar
            también te puede interesar | te puede gustar | te recomendamos | le puede interesar
            relacionadas | relacionado | relacionados | más noticias | más leídas | lo más leído
            lo más visto | más vistas | lo más reciente | últimas noticias | últimas entradas
            lea también | leer más | lee también | lee más | ver más | ver también
            seguir leyendo | no te pierdas | más información | más sobre este tema | destacadas
            destacados | recomendados | recomendadas | temas relacionados | entradas relacionadas
            otras noticias | leia também | leia mais | veja também | veja mais
            notícias relacionadas | matérias relacionadas | relacionadas | mais lidas
            as mais lidas | mais lidos | últimas notícias | mais notícias | saiba mais
            continue lendo | artigos relacionados | posts relacionados | você pode gostar
            recomendado para você | não perca | recomendadas | ler mais | mais populares
            destaques | leggi anche | leggi tutto | leggi di più | articoli correlati
            notizie correlate | potrebbe interessarti | potrebbe interessarti anche
            ti potrebbe interessare | ti potrebbero interessare | i più letti | più letti
            ultime notizie | ultimi articoli | altre notizie | altri articoli | da non perdere
            sullo stesso argomento | vedi anche | correlati | video correlati | zobacz także
            zobacz też | zobacz również | czytaj także | czytaj też | czytaj również
            czytaj więcej | czytaj dalej | przeczytaj także | przeczytaj też
            przeczytaj następny tekst | powiązane | powiązane artykuły | podobne artykuły
            polecane | polecamy | najczęściej czytane | najnowsze | najpopularniejsze
            bekijk ook | lees ook | lees verder | lees meer | meer over dit onderwerp
            gerelateerd | gerelateerde artikelen | meest gelezen | net binnen | ook interessant
            aanbevolen | läs också | läs även | läs mer | mest läst | mest lästa | senaste nytt
            relaterade artiklar | læs også | læs mere | mest læste | seneste nyt
            relaterede artikler | les også | les mer | mest lest | siste nytt | lue myös
            luetuimmat | lisää aiheesta | čtěte také | čtěte dále | mohlo by vás zajímat
            související články | nejčtenější
            najnowsze artykuły | warto przeczytać | więcej na ten temat | inne artykuły
            sprawdź także | читайте также | читать также | читайте еще | читайте по теме | по теме
            похожие статьи | похожие новости | похожие материалы | материалы по теме
            новости по теме | другие новости | последние новости | главные новости
            самое читаемое | популярное | популярные новости | самое популярное | рекомендуем
            рекомендуемое | ещё | еще | больше по теме | смотрите также | смотри также
            новости партнёров | новости партнеров | читать далее | подробнее | лента новостей
            главное | выбор редакции | що читати далі | читайте також | ilgili haberler
            ilgili içerikler | bunlar da ilginizi çekebilir | benzer haberler | son haberler
            diğer haberler | çok okunanlar | en çok okunanlar | öne çıkanlar | devamını oku
            önerilen haberler | اقرأ أيضا | اقرأ أيضاً | إقرأ أيضا | اقرأ المزيد | مواضيع ذات صلة
            أخبار ذات صلة | مقالات ذات صلة | ذات صلة | الأكثر قراءة | آخر الأخبار | الأكثر مشاهدة
            قد يهمك أيضا | شاهد أيضا | المزيد | 相关新闻 | 相关阅读 | 相关文章 | 相关推荐
            推荐阅读 | 热门文章 | 热门推荐 | 热门新闻 | 最新文章 | 最新新闻 | 更多 | 更多新闻
            延伸阅读 | 猜你喜欢 | 大家都在看 | 阅读排行 | 热点新闻 | 精彩推荐 | 点击排行
            阅读更多 | 新闻排行 | 为你推荐 | 其他新闻 | 不感兴趣 | 阅读原文 | 查看更多 | 阅读全文
            関連記事 | 関連ニュース | おすすめ記事 | おすすめ | あわせて読みたい | 人気記事
            最新記事 | 新着記事 | ランキング | アクセスランキング | こちらもおすすめ | もっと見る
            続きを読む | 関連リンク | 注目記事 | 最新ニュース | 관련기사 | 관련 기사
            많이 본 뉴스 | 인기기사 | 추천기사 | 더보기
        """,
        opens="""
            also in this week | also in today's | also in this issue | inside this issue
            read more from | more from: | more from | more on: | more stories from
            more stories about
            more news from | more news on | more by | recommended for | related to this
            most read in | most popular in | latest in | latest from | the latest from
            trending in | top stories in | popular in | stories from around | related: | see also:
            you might also | you may also | also on | recent posts | recommended from
            mehr zum thema | mehr aus | mehr von | weitere artikel | weitere themen | das könnte
            meistgelesen | mehr zu | mehr über | die meistgelesenen | die beliebtesten
            aktuelle nachrichten aus | sur le même | dans la même | plus de | tous les articles
            más noticias de | más sobre | lo más | mais sobre | mais de | tudo sobre
            altre notizie | tutte le notizie | więcej o | больше новостей | другие материалы
            相关 | 更多
        """,
        words=8,
        section=True,
        headlines=True,
        hits=("Related articles", "Most read", "Mehr zum Thema", "相关阅读", "More from Jo"),
        misses=(
            "More from the council is expected on Friday.",
            "Related to this was the question of money.",
            "The latest figures are due on Friday.",
            "Popular protests in Varrow County were met with force.",
            "Featured in the exhibition are forty photographs by Mara Lindqvist.",
        ),
    ),
    Phrases(
        "teaser", "related",
        "A label and another story's headline in one piece; or the series that a story belongs to.",
        opens="""
            from the archive | from the archives | from our archive | from our archives | don't miss
            this article is part of | this story is part of | this interview is part of
            this post is part of | this is part of our | dieser artikel ist teil
            cet article fait partie | este artículo forma parte | este artigo faz parte
        """,
        words=25,
        headlines=True,
        hits=(
            "From the archive: the night that made a mayor",
            "Don't miss The attic that became a pool",
        ),
        misses=("From the archives he took a map of the harbour.",),
    ),
    Phrases(
        "read-also", "related",
        "A pointer to another story, in one line with that story's headline, often between "
        "paragraphs.",
        opens="""
            read more: | read also: | also read: | read: | read next: | read this:
            read more about | read more on | read more at | read more here | read the full story
            read our full | read full story | read the full | related: | related story:
            related article: | related video: | related stories: | related reading: | see also:
            see more: | see: | watch: | watch now: | watch live: | watch more: | listen:
            listen to: | go deeper: | more: | more here: | more info: | don't miss: | explore:
            learn more:
            learn more about | also see: | more on this story: | more on that: | must read:
            in pictures: | in photos: | photos: | gallery: | video: | podcast:
            from the archives: | up next: | recommended: | recommended reading: | check out:
            click here: | further reading: | you may also like: | you might also like: | next:
            previous: | before you go: | trending: | editor's picks: | read on: | lesen sie auch:
            lesen sie auch | lesen sie hier | lesen sie mehr | lesen sie dazu | lesen sie außerdem
            mehr zum thema: | mehr dazu: | mehr lesen: | auch interessant: | auch interessant
            siehe auch: | video: | hier lesen sie | passend dazu: | weiterlesen: | fotostrecke:
            à lire aussi : | à lire aussi: | à lire aussi | a lire aussi | a lire : | lire aussi :
            lire aussi: | lire aussi | lire également | à lire : | à voir : | voir aussi :
            regarder : | écouter : | pour aller plus loin : | lire notre | lea también:
            lea también | lee también: | lee también | lea además | te puede interesar:
            le puede interesar
            te puede interesar | puede leer: | ver también: | más información: | mira también
            ver más: | vea también | lea aquí | leer también: | leer más: | además lee
            te recomendamos: | conozca más: | leia também: | leia também | leia mais: | leia mais
            leia: | veja também: | veja também | saiba mais: | veja: | confira: | confira também:
            assista: | ouça: | leggi anche: | leggi anche | leggi: | vedi anche: | guarda anche:
            approfondisci: | czytaj także: | czytaj też: | czytaj także | czytaj też
            lees ook: | lees ook | lees meer: | bekijk ook: | läs också: | läs även: | läs mer:
            læs også: | læs mere: | les også: | les mer: | lue myös: | čtěte také: | zobacz wideo
            zobacz galerię | zobacz zdjęcia | zobacz także: | zobacz też: | zobacz także
            zobacz też | przeczytaj też:
            przeczytaj także: | czytaj więcej: | czytaj również: | zobacz: | sprawdź:
            читайте также: | читайте также | читайте: | читать: | по теме: | смотрите также:
            смотрите: | подробнее: | читайте в | ещё по теме: | также по теме: | читайте также—
            ilgili haber: | bunu da okuyun | ayrıca okuyun: | okuyun: | izleyin: | اقرأ أيضا:
            اقرأ أيضاً: | اقرأ أيضا | اقرأ أيضاً | إقرأ أيضا | إقرأ أيضاً | شاهد أيضا | شاهد:
            طالع أيضا | 相关阅读: | 相关新闻: | 相关报道: | 延伸阅读: | 推荐阅读: | 更多阅读:
            阅读更多: | 点击阅读 | 関連記事: | あわせて読みたい: | 【関連 | 関連: | ▶関連
        """,
        words=32,
        hits=(
            "Read more: Council votes on harbour plan", "Lesen Sie auch: Der Hafen schließt",
            "READ ALSO: Mara Lindqvist named mayor", "Читайте также: Порт закрыт",
        ),
        misses=(
            "Read the letter aloud, the judge told him.",
            "Watch out for ice on the harbour road.",
            "More than 300 people came.",
            "Opinion polls put the party at 31 percent.",
        ),
    ),
    Phrases(
        "next-previous", "nav",
        "Links to the neighbouring articles; the headline that follows is another story's.",
        whole="""
            previous | next | previous article | next article | previous post | next post
            previous story | next story | prev | prev post | prev article | previous page
            next page | older posts | newer posts | older post | newer post | older | newer
            post navigation | continue to next article | previous entry | next entry
            previous news | next news | previous slide | next slide | next video | previous video
            previous article next article | next up | previous next | previous / next | up next
            vorheriger artikel | nächster artikel | vorheriger beitrag | nächster beitrag
            beitragsnavigation | zurück | weiter | vorherige | nächste | vorherige seite
            nächste seite | vorherige meldung | nächste meldung | article précédent
            article suivant | précédent | suivant | page suivante | page précédente
            artículo anterior | siguiente artículo | artículo siguiente | anterior | siguiente
            entrada anterior | entrada siguiente | siguiente entrada | noticia anterior
            noticia siguiente | próxima noticia | artigo anterior | próximo artigo | próximo
            próxima | post anterior | próximo post | notícia anterior | próxima notícia
            articolo precedente | articolo successivo | prossimo articolo | precedente
            successivo | poprzedni artykuł | następny artykuł | poprzedni | następny
            poprzedni wpis | następny wpis | предыдущая статья | следующая статья | предыдущая
            следующая | предыдущая новость | следующая новость | назад | вперёд | вперед
            önceki haber | sonraki haber | önceki | sonraki | önceki yazı | sonraki yazı
            المقال السابق | المقال التالي | السابق | التالي | الخبر السابق | الخبر التالي | 上一篇
            下一篇 | 上一页 | 下一页 | 前の記事 | 次の記事 | 前へ | 次へ | 이전기사 | 다음기사
        """,
        opens="""
            previous article: | next article: | previous post: | next post: | previous: | next:
            previous story: | next story: | previous article | next article | previous post
            next post | previous story | next story | vorheriger artikel | nächster artikel
            vorheriger beitrag | nächster beitrag | article précédent | article suivant
            artículo anterior | siguiente artículo | entrada anterior | siguiente entrada
            siguiente noticia: | noticia anterior: | artigo anterior | próximo artigo
            articolo precedente | articolo successivo | poprzedni artykuł | następny artykuł
            предыдущая статья | следующая статья | önceki haber | sonraki haber | المقال السابق
            المقال التالي | 上一篇: | 下一篇: | 上一篇 | 下一篇 | 前の記事 | 次の記事
        """,
        words=25,
        hits=(
            "Previous Article", "Next article: Varrow County floods", "« Older posts",
            "下一篇：港口关闭",
        ),
        misses=(
            "The next article of the treaty deals with fishing.", "Next week the port will open.",
        ),
    ),
)  # fmt: skip

TAGS = (
    Phrases(
        "tags", "tag",
        "Topic labels and the words before them.",
        whole="""
            tags | tag | topics | topic | article tags | filed under | categories | category
            keywords | more about | more on | related topics | explore topics
            explore more topics | in this article | in this story | read more about | themen
            schlagworte | schlagwörter | stichworte | themen des artikels | thema | kategorien
            kategorie | mots-clés | sujets | thèmes | rubriques | étiquettes | temas | etiquetas
            categorías | archivado en | marcadores | assuntos | tópicos | argomenti | tag articolo
            temat | tematy | tagi | kategorie | słowa kluczowe | теги | темы | тема | метки
            рубрики | etiketler | konular | kategoriler | الوسوم | كلمات مفتاحية | العلامات | 标签
            关键词 | 分类 | タグ | キーワード | カテゴリー | カテゴリ | 태그
        """,
        opens="""
            tags: | tag: | topics: | topic: | filed under: | filed under | filed in | posted in
            posted under | categories: | category: | keywords: | tagged: | tagged with | tagged as
            tagged in | tagged | article tags: | more on: | more about: | related topics:
            subjects: | this entry was posted in | this article was tagged | this post was tagged
            themen: | schlagworte: | schlagwörter: | stichworte: | stichwörter: | kategorien:
            kategorie: | thema: | mots-clés : | mots-clés: | sujets : | thèmes : | publié dans
            temas: | etiquetas: | categorías: | en este artículo: | archivado en: | assuntos:
            tópicos: | argomenti: | tagi: | tematy: | słowa kluczowe: | теги: | темы: | метки:
            рубрики: | etiketler: | konular: | الوسوم: | كلمات مفتاحية: | 标签: | 关键词: | 分类:
            タグ: | キーワード:
        """,
        words=30,
        section=True,
        headlines=True,
        hits=("Tags: harbour, fishing, Varrow County", "Topics", "Filed under News", "标签：港口"),
        misses=("Topics discussed at the meeting ranged from fish to freight.",),
    ),
)  # fmt: skip
