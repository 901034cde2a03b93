"""Capitalised words that open sentences far more often than they continue a name.

After an abbreviation that may end a sentence or stand inside a name ("U.S."), only these are taken
for the beginning of the next sentence. They are the pronouns, articles, prepositions, conjunctions
and question words of each language; the English verbs and nouns were chosen by hand from the words
that, in 16 million characters of English news and web text, opened six sentences or more (three for
plurals) and stood within sentences in lower case at least 40 times (60) as often as with a capital.

What they get wrong: names ("the U.S. Canada did not"), and headlines ("the U.S. Police Force").
"""

from __future__ import annotations

from newskit.text.word_set import word_set

# No name of a person begins with one of these: they open a sentence even after an initial.
FUNCTION_WORDS = word_set(
    # English: pronouns, articles, prepositions, conjunctions, auxiliaries, numerals
    "The A An He She It They We I You But And In On At This That These Those There For If When",
    "While As After Before His Her Their Its Our My Your Both Some Many Most No Not So Yet What",
    "Who Why How Where Which Whether Whatever Whereas With By From Under Over During Since",
    "Although Though Because Until Unless Upon Despite Among Such Other Others Another Each Every",
    "All Any Anyone Anybody Everyone Everybody Everything Someone Somebody Something Nobody None",
    "Nothing Neither Either Few Several Various Numerous Much More Less Is Are Was Were Be Do Did",
    "Does Don Doing Can Could Will Would Has Have Had Having Should Must Let Or Nor To Of Like",
    "Unlike Instead About Above Across Along Around Below Behind Beneath Beside Besides Between",
    "Beyond Following Given Outside Per Rather Regardless Through Throughout Toward Towards Up",
    "Within Without One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Dozens Hundreds",
    "Thousands Millions Tens Mr Mrs Ms Dr",
    # adverbs and the like
    "However Meanwhile Last Next Now Then Here Once Only Even Still Later Earlier Today Yesterday",
    "Tomorrow Also Again Almost Always Apart Aside Back Basically Based Clearly Compared Currently",
    "Depending Different Due Early Elsewhere Especially Eventually Finally Further Generally Half",
    "Immediately Importantly Indeed Initially Just Larger Later Maybe Nearly Often Otherwise",
    "Overall Perhaps Personally Recent Recently Regularly Roughly Shortly Simply Smaller Sometimes",
    "Soon Specifically Suddenly Therefore Thus Together Too Typically Ultimately Usually Well",
    "According Speaking Taking Using Working Looking Knowing Making Getting Giving Keeping",
    # German
    "Der Die Das Den Dem Des Er Sie Es Wir Ich Ein Eine Einen Im Am Und Aber Auch Doch Nach Mit",
    "Bei Für Auf Aus Als Wenn Wie Zu Zum Zur Vor Seit Dabei Damit Dort Hier Nun Sein Seine Ihr",
    "Ihre Diese Dieser Dieses Zudem Allerdings Laut Bis Gestern Heute Niemand Jemand Alle Alles",
    "Viele Wer Wo Wann Warum Denn Dann Danach Daher Darum Deshalb Trotzdem Jetzt Bald Schon Nur",
    "Noch Nicht Kein Keine Dass Ob Obwohl Weil Während Zwischen Gegen Ohne Um Unter Über Durch",
    "Bereits Derzeit Jedoch Kann Hat Ist Sind Unser Unsere Einige Mehrere Beide Beim Vom Zwei Drei",
    "Vier Fünf",
    # French
    "Le Les Un Une Il Elle Ils Elles On Ce Cette Ces Et Mais Dans Pour Avec Selon Après Depuis Son",
    "Sa Ses Leur Leurs Au Aux Nous Je Par Si Sur Hier Personne Rien Tous Toutes Tout Quand Que Qui",
    "Comment Pourquoi Où Chaque Plusieurs Certains Certaines Aucun Aucune Alors Ainsi Aussi Avant",
    "Chez Comme Contre En Entre Encore Enfin Lorsque Lors Malgré Notre Nos Votre Vos Ne Ni Ou",
    "Pendant Puis Quant Sans Sous Vers Voici Voilà Y À Ça Cela Cet Celui Celle Ceux Quelques Deux",
    "Trois Quatre Cinq Toutefois Cependant Pourtant Quel Quelle",
    # Spanish
    "El Los Las Una Unos Pero Y En Por Para Con Su Sus Según También Tras Ayer Hoy Él Ella Desde",
    "Este Esta Estos Al Nadie Nada Alguien Algo Todos Todas Todo Cada Cuando Como Donde Dónde",
    "Quién Qué Cómo Porque Aunque Mientras Hasta Hacia Sin Sobre Ante Contra Durante Además Así",
    "Ahora Entonces Luego Después Antes Aquí Allí Eso Esto Esa Ese Nuestro Nuestra Ya Muy Más Solo",
    "Sólo Sí Ni Pues Ellos Ellas Nosotros Yo Dos Tres Cuatro Algunos Algunas Varios Otro Otra",
    "Otros",
    # Italian, Portuguese
    "Lo Gli Uno Ma E È Nel Nella Suo Sua Dopo Secondo Questo Questa Anche Nessuno Niente Tutti",
    "Tutto Ogni Dove Perché Chi Che Lui Lei Loro Noi Io Non Ancora Così Poi Ora Adesso Oggi Ieri",
    "Domani Prima Mentre Però Quindi Infatti Inoltre Tra Fra Sul Sulla Dal Dalla Alla Due Tre O Os",
    "As Um Uma Mas Na Em Seu Segundo Ele Ela Eles Ninguém Alguém Tudo Onde Embora Enquanto Até Sem",
    "Além Assim Agora Então Depois Aqui Ali Isso Isto Nós Eu Você Não Sim Já Mais Muito Dois Duas",
    "Três Ontem Hoje À Ao Aos",
    # Russian
    "В На Он Она Они Но И А По Это Как Для При Из За С Мы Я После Однако Также Ранее Об О Никто",
    "Ничто Все Всё Каждый Когда Где Кто Что Почему Если Хотя Пока Потом Затем Теперь Сейчас Там",
    "Тут Здесь Эта Этот Эти Тот Его Её Их Не Ни Да Нет У К От До Без Через Между Среди Во Со Или",
    "Ты Вы Сегодня Вчера Вскоре Так Ещё Уже Только Даже",
)  # fmt: skip

