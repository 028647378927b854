CREATE TABLE actors (
    article_id text NOT NULL,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    actor_kind text NOT NULL,
    actor_affiliation text,
    actor_country text,
    actor_role text,
    actor_known boolean NOT NULL
);
CREATE TABLE articles (
    article_id text NOT NULL,
    path text NOT NULL,
    title text,
    outlet text,
    author text,
    published date,
    published_precision text,
    published_basis text NOT NULL,
    published_evidence text,
    language text NOT NULL,
    text text NOT NULL,
    headline_start integer,
    headline_end integer,
    notes json NOT NULL,
    checksum text NOT NULL,
    published_latest date,
    number integer
);
CREATE TABLE articles_search (
    rowid integer NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE events (
    event_id text NOT NULL,
    article_id text NOT NULL,
    "position" integer NOT NULL,
    occurrence_id text NOT NULL,
    trigger_start integer NOT NULL,
    trigger_end integer NOT NULL,
    trigger text NOT NULL,
    sentence_start integer NOT NULL,
    sentence_end integer NOT NULL,
    sentence text NOT NULL,
    type text NOT NULL,
    plover text NOT NULL,
    modality text NOT NULL,
    objects json NOT NULL,
    place text,
    earliest date,
    latest date,
    "precision" text,
    date_text_start integer,
    date_text_end integer,
    date_text text,
    date_basis text NOT NULL,
    said_in text,
    rule text NOT NULL,
    confidence double precision NOT NULL,
    number integer
);
CREATE TABLE events_search (
    rowid integer NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE furniture (
    article_id text NOT NULL,
    "position" integer NOT NULL,
    line integer NOT NULL,
    text text NOT NULL,
    reason text NOT NULL
);
CREATE TABLE import_errors (
    run_id integer NOT NULL,
    "position" integer NOT NULL,
    file text NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL
);
CREATE TABLE import_runs (
    run_id integer NOT NULL,
    started timestamp without time zone NOT NULL,
    finished timestamp without time zone,
    new integer NOT NULL,
    replaced integer NOT NULL,
    duplicate integer NOT NULL,
    failed integer NOT NULL
);
CREATE SEQUENCE import_runs_run_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE import_runs_run_id_seq OWNED BY import_runs.run_id;
CREATE TABLE mentions (
    article_id text NOT NULL,
    "position" integer NOT NULL,
    words_start integer NOT NULL,
    words_end integer NOT NULL,
    words text NOT NULL,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    actor_kind text NOT NULL,
    actor_affiliation text,
    actor_country text,
    actor_role text,
    actor_known boolean NOT NULL,
    rule text NOT NULL,
    confidence double precision NOT NULL
);
CREATE TABLE participants (
    event_id text NOT NULL,
    article_id text NOT NULL,
    part text NOT NULL,
    "position" integer NOT NULL,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    actor_kind text NOT NULL,
    actor_affiliation text,
    actor_country text,
    actor_role text,
    actor_known boolean NOT NULL
);
CREATE TABLE quotations (
    quotation_id text NOT NULL,
    article_id text NOT NULL,
    "position" integer NOT NULL,
    kind text NOT NULL,
    content json NOT NULL,
    text text NOT NULL,
    source_start integer,
    source_end integer,
    source text,
    speaker_id text,
    speaker_name text,
    speaker_kind text,
    speaker_affiliation text,
    speaker_country text,
    speaker_role text,
    speaker_known boolean,
    cue_start integer,
    cue_end integer,
    cue text,
    addressee text,
    via text,
    said_earliest date,
    said_latest date,
    said_precision text,
    section text NOT NULL,
    within text,
    overall text NOT NULL,
    band text NOT NULL,
    rule text NOT NULL,
    confidence double precision NOT NULL,
    day_earliest date,
    day_latest date,
    number integer
);
CREATE TABLE quotations_search (
    rowid integer NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE stances (
    quotation_id text NOT NULL,
    article_id text NOT NULL,
    "position" integer NOT NULL,
    target text NOT NULL,
    polarity text NOT NULL,
    strength integer,
    posture text NOT NULL,
    evidence json NOT NULL,
    evidence_text text NOT NULL,
    basis text NOT NULL,
    voice text NOT NULL,
    band text NOT NULL,
    explanation text NOT NULL,
    rule text NOT NULL
);
CREATE TABLE store_state (
    name text NOT NULL,
    value integer NOT NULL
);
CREATE TABLE timexes (
    article_id text NOT NULL,
    "position" integer NOT NULL,
    words_start integer NOT NULL,
    words_end integer NOT NULL,
    words text NOT NULL,
    type text NOT NULL,
    value text NOT NULL,
    earliest date,
    latest date,
    "precision" text,
    anchor date,
    rule text NOT NULL,
    confidence double precision NOT NULL,
    flag text
);
ALTER TABLE ONLY import_runs ALTER COLUMN run_id SET DEFAULT nextval('import_runs_run_id_seq'::regclass);
INSERT INTO actors VALUES ('a1', 'mevlut-cavusoglu', 'Mevlüt Çavuşoğlu', 'person', 'Government of Turkey', 'TUR', 'Foreign Minister', true);
INSERT INTO actors VALUES ('a1', 'russia', 'Russia', 'state', NULL, 'RUS', NULL, true);
INSERT INTO actors VALUES ('a1', 'unnamed-usa', 'US official (unnamed)', 'unnamed', 'US State Department', 'USA', NULL, false);
INSERT INTO actors VALUES ('a1', 'turkey', 'Turkey', 'state', NULL, 'TUR', NULL, true);
INSERT INTO actors VALUES ('a2', 'sergey-chemezov', 'Sergey Chemezov', 'person', 'Rostec', 'RUS', 'Chief Executive', true);
INSERT INTO actors VALUES ('a2', 'russia', 'Russia', 'state', NULL, 'RUS', NULL, true);
INSERT INTO actors VALUES ('a2', 'turkey', 'Turkey', 'state', NULL, 'TUR', NULL, true);
INSERT INTO articles VALUES ('a1', 'news/ankara.txt', 'Ankara stands by missile deal', 'Bosphorus Post', 'A. Writer', '2019-11-28', 'day', 'byline', '28.11.2019', 'en', 'Ankara stands by missile deal

Ankara signed a contract for the S-400 with Moscow in December 2017. “We will not give up the S-400”, Foreign Minister Mevlüt Çavuşoğlu said in Ankara on Wednesday. Sanctions would follow a delivery, a US official warned.', 0, 29, '["The outlet is named in the last line."]', 'c1', '2019-11-28', 1);
INSERT INTO articles VALUES ('a2', 'news/moscow.txt', NULL, NULL, NULL, NULL, NULL, 'unknown', NULL, 'en', 'Russia and Turkey signed the S-400 contract on 12 September 2017. Sergey Chemezov said that deliveries would begin in July 2019. The first regiment may be tested later.', NULL, NULL, '[]', 'c2', NULL, 2);
INSERT INTO articles_search VALUES (1, '''actor:cavusoglu'':93 ''actor:mevlut'':92 ''actor:official'':97 ''actor:russia'':94 ''actor:turkey'':95 ''actor:unnamed'':98 ''actor:us'':96 ''article:2017'':27 ''article:_2017'':68 ''article:_a'':59 ''article:_ankara'':53 ''article:_by'':55 ''article:_cavusoglu'':77 ''article:_contract'':60 ''article:_deal'':57 ''article:_decemb'':67 ''article:_deliveri'':84 ''article:_follow'':83 ''article:_for'':61 ''article:_foreign'':74 ''article:_give'':72 ''article:_in'':66 ''article:_mevlut'':76 ''article:_minist'':75 ''article:_missil'':56 ''article:_moscow'':65 ''article:_not'':71 ''article:_offici'':86 ''article:_on'':79 ''article:_s400'':63 ''article:_said'':78 ''article:_sanction'':81 ''article:_sign'':58 ''article:_stand'':54 ''article:_the'':62 ''article:_up'':73 ''article:_us'':85 ''article:_warn'':87 ''article:_we'':69 ''article:_wednesday'':80 ''article:_will'':70 ''article:_with'':64 ''article:_would'':82 ''article:a'':18,47,49 ''article:ankara'':11,16,41 ''article:by'':13 ''article:cavusoglu'':38 ''article:contract'':19 ''article:deal'':15 ''article:december'':26 ''article:delivery'':48 ''article:follow'':46 ''article:for'':20 ''article:foreign'':35 ''article:give'':31 ''article:in'':25,40 ''article:mevlut'':37 ''article:minister'':36 ''article:missile'':14 ''article:moscow'':24 ''article:not'':30 ''article:official'':51 ''article:on'':42 ''article:s400'':22,34 ''article:said'':39 ''article:sanctions'':44 ''article:signed'':17 ''article:stands'':12 ''article:the'':21,33 ''article:up'':32 ''article:us'':50 ''article:warned'':52 ''article:we'':28 ''article:wednesday'':43 ''article:will'':29 ''article:with'':23 ''article:would'':45 ''author:a'':90 ''author:writer'':91 ''outlet:bosphorus'':88 ''outlet:post'':89 ''title:_ankara'':6 ''title:_by'':8 ''title:_deal'':10 ''title:_missil'':9 ''title:_stand'':7 ''title:ankara'':1 ''title:by'':3 ''title:deal'':5 ''title:missile'':4 ''title:stands'':2');
INSERT INTO articles_search VALUES (2, '''actor:chemezov'':58 ''actor:russia'':56 ''actor:sergey'':57 ''actor:turkey'':59 ''article:12'':9 ''article:2017'':11 ''article:2019'':21 ''article:_12'':37 ''article:_2017'':39 ''article:_2019'':49 ''article:_and'':30 ''article:_be'':53 ''article:_begin'':46 ''article:_chemezov'':41 ''article:_contract'':35 ''article:_deliveri'':44 ''article:_first'':50 ''article:_in'':47 ''article:_juli'':48 ''article:_later'':55 ''article:_may'':52 ''article:_on'':36 ''article:_regiment'':51 ''article:_russia'':29 ''article:_s400'':34 ''article:_said'':42 ''article:_septemb'':38 ''article:_sergey'':40 ''article:_sign'':32 ''article:_test'':54 ''article:_that'':43 ''article:_the'':33 ''article:_turkey'':31 ''article:_would'':45 ''article:and'':2 ''article:be'':26 ''article:begin'':18 ''article:chemezov'':13 ''article:contract'':7 ''article:deliveries'':16 ''article:first'':23 ''article:in'':19 ''article:july'':20 ''article:later'':28 ''article:may'':25 ''article:on'':8 ''article:regiment'':24 ''article:russia'':1 ''article:s400'':6 ''article:said'':14 ''article:september'':10 ''article:sergey'':12 ''article:signed'':4 ''article:tested'':27 ''article:that'':15 ''article:the'':5,22 ''article:turkey'':3 ''article:would'':17');
INSERT INTO events VALUES ('a1-e0', 'a1', 0, 'a1-e0', 38, 44, 'signed', 31, 99, 'Ankara signed a contract for the S-400 with Moscow in December 2017.', 'agreement', 'AGREE', 'actual', '["S-400"]', NULL, '2017-12-01', '2017-12-31', 'month', 85, 98, 'December 2017', 'explicit', NULL, 'trigger verb', 0.9, 1);
INSERT INTO events VALUES ('a1-e1', 'a1', 1, 'a1-e1', 196, 205, 'Sanctions', 196, 252, 'Sanctions would follow a delivery, a US official warned.', 'sanction', 'SANCTION', 'threatened', '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'none', 'a1-q1', 'trigger noun', 0.6, 2);
INSERT INTO events VALUES ('a2-e0', 'a2', 0, 'a2-e0', 18, 24, 'signed', 0, 65, 'Russia and Turkey signed the S-400 contract on 12 September 2017.', 'agreement', 'AGREE', 'actual', '["S-400"]', NULL, '2017-09-12', '2017-09-12', 'day', 47, 64, '12 September 2017', 'explicit', NULL, 'trigger verb', 0.95, 3);
INSERT INTO events VALUES ('a2-e1', 'a2', 1, 'a2-e1', 92, 102, 'deliveries', 66, 128, 'Sergey Chemezov said that deliveries would begin in July 2019.', 'delivery', 'AID', 'planned', '["S-400"]', NULL, '2019-07-01', '2019-07-31', 'month', 118, 127, 'July 2019', 'explicit', 'a2-q0', 'trigger noun', 0.8, 4);
INSERT INTO events_search VALUES (1, '''actor:russia'':26 ''actor:turkey'':25 ''country:rus'':30 ''country:russia'':29 ''country:tur'':28 ''country:turkey'':27 ''object:s400'':31 ''outlet:bosphorus'':32 ''outlet:post'':33 ''sentence:2017'':12 ''sentence:_2017'':24 ''sentence:_a'':15 ''sentence:_ankara'':13 ''sentence:_contract'':16 ''sentence:_decemb'':23 ''sentence:_for'':17 ''sentence:_in'':22 ''sentence:_moscow'':21 ''sentence:_s400'':19 ''sentence:_sign'':14 ''sentence:_the'':18 ''sentence:_with'':20 ''sentence:a'':3 ''sentence:ankara'':1 ''sentence:contract'':4 ''sentence:december'':11 ''sentence:for'':5 ''sentence:in'':10 ''sentence:moscow'':9 ''sentence:s400'':7 ''sentence:signed'':2 ''sentence:the'':6 ''sentence:with'':8 ''title:_ankara'':39 ''title:_by'':41 ''title:_deal'':43 ''title:_missil'':42 ''title:_stand'':40 ''title:ankara'':34 ''title:by'':36 ''title:deal'':38 ''title:missile'':37 ''title:stands'':35');
INSERT INTO events_search VALUES (2, '''actor:official'':19 ''actor:turkey'':21 ''actor:unnamed'':20 ''actor:us'':18 ''country:states'':23 ''country:tur'':26 ''country:turkey'':25 ''country:united'':22 ''country:usa'':24 ''outlet:bosphorus'':27 ''outlet:post'':28 ''sentence:_a'':13 ''sentence:_deliveri'':14 ''sentence:_follow'':12 ''sentence:_offici'':16 ''sentence:_sanction'':10 ''sentence:_us'':15 ''sentence:_warn'':17 ''sentence:_would'':11 ''sentence:a'':4,6 ''sentence:delivery'':5 ''sentence:follow'':3 ''sentence:official'':8 ''sentence:sanctions'':1 ''sentence:us'':7 ''sentence:warned'':9 ''sentence:would'':2 ''title:_ankara'':34 ''title:_by'':36 ''title:_deal'':38 ''title:_missil'':37 ''title:_stand'':35 ''title:ankara'':29 ''title:by'':31 ''title:deal'':33 ''title:missile'':32 ''title:stands'':30');
INSERT INTO events_search VALUES (3, '''actor:russia'':23 ''actor:turkey'':24 ''country:rus'':26 ''country:russia'':25 ''country:tur'':28 ''country:turkey'':27 ''object:s400'':29 ''sentence:12'':9 ''sentence:2017'':11 ''sentence:_12'':20 ''sentence:_2017'':22 ''sentence:_and'':13 ''sentence:_contract'':18 ''sentence:_on'':19 ''sentence:_russia'':12 ''sentence:_s400'':17 ''sentence:_septemb'':21 ''sentence:_sign'':15 ''sentence:_the'':16 ''sentence:_turkey'':14 ''sentence:and'':2 ''sentence:contract'':7 ''sentence:on'':8 ''sentence:russia'':1 ''sentence:s400'':6 ''sentence:september'':10 ''sentence:signed'':4 ''sentence:the'':5 ''sentence:turkey'':3');
INSERT INTO events_search VALUES (4, '''actor:russia'':21 ''actor:turkey'':22 ''country:rus'':24 ''country:russia'':23 ''country:tur'':26 ''country:turkey'':25 ''object:s400'':27 ''sentence:2019'':10 ''sentence:_2019'':20 ''sentence:_begin'':17 ''sentence:_chemezov'':12 ''sentence:_deliveri'':15 ''sentence:_in'':18 ''sentence:_juli'':19 ''sentence:_said'':13 ''sentence:_sergey'':11 ''sentence:_that'':14 ''sentence:_would'':16 ''sentence:begin'':7 ''sentence:chemezov'':2 ''sentence:deliveries'':5 ''sentence:in'':8 ''sentence:july'':9 ''sentence:said'':3 ''sentence:sergey'':1 ''sentence:that'':4 ''sentence:would'':6');
INSERT INTO furniture VALUES ('a1', 0, 1, 'Home | World', 'menu');
INSERT INTO mentions VALUES ('a1', 0, 133, 166, 'Foreign Minister Mevlüt Çavuşoğlu', 'mevlut-cavusoglu', 'Mevlüt Çavuşoğlu', 'person', 'Government of Turkey', 'TUR', 'Foreign Minister', true, 'name', 0.99);
INSERT INTO mentions VALUES ('a1', 1, 75, 81, 'Moscow', 'russia', 'Russia', 'state', NULL, 'RUS', NULL, true, 'capital', 0.8);
INSERT INTO mentions VALUES ('a2', 0, 66, 81, 'Sergey Chemezov', 'sergey-chemezov', 'Sergey Chemezov', 'person', 'Rostec', 'RUS', 'Chief Executive', true, 'name', 0.99);
INSERT INTO participants VALUES ('a1-e0', 'a1', 'actor', 0, 'turkey', 'Turkey', 'state', NULL, 'TUR', NULL, true);
INSERT INTO participants VALUES ('a1-e0', 'a1', 'target', 0, 'russia', 'Russia', 'state', NULL, 'RUS', NULL, true);
INSERT INTO participants VALUES ('a1-e1', 'a1', 'actor', 0, 'unnamed-usa', 'US official (unnamed)', 'unnamed', 'US State Department', 'USA', NULL, false);
INSERT INTO participants VALUES ('a1-e1', 'a1', 'target', 0, 'turkey', 'Turkey', 'state', NULL, 'TUR', NULL, true);
INSERT INTO participants VALUES ('a2-e0', 'a2', 'actor', 0, 'russia', 'Russia', 'state', NULL, 'RUS', NULL, true);
INSERT INTO participants VALUES ('a2-e0', 'a2', 'actor', 1, 'turkey', 'Turkey', 'state', NULL, 'TUR', NULL, true);
INSERT INTO participants VALUES ('a2-e1', 'a2', 'actor', 0, 'russia', 'Russia', 'state', NULL, 'RUS', NULL, true);
INSERT INTO participants VALUES ('a2-e1', 'a2', 'target', 0, 'turkey', 'Turkey', 'state', NULL, 'TUR', NULL, true);
INSERT INTO quotations VALUES ('a1-q0', 'a1', 0, 'direct', '[[101, 130]]', 'We will not give up the S-400', 133, 166, 'Foreign Minister Mevlüt Çavuşoğlu', 'mevlut-cavusoglu', 'Mevlüt Çavuşoğlu', 'person', 'Government of Turkey', 'TUR', 'Foreign Minister', true, 167, 171, 'said', NULL, NULL, '2019-11-27', '2019-11-27', 'day', 'body', NULL, 'supports', 'clear', 'quotation marks', 0.95, '2019-11-27', '2019-11-27', 1);
INSERT INTO quotations VALUES ('a1-q1', 'a1', 1, 'indirect', '[[196, 229]]', 'Sanctions would follow a delivery', 231, 244, 'a US official', 'unnamed-usa', 'US official (unnamed)', 'unnamed', 'US State Department', 'USA', NULL, false, 245, 251, 'warned', 'Turkey', NULL, NULL, NULL, NULL, 'body', NULL, 'opposes', 'likely', 'clause before the cue', 0.8, '2019-11-28', '2019-11-28', 2);
INSERT INTO quotations VALUES ('a2-q0', 'a2', 0, 'indirect', '[[87, 127]]', 'that deliveries would begin in July 2019', 66, 81, 'Sergey Chemezov', 'sergey-chemezov', 'Sergey Chemezov', 'person', 'Rostec', 'RUS', 'Chief Executive', true, 82, 86, 'said', NULL, NULL, NULL, NULL, NULL, 'body', NULL, 'undecided', 'not decided', 'clause after the cue', 0.9, NULL, NULL, 3);
INSERT INTO quotations_search VALUES (1, '''actor:cavusoglu'':48,52 ''actor:foreign'':49 ''actor:mevlut'':47,51 ''actor:minister'':50 ''body:government'':55 ''body:of'':56 ''body:turkey'':57 ''country:tur'':59 ''country:turkey'':58 ''office:foreign'':53 ''office:minister'':54 ''outlet:bosphorus'':60 ''outlet:post'':61 ''said:_give'':11 ''said:_not'':10 ''said:_s400'':14 ''said:_the'':13 ''said:_up'':12 ''said:_we'':8 ''said:_will'':9 ''said:give'':4 ''said:not'':3 ''said:s400'':7 ''said:the'':6 ''said:up'':5 ''said:we'':1 ''said:will'':2 ''sentence:_ankara'':44 ''sentence:_cavusoglu'':41 ''sentence:_foreign'':38 ''sentence:_give'':34 ''sentence:_in'':43 ''sentence:_mevlut'':40 ''sentence:_minist'':39 ''sentence:_not'':33 ''sentence:_on'':45 ''sentence:_s400'':37 ''sentence:_said'':42 ''sentence:_the'':36 ''sentence:_up'':35 ''sentence:_we'':31 ''sentence:_wednesday'':46 ''sentence:_will'':32 ''sentence:ankara'':28 ''sentence:cavusoglu'':25 ''sentence:foreign'':22 ''sentence:give'':18 ''sentence:in'':27 ''sentence:mevlut'':24 ''sentence:minister'':23 ''sentence:not'':17 ''sentence:on'':29 ''sentence:s400'':21 ''sentence:said'':26 ''sentence:the'':20 ''sentence:up'':19 ''sentence:we'':15 ''sentence:wednesday'':30 ''sentence:will'':16 ''title:_ankara'':67 ''title:_by'':69 ''title:_deal'':71 ''title:_missil'':70 ''title:_stand'':68 ''title:ankara'':62 ''title:by'':64 ''title:deal'':66 ''title:missile'':65 ''title:stands'':63');
INSERT INTO quotations_search VALUES (2, '''actor:a'':31 ''actor:official'':29,33 ''actor:unnamed'':30 ''actor:us'':28,32 ''addressee:turkey'':40 ''body:department'':36 ''body:state'':35 ''body:us'':34 ''country:states'':38 ''country:united'':37 ''country:usa'':39 ''outlet:bosphorus'':41 ''outlet:post'':42 ''said:_a'':9 ''said:_deliveri'':10 ''said:_follow'':8 ''said:_sanction'':6 ''said:_would'':7 ''said:a'':4 ''said:delivery'':5 ''said:follow'':3 ''said:sanctions'':1 ''said:would'':2 ''sentence:_a'':23 ''sentence:_deliveri'':24 ''sentence:_follow'':22 ''sentence:_offici'':26 ''sentence:_sanction'':20 ''sentence:_us'':25 ''sentence:_warn'':27 ''sentence:_would'':21 ''sentence:a'':14,16 ''sentence:delivery'':15 ''sentence:follow'':13 ''sentence:official'':18 ''sentence:sanctions'':11 ''sentence:us'':17 ''sentence:warned'':19 ''sentence:would'':12 ''title:_ankara'':48 ''title:_by'':50 ''title:_deal'':52 ''title:_missil'':51 ''title:_stand'':49 ''title:ankara'':43 ''title:by'':45 ''title:deal'':47 ''title:missile'':46 ''title:stands'':44');
INSERT INTO quotations_search VALUES (3, '''actor:chemezov'':36 ''actor:sergey'':35 ''body:rostec'':39 ''country:rus'':41 ''country:russia'':40 ''office:chief'':37 ''office:executive'':38 ''said:2019'':7 ''said:_2019'':14 ''said:_begin'':11 ''said:_deliveri'':9 ''said:_in'':12 ''said:_juli'':13 ''said:_that'':8 ''said:_would'':10 ''said:begin'':4 ''said:deliveries'':2 ''said:in'':5 ''said:july'':6 ''said:that'':1 ''said:would'':3 ''sentence:2019'':24 ''sentence:_2019'':34 ''sentence:_begin'':31 ''sentence:_chemezov'':26 ''sentence:_deliveri'':29 ''sentence:_in'':32 ''sentence:_juli'':33 ''sentence:_said'':27 ''sentence:_sergey'':25 ''sentence:_that'':28 ''sentence:_would'':30 ''sentence:begin'':21 ''sentence:chemezov'':16 ''sentence:deliveries'':19 ''sentence:in'':22 ''sentence:july'':23 ''sentence:said'':17 ''sentence:sergey'':15 ''sentence:that'':18 ''sentence:would'':20');
INSERT INTO stances VALUES ('a1-q0', 'a1', 0, 's400-purchase', 'supports', 3, 'rejects', '[[109, 120], [121, 131]]', 'not give up … the S-400”', 'explicit', 'speaker-own', 'clear', '''not give up'' about the S-400', 'refusal to give up');
INSERT INTO stances VALUES ('a1-q1', 'a1', 0, 'us-sanctions', 'supports', 2, 'threatens', '[[196, 218]]', 'Sanctions would follow', 'explicit', 'speaker-own', 'likely', '''would follow'' threatens sanctions', 'threatened cost');
INSERT INTO store_state VALUES ('schema', 3);
INSERT INTO store_state VALUES ('data', 2);
INSERT INTO timexes VALUES ('a1', 0, 85, 98, 'December 2017', 'DATE', '2017-12', '2017-12-01', '2017-12-31', 'month', NULL, 'month and year', 0.99, NULL);
INSERT INTO timexes VALUES ('a1', 1, 185, 194, 'Wednesday', 'DATE', '2019-11-27', '2019-11-27', '2019-11-27', 'day', '2019-11-28', 'weekday before the anchor', 0.9, NULL);
INSERT INTO timexes VALUES ('a2', 0, 162, 167, 'later', 'DATE', 'FUTURE_REF', NULL, NULL, NULL, NULL, 'vague', 0.3, 'no anchor');
SELECT pg_catalog.setval('import_runs_run_id_seq', 1, false);
ALTER TABLE ONLY actors
    ADD CONSTRAINT actors_pkey PRIMARY KEY (article_id, actor_id);
ALTER TABLE ONLY articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (article_id);
ALTER TABLE ONLY articles_search
    ADD CONSTRAINT articles_search_pkey PRIMARY KEY (rowid);
ALTER TABLE ONLY events
    ADD CONSTRAINT events_pkey PRIMARY KEY (event_id);
ALTER TABLE ONLY events_search
    ADD CONSTRAINT events_search_pkey PRIMARY KEY (rowid);
ALTER TABLE ONLY furniture
    ADD CONSTRAINT furniture_pkey PRIMARY KEY (article_id, "position");
ALTER TABLE ONLY import_errors
    ADD CONSTRAINT import_errors_pkey PRIMARY KEY (run_id, "position");
ALTER TABLE ONLY import_runs
    ADD CONSTRAINT import_runs_pkey PRIMARY KEY (run_id);
ALTER TABLE ONLY mentions
    ADD CONSTRAINT mentions_pkey PRIMARY KEY (article_id, "position");
ALTER TABLE ONLY participants
    ADD CONSTRAINT participants_pkey PRIMARY KEY (event_id, part, "position");
ALTER TABLE ONLY quotations
    ADD CONSTRAINT quotations_pkey PRIMARY KEY (quotation_id);
ALTER TABLE ONLY quotations_search
    ADD CONSTRAINT quotations_search_pkey PRIMARY KEY (rowid);
ALTER TABLE ONLY stances
    ADD CONSTRAINT stances_pkey PRIMARY KEY (quotation_id, "position");
ALTER TABLE ONLY store_state
    ADD CONSTRAINT store_state_pkey PRIMARY KEY (name);
ALTER TABLE ONLY timexes
    ADD CONSTRAINT timexes_pkey PRIMARY KEY (article_id, "position");
CREATE INDEX actors_actor_country ON actors USING btree (actor_country);
CREATE INDEX actors_actor_id ON actors USING btree (actor_id);
CREATE INDEX articles_checksum ON articles USING btree (checksum);
CREATE UNIQUE INDEX articles_number ON articles USING btree (number);
CREATE INDEX articles_outlet ON articles USING btree (outlet);
CREATE INDEX articles_published ON articles USING btree (published);
CREATE INDEX articles_search_words ON articles_search USING gin (words);
CREATE INDEX events_article_id ON events USING btree (article_id);
CREATE INDEX events_earliest ON events USING btree (earliest);
CREATE UNIQUE INDEX events_number ON events USING btree (number);
CREATE INDEX events_occurrence_id ON events USING btree (occurrence_id);
CREATE INDEX events_search_words ON events_search USING gin (words);
CREATE INDEX events_type ON events USING btree (type);
CREATE INDEX participants_actor_country ON participants USING btree (actor_country);
CREATE INDEX participants_actor_id ON participants USING btree (actor_id);
CREATE INDEX participants_article_id ON participants USING btree (article_id);
CREATE INDEX quotations_article_id ON quotations USING btree (article_id);
CREATE INDEX quotations_day_earliest ON quotations USING btree (day_earliest);
CREATE UNIQUE INDEX quotations_number ON quotations USING btree (number);
CREATE INDEX quotations_search_words ON quotations_search USING gin (words);
CREATE INDEX quotations_speaker_country ON quotations USING btree (speaker_country);
CREATE INDEX quotations_speaker_id ON quotations USING btree (speaker_id);
CREATE INDEX stances_article_id ON stances USING btree (article_id);
CREATE INDEX stances_target ON stances USING btree (target);
ALTER TABLE ONLY actors
    ADD CONSTRAINT actors_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY articles_search
    ADD CONSTRAINT articles_search_rowid_fkey FOREIGN KEY (rowid) REFERENCES articles(number) ON DELETE CASCADE;
ALTER TABLE ONLY events
    ADD CONSTRAINT events_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY events_search
    ADD CONSTRAINT events_search_rowid_fkey FOREIGN KEY (rowid) REFERENCES events(number) ON DELETE CASCADE;
ALTER TABLE ONLY furniture
    ADD CONSTRAINT furniture_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY import_errors
    ADD CONSTRAINT import_errors_run_id_fkey FOREIGN KEY (run_id) REFERENCES import_runs(run_id) ON DELETE CASCADE;
ALTER TABLE ONLY mentions
    ADD CONSTRAINT mentions_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY participants
    ADD CONSTRAINT participants_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY participants
    ADD CONSTRAINT participants_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(event_id) ON DELETE CASCADE;
ALTER TABLE ONLY quotations
    ADD CONSTRAINT quotations_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY quotations_search
    ADD CONSTRAINT quotations_search_rowid_fkey FOREIGN KEY (rowid) REFERENCES quotations(number) ON DELETE CASCADE;
ALTER TABLE ONLY stances
    ADD CONSTRAINT stances_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY stances
    ADD CONSTRAINT stances_quotation_id_fkey FOREIGN KEY (quotation_id) REFERENCES quotations(quotation_id) ON DELETE CASCADE;
ALTER TABLE ONLY timexes
    ADD CONSTRAINT timexes_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
