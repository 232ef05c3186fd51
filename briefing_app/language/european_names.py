"""Given names of German- and French-speaking people, so that "sie" and "elle" find whom they mean; this project's own list."""

from __future__ import annotations

from briefing_app.language.words import listed

GERMAN_WOMEN = listed(
    """
andrea angela angelika anja anke anna anne annegret annette antje astrid barbara bärbel beate bettina birgit brigitte britta carolin
charlotte christa christiane christina christine claudia cornelia dagmar daniela doris dorothea elena elfriede elisabeth elke emma erika
eva franziska frauke gabriele gerda gisela gudrun hanna hannah heide heidi heike helga hilde hildegard ilse ingrid inge irene iris jana
jasmin johanna julia jutta karin karoline katarina katharina kathrin katja katrin kerstin klara kristina laura lea lena lisa luise maike
manuela margarete margot maria marianne marie marina marion marlene martina maren melanie mia michaela miriam monika nadine nicole nina
olga paula petra regina renate ricarda rita rosemarie ruth sabine sandra sara sarah saskia silke silvia simone sonja sophia sophie
stefanie steffi susanne svenja svetlana tanja tina ulrike ursula ute uta vera verena waltraud yvonne
"""
)

GERMAN_MEN = listed(
    """
achim albert alexander andreas anton armin arne arnold axel benedikt benjamin bernd bernhard björn boris bruno burkhard carl carsten
christian christoph clemens daniel detlef dieter dietmar dirk dominik eberhard eckart edgar egon emil erich ernst erwin fabian felix
ferdinand florian frank franz friedrich fritz georg gerd gerhard gregor günter günther gustav hannes hans harald hartmut heiko heiner
heinrich heinz helmut henning herbert hermann holger horst hubert hubertus ingo jan jens joachim jochen johann johannes jonas jörg josef
julian jürgen kai karl karsten kevin klaus konrad konstantin kurt lars leo leon leonhard lorenz lothar lukas lutz manfred marc marcel
marco marcus mario markus martin matthias max maximilian michael moritz nico niklas nils norbert olaf oliver oskar oswald otto patrick
paul peter philipp rainer ralf ralph reiner reinhard reinhold richard robert robin roland rolf rüdiger rudolf sebastian siegfried sigmar
simon stefan steffen stephan sven theo theodor thilo thomas thorsten till tim timo tobias tom torsten udo ulf ulrich uwe valentin viktor
volker walter werner wilhelm willi winfried wolf wolfgang
"""
)

FRENCH_WOMEN = listed(
    """
adèle agnès alexandra alice aline amandine amélie anaïs andrée anna anne annie antoinette audrey aurélie aurore barbara béatrice bérénice
bernadette brigitte camille carine carole caroline catherine cécile céline chantal charlotte chloé christelle christiane christine claire
clara clémence clémentine colette coralie corinne cristina danielle delphine denise diane dominique dorothée édith élaine éléonore élisa
élisabeth élise élodie éloïse émilie emma emmanuelle estelle ève éva évelyne fabienne fanny fatima fleur florence françoise frédérique
gaëlle geneviève georgette ghislaine gisèle hélène henriette huguette inès ingrid irène isabelle jacqueline jeanne jeannine jennifer
jessica joëlle josette josiane judith julie juliette karine laetitia laura laure laurence léa léna liliane lise lola louise lucie lucile
lydie madeleine manon margaux margot marguerite maria marianne marie marine marion marlène martine mathilde maud mélanie michèle mireille
monique morgane muriel myriam nadège nadia nadine nathalie nicole noémie odette odile olivia pascale patricia paule pauline pénélope
raphaëlle régine renée rosalie roselyne sabrina sandra sandrine sarah ségolène séverine simone solange solène sonia sophie stéphanie
suzanne sylvie tatiana thérèse valérie vanessa véronique victoire virginie viviane yvette yvonne zoé
"""
)

FRENCH_MEN = listed(
    """
adrien alain albert alexandre alexis alfred alphonse amaury andré anthony antoine arnaud arthur auguste aurélien baptiste bastien benjamin
benoît bernard bertrand boris bruno cédric charles christian christophe claude clément cyril damien daniel david denis didier dimitri
edgar édouard éloi emile émile emmanuel éric erwan étienne eugène fabien fabrice félix ferdinand fernand florent florian francis franck
françois frédéric gabriel gaël gaspard gaston georges gérald gérard germain gilbert gilles grégoire grégory guillaume gustave guy hector
henri hervé hubert hugo hugues ignace ivan jacky jacques jean jérémie jérémy jérôme joachim joël jordan joseph jules julien justin kévin
laurent léo léon léonard lionel loïc louis luc lucas lucien ludovic manuel marc marcel marius martin mathias mathieu matthieu maurice max
maxence maxime michaël michel nathan nicolas noël octave olivier oscar pascal patrice patrick paul philippe pierre quentin raoul raphaël
raymond régis rémi rémy renaud rené richard robert robin rodolphe roger roland romain samuel sébastien serge simon stéphane sylvain
tanguy théo théodore thibault thierry thomas timothée tony tristan valentin victor vincent vivien william xavier yann yannick yves yvon
"""
)