# English words that are also surnames or open them.
_CONTENT_WORDS = word_set(
    # verbs that give advice
    "Add Ask Avoid Begin Bring Check Choose Click Consider Create Ensure Expect Explore Find",
    "Follow Get Give Help Imagine Include Join Keep Know Leave Look Make Meet Need Pay Pick Please",
    "Put Read Remember Replace See Select Start Stay Stop Take Talk Tell Thanks Think Try Turn Use",
    "Visit Watch Welcome Write",
    # people and things that news reports on
    "Activists Analysts Attacks Attendees Authorities Businesses Campaigners Charges Clients",
    "Commuters Companies Consumers Costs Countries Creators Crews Critics Customers Days Designers",
    "Detectives Details Developers Doctors Drivers Economists Efforts Employees Employers Examples",
    "Experts Families Fans Farmers Figures Firefighters Friends Governments Guests Gunmen Hours",
    "Individuals Insurgents Investigators Investors Lawmakers Lawyers Leaders Learners Locations",
    "Manufacturers Members Militants Minutes Neighbors Neighbours Negotiations Officers Officials",
    "Opponents Organizations Organizers Organisers Owners Parents Participants Passengers Patients",
    "People Photographers Photos Players Police Prices Problems Professionals Prosecutors",
    "Protesters Rates Readers Rebels Relations Reports Rescuers Researchers Residents Results",
    "Retailers Scientists Shares Shoppers Soldiers Studies Students Supporters Survivors Symptoms",
    "Talks Teachers Teams Tensions Tickets Tourists Traders Users Viewers Visitors Voters",
    "Witnesses Workers",
)  # fmt: skip

STARTERS = FUNCTION_WORDS | _CONTENT_WORDS

# French: a single letter that opens a sentence with its apostrophe (L’an, C’est, J’ai).
ELIDED = frozenset("LCJ")
