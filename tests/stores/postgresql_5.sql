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
CREATE TABLE article_links (
    article_id text NOT NULL,
    other_id text NOT NULL,
    relation text NOT NULL,
    share double precision NOT NULL
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
    number integer,
    content text,
    edition text,
    run_id integer
);
CREATE TABLE articles_search (
    rowid integer NOT NULL,
    words tsvector NOT NULL
);
CREATE TABLE coded_values (
    value_id integer NOT NULL,
    value text NOT NULL
);
CREATE TABLE corrections (
    correction_id integer NOT NULL,
    checksum text NOT NULL,
    field text NOT NULL,
    value text,
    former json NOT NULL,
    maker text NOT NULL,
    made timestamp without time zone NOT NULL,
    undone timestamp without time zone
);
CREATE SEQUENCE corrections_correction_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE corrections_correction_id_seq OWNED BY corrections.correction_id;
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
    failed integer NOT NULL,
    unchanged integer NOT NULL
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
CREATE TABLE quotation_codes (
    article_id text NOT NULL,
    quotations bytea NOT NULL,
    stances bytea NOT NULL
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
CREATE TABLE sketches (
    article_id text NOT NULL,
    hash bigint NOT NULL
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
ALTER TABLE ONLY corrections ALTER COLUMN correction_id SET DEFAULT nextval('corrections_correction_id_seq'::regclass);
ALTER TABLE ONLY import_runs ALTER COLUMN run_id SET DEFAULT nextval('import_runs_run_id_seq'::regclass);
INSERT INTO actors VALUES ('a1', 'mevlut-cavusoglu', 'Mevlüt Çavuşoğlu', 'person', 'Government of Turkey', 'TUR', 'Foreign Minister', true);
INSERT INTO actors VALUES ('a1', 'russia', 'Russia', 'state', NULL, 'RUS', NULL, true);
INSERT INTO actors VALUES ('a1', 'unnamed-usa', 'US official (unnamed)', 'unnamed', 'US State Department', 'USA', NULL, false);
INSERT INTO actors VALUES ('a1', 'turkey', 'Turkey', 'state', NULL, 'TUR', NULL, true);
INSERT INTO actors VALUES ('a2', 'sergey-chemezov', 'Sergey Chemezov', 'person', 'Rostec', 'RUS', 'Chief Executive', true);
INSERT INTO actors VALUES ('a2', 'russia', 'Russia', 'state', NULL, 'RUS', NULL, true);
INSERT INTO actors VALUES ('a2', 'turkey', 'Turkey', 'state', NULL, 'TUR', NULL, true);
INSERT INTO articles VALUES ('a1', 'news/ankara.txt', 'Ankara stands by missile deal', 'Bosphorus Post', 'A. Writer', '2019-11-28', 'day', 'byline', '28.11.2019', 'en', 'Ankara stands by missile deal

Ankara signed a contract for the S-400 with Moscow in December 2017. “We will not give up the S-400”, Foreign Minister Mevlüt Çavuşoğlu said in Ankara on Wednesday. Sanctions would follow a delivery, a US official warned.', 0, 29, '["The outlet is named in the last line."]', 'c1', '2019-11-28', 1, 'b8ab8f74681236784ad8fca4e807f0aa', NULL, NULL);
INSERT INTO articles VALUES ('a2', 'news/moscow.txt', NULL, NULL, NULL, NULL, NULL, 'unknown', NULL, 'en', 'Russia and Turkey signed the S-400 contract on 12 September 2017. Sergey Chemezov said that deliveries would begin in July 2019. The first regiment may be tested later.', NULL, NULL, '[]', 'c2', NULL, 2, 'c489cc84a7f728321dac08f58a4c0a09', NULL, NULL);
INSERT INTO articles_search VALUES (1, '''actor:cavusoglu'':93 ''actor:mevlut'':92 ''actor:official'':97 ''actor:russia'':94 ''actor:turkey'':95 ''actor:unnamed'':98 ''actor:us'':96 ''article:2017'':27C ''article:_2017'':68C ''article:_a'':59C ''article:_ankara'':53C ''article:_by'':55C ''article:_cavusoglu'':77C ''article:_contract'':60C ''article:_deal'':57C ''article:_decemb'':67C ''article:_deliveri'':84C ''article:_follow'':83C ''article:_for'':61C ''article:_foreign'':74C ''article:_give'':72C ''article:_in'':66C ''article:_mevlut'':76C ''article:_minist'':75C ''article:_missil'':56C ''article:_moscow'':65C ''article:_not'':71C ''article:_offici'':86C ''article:_on'':79C ''article:_s400'':63C ''article:_said'':78C ''article:_sanction'':81C ''article:_sign'':58C ''article:_stand'':54C ''article:_the'':62C ''article:_up'':73C ''article:_us'':85C ''article:_warn'':87C ''article:_we'':69C ''article:_wednesday'':80C ''article:_will'':70C ''article:_with'':64C ''article:_would'':82C ''article:a'':18C,47C,49C ''article:ankara'':11C,16C,41C ''article:by'':13C ''article:cavusoglu'':38C ''article:contract'':19C ''article:deal'':15C ''article:december'':26C ''article:delivery'':48C ''article:follow'':46C ''article:for'':20C ''article:foreign'':35C ''article:give'':31C ''article:in'':25C,40C ''article:mevlut'':37C ''article:minister'':36C ''article:missile'':14C ''article:moscow'':24C ''article:not'':30C ''article:official'':51C ''article:on'':42C ''article:s400'':22C,34C ''article:said'':39C ''article:sanctions'':44C ''article:signed'':17C ''article:stands'':12C ''article:the'':21C,33C ''article:up'':32C ''article:us'':50C ''article:warned'':52C ''article:we'':28C ''article:wednesday'':43C ''article:will'':29C ''article:with'':23C ''article:would'':45C ''author:a'':90C ''author:writer'':91C ''outlet:bosphorus'':88C ''outlet:post'':89C ''title:_ankara'':6A ''title:_by'':8A ''title:_deal'':10A ''title:_missil'':9A ''title:_stand'':7A ''title:ankara'':1A ''title:by'':3A ''title:deal'':5A ''title:missile'':4A ''title:stands'':2A');
INSERT INTO articles_search VALUES (2, '''actor:chemezov'':58 ''actor:russia'':56 ''actor:sergey'':57 ''actor:turkey'':59 ''article:12'':9C ''article:2017'':11C ''article:2019'':21C ''article:_12'':37C ''article:_2017'':39C ''article:_2019'':49C ''article:_and'':30C ''article:_be'':53C ''article:_begin'':46C ''article:_chemezov'':41C ''article:_contract'':35C ''article:_deliveri'':44C ''article:_first'':50C ''article:_in'':47C ''article:_juli'':48C ''article:_later'':55C ''article:_may'':52C ''article:_on'':36C ''article:_regiment'':51C ''article:_russia'':29C ''article:_s400'':34C ''article:_said'':42C ''article:_septemb'':38C ''article:_sergey'':40C ''article:_sign'':32C ''article:_test'':54C ''article:_that'':43C ''article:_the'':33C ''article:_turkey'':31C ''article:_would'':45C ''article:and'':2C ''article:be'':26C ''article:begin'':18C ''article:chemezov'':13C ''article:contract'':7C ''article:deliveries'':16C ''article:first'':23C ''article:in'':19C ''article:july'':20C ''article:later'':28C ''article:may'':25C ''article:on'':8C ''article:regiment'':24C ''article:russia'':1C ''article:s400'':6C ''article:said'':14C ''article:september'':10C ''article:sergey'':12C ''article:signed'':4C ''article:tested'':27C ''article:that'':15C ''article:the'':5C,22C ''article:turkey'':3C ''article:would'':17C');
INSERT INTO coded_values VALUES (1, 'Bosphorus Post');
INSERT INTO coded_values VALUES (2, 'Foreign Minister');
INSERT INTO coded_values VALUES (3, 'Government of Turkey');
INSERT INTO coded_values VALUES (4, 'Mevlüt Çavuşoğlu');
INSERT INTO coded_values VALUES (5, 'TUR');
INSERT INTO coded_values VALUES (6, 'Turkey');
INSERT INTO coded_values VALUES (7, 'US State Department');
INSERT INTO coded_values VALUES (8, 'US official (unnamed)');
INSERT INTO coded_values VALUES (9, 'USA');
INSERT INTO coded_values VALUES (10, 'clear');
INSERT INTO coded_values VALUES (11, 'direct');
INSERT INTO coded_values VALUES (12, 'indirect');
INSERT INTO coded_values VALUES (13, 'likely');
INSERT INTO coded_values VALUES (14, 'mevlut-cavusoglu');
INSERT INTO coded_values VALUES (15, 'opposes');
INSERT INTO coded_values VALUES (16, 'person');
INSERT INTO coded_values VALUES (17, 'rejects');
INSERT INTO coded_values VALUES (18, 's400-purchase');
INSERT INTO coded_values VALUES (19, 'said');
INSERT INTO coded_values VALUES (20, 'supports');
INSERT INTO coded_values VALUES (21, 'threatens');
INSERT INTO coded_values VALUES (22, 'unnamed');
INSERT INTO coded_values VALUES (23, 'unnamed-usa');
INSERT INTO coded_values VALUES (24, 'us-sanctions');
INSERT INTO coded_values VALUES (25, 'warned');
INSERT INTO coded_values VALUES (26, 'Chief Executive');
INSERT INTO coded_values VALUES (27, 'RUS');
INSERT INTO coded_values VALUES (28, 'Rostec');
INSERT INTO coded_values VALUES (29, 'Sergey Chemezov');
INSERT INTO coded_values VALUES (30, 'not decided');
INSERT INTO coded_values VALUES (31, 'sergey-chemezov');
INSERT INTO coded_values VALUES (32, 'undecided');
INSERT INTO events VALUES ('a1-e0', 'a1', 0, 'a1-e0', 38, 44, 'signed', 31, 99, 'Ankara signed a contract for the S-400 with Moscow in December 2017.', 'agreement', 'AGREE', 'actual', '["S-400"]', NULL, '2017-12-01', '2017-12-31', 'month', 85, 98, 'December 2017', 'explicit', NULL, 'trigger verb', 0.9, 1);
INSERT INTO events VALUES ('a1-e1', 'a1', 1, 'a1-e1', 196, 205, 'Sanctions', 196, 252, 'Sanctions would follow a delivery, a US official warned.', 'sanction', 'SANCTION', 'threatened', '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'none', 'a1-q1', 'trigger noun', 0.6, 2);
INSERT INTO events VALUES ('a2-e0', 'a2', 0, 'a2-e0', 18, 24, 'signed', 0, 65, 'Russia and Turkey signed the S-400 contract on 12 September 2017.', 'agreement', 'AGREE', 'actual', '["S-400"]', NULL, '2017-09-12', '2017-09-12', 'day', 47, 64, '12 September 2017', 'explicit', NULL, 'trigger verb', 0.95, 3);
INSERT INTO events VALUES ('a2-e1', 'a2', 1, 'a2-e1', 92, 102, 'deliveries', 66, 128, 'Sergey Chemezov said that deliveries would begin in July 2019.', 'delivery', 'AID', 'planned', '["S-400"]', NULL, '2019-07-01', '2019-07-31', 'month', 118, 127, 'July 2019', 'explicit', 'a2-q0', 'trigger noun', 0.8, 4);
INSERT INTO events_search VALUES (1, '''actor:russia'':26B ''actor:turkey'':25B ''country:rus'':30C ''country:russia'':29C ''country:tur'':28C ''country:turkey'':27C ''object:s400'':31C ''outlet:bosphorus'':32C ''outlet:post'':33C ''sentence:2017'':12A ''sentence:_2017'':24A ''sentence:_a'':15A ''sentence:_ankara'':13A ''sentence:_contract'':16A ''sentence:_decemb'':23A ''sentence:_for'':17A ''sentence:_in'':22A ''sentence:_moscow'':21A ''sentence:_s400'':19A ''sentence:_sign'':14A ''sentence:_the'':18A ''sentence:_with'':20A ''sentence:a'':3A ''sentence:ankara'':1A ''sentence:contract'':4A ''sentence:december'':11A ''sentence:for'':5A ''sentence:in'':10A ''sentence:moscow'':9A ''sentence:s400'':7A ''sentence:signed'':2A ''sentence:the'':6A ''sentence:with'':8A ''title:_ankara'':39 ''title:_by'':41 ''title:_deal'':43 ''title:_missil'':42 ''title:_stand'':40 ''title:ankara'':34 ''title:by'':36 ''title:deal'':38 ''title:missile'':37 ''title:stands'':35');
INSERT INTO events_search VALUES (2, '''actor:official'':19B ''actor:turkey'':21B ''actor:unnamed'':20B ''actor:us'':18B ''country:states'':23C ''country:tur'':26C ''country:turkey'':25C ''country:united'':22C ''country:usa'':24C ''outlet:bosphorus'':27C ''outlet:post'':28C ''sentence:_a'':13A ''sentence:_deliveri'':14A ''sentence:_follow'':12A ''sentence:_offici'':16A ''sentence:_sanction'':10A ''sentence:_us'':15A ''sentence:_warn'':17A ''sentence:_would'':11A ''sentence:a'':4A,6A ''sentence:delivery'':5A ''sentence:follow'':3A ''sentence:official'':8A ''sentence:sanctions'':1A ''sentence:us'':7A ''sentence:warned'':9A ''sentence:would'':2A ''title:_ankara'':34 ''title:_by'':36 ''title:_deal'':38 ''title:_missil'':37 ''title:_stand'':35 ''title:ankara'':29 ''title:by'':31 ''title:deal'':33 ''title:missile'':32 ''title:stands'':30');
INSERT INTO events_search VALUES (3, '''actor:russia'':23B ''actor:turkey'':24B ''country:rus'':26C ''country:russia'':25C ''country:tur'':28C ''country:turkey'':27C ''object:s400'':29C ''sentence:12'':9A ''sentence:2017'':11A ''sentence:_12'':20A ''sentence:_2017'':22A ''sentence:_and'':13A ''sentence:_contract'':18A ''sentence:_on'':19A ''sentence:_russia'':12A ''sentence:_s400'':17A ''sentence:_septemb'':21A ''sentence:_sign'':15A ''sentence:_the'':16A ''sentence:_turkey'':14A ''sentence:and'':2A ''sentence:contract'':7A ''sentence:on'':8A ''sentence:russia'':1A ''sentence:s400'':6A ''sentence:september'':10A ''sentence:signed'':4A ''sentence:the'':5A ''sentence:turkey'':3A');
INSERT INTO events_search VALUES (4, '''actor:russia'':21B ''actor:turkey'':22B ''country:rus'':24C ''country:russia'':23C ''country:tur'':26C ''country:turkey'':25C ''object:s400'':27C ''sentence:2019'':10A ''sentence:_2019'':20A ''sentence:_begin'':17A ''sentence:_chemezov'':12A ''sentence:_deliveri'':15A ''sentence:_in'':18A ''sentence:_juli'':19A ''sentence:_said'':13A ''sentence:_sergey'':11A ''sentence:_that'':14A ''sentence:_would'':16A ''sentence:begin'':7A ''sentence:chemezov'':2A ''sentence:deliveries'':5A ''sentence:in'':8A ''sentence:july'':9A ''sentence:said'':3A ''sentence:sergey'':1A ''sentence:that'':4A ''sentence:would'':6A');
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
INSERT INTO quotation_codes VALUES ('a1', '\x01000000010000003347000033470000a70000000700000000000000010000000e00000004000000100000000500000003000000020000000000000000000000130000000b000000140000000a00000002000000010000003447000034470000f50000000500000000000000010000001700000008000000160000000900000007000000000000000000000006000000190000000c0000000f0000000d000000', '\x0100000012000000140000001100000002000000180000001400000015000000');
INSERT INTO quotation_codes VALUES ('a2', '\x03000000020000000000008000000080520000000700000000000000000000001f0000001d000000100000001b0000001c0000001a0000000000000000000000130000000c000000200000001e000000', '\x');
INSERT INTO quotations VALUES ('a1-q0', 'a1', 0, 'direct', '[[101, 130]]', 'We will not give up the S-400', 133, 166, 'Foreign Minister Mevlüt Çavuşoğlu', 'mevlut-cavusoglu', 'Mevlüt Çavuşoğlu', 'person', 'Government of Turkey', 'TUR', 'Foreign Minister', true, 167, 171, 'said', NULL, NULL, '2019-11-27', '2019-11-27', 'day', 'body', NULL, 'supports', 'clear', 'quotation marks', 0.95, '2019-11-27', '2019-11-27', 1);
INSERT INTO quotations VALUES ('a1-q1', 'a1', 1, 'indirect', '[[196, 229]]', 'Sanctions would follow a delivery', 231, 244, 'a US official', 'unnamed-usa', 'US official (unnamed)', 'unnamed', 'US State Department', 'USA', NULL, false, 245, 251, 'warned', 'Turkey', NULL, NULL, NULL, NULL, 'body', NULL, 'opposes', 'likely', 'clause before the cue', 0.8, '2019-11-28', '2019-11-28', 2);
INSERT INTO quotations VALUES ('a2-q0', 'a2', 0, 'indirect', '[[87, 127]]', 'that deliveries would begin in July 2019', 66, 81, 'Sergey Chemezov', 'sergey-chemezov', 'Sergey Chemezov', 'person', 'Rostec', 'RUS', 'Chief Executive', true, 82, 86, 'said', NULL, NULL, NULL, NULL, NULL, 'body', NULL, 'undecided', 'not decided', 'clause after the cue', 0.9, NULL, NULL, 3);
INSERT INTO quotations_search VALUES (1, '''actor:cavusoglu'':48B,52B ''actor:foreign'':49B ''actor:mevlut'':47B,51B ''actor:minister'':50B ''body:government'':55C ''body:of'':56C ''body:turkey'':57C ''country:tur'':59C ''country:turkey'':58C ''office:foreign'':53C ''office:minister'':54C ''outlet:bosphorus'':60C ''outlet:post'':61C ''said:_give'':11A ''said:_not'':10A ''said:_s400'':14A ''said:_the'':13A ''said:_up'':12A ''said:_we'':8A ''said:_will'':9A ''said:give'':4A ''said:not'':3A ''said:s400'':7A ''said:the'':6A ''said:up'':5A ''said:we'':1A ''said:will'':2A ''sentence:_ankara'':44C ''sentence:_cavusoglu'':41C ''sentence:_foreign'':38C ''sentence:_give'':34C ''sentence:_in'':43C ''sentence:_mevlut'':40C ''sentence:_minist'':39C ''sentence:_not'':33C ''sentence:_on'':45C ''sentence:_s400'':37C ''sentence:_said'':42C ''sentence:_the'':36C ''sentence:_up'':35C ''sentence:_we'':31C ''sentence:_wednesday'':46C ''sentence:_will'':32C ''sentence:ankara'':28C ''sentence:cavusoglu'':25C ''sentence:foreign'':22C ''sentence:give'':18C ''sentence:in'':27C ''sentence:mevlut'':24C ''sentence:minister'':23C ''sentence:not'':17C ''sentence:on'':29C ''sentence:s400'':21C ''sentence:said'':26C ''sentence:the'':20C ''sentence:up'':19C ''sentence:we'':15C ''sentence:wednesday'':30C ''sentence:will'':16C ''title:_ankara'':67 ''title:_by'':69 ''title:_deal'':71 ''title:_missil'':70 ''title:_stand'':68 ''title:ankara'':62 ''title:by'':64 ''title:deal'':66 ''title:missile'':65 ''title:stands'':63');
INSERT INTO quotations_search VALUES (2, '''actor:a'':31B ''actor:official'':29B,33B ''actor:unnamed'':30B ''actor:us'':28B,32B ''addressee:turkey'':40C ''body:department'':36C ''body:state'':35C ''body:us'':34C ''country:states'':38C ''country:united'':37C ''country:usa'':39C ''outlet:bosphorus'':41C ''outlet:post'':42C ''said:_a'':9A ''said:_deliveri'':10A ''said:_follow'':8A ''said:_sanction'':6A ''said:_would'':7A ''said:a'':4A ''said:delivery'':5A ''said:follow'':3A ''said:sanctions'':1A ''said:would'':2A ''sentence:_a'':23C ''sentence:_deliveri'':24C ''sentence:_follow'':22C ''sentence:_offici'':26C ''sentence:_sanction'':20C ''sentence:_us'':25C ''sentence:_warn'':27C ''sentence:_would'':21C ''sentence:a'':14C,16C ''sentence:delivery'':15C ''sentence:follow'':13C ''sentence:official'':18C ''sentence:sanctions'':11C ''sentence:us'':17C ''sentence:warned'':19C ''sentence:would'':12C ''title:_ankara'':48 ''title:_by'':50 ''title:_deal'':52 ''title:_missil'':51 ''title:_stand'':49 ''title:ankara'':43 ''title:by'':45 ''title:deal'':47 ''title:missile'':46 ''title:stands'':44');
INSERT INTO quotations_search VALUES (3, '''actor:chemezov'':36B ''actor:sergey'':35B ''body:rostec'':39C ''country:rus'':41C ''country:russia'':40C ''office:chief'':37C ''office:executive'':38C ''said:2019'':7A ''said:_2019'':14A ''said:_begin'':11A ''said:_deliveri'':9A ''said:_in'':12A ''said:_juli'':13A ''said:_that'':8A ''said:_would'':10A ''said:begin'':4A ''said:deliveries'':2A ''said:in'':5A ''said:july'':6A ''said:that'':1A ''said:would'':3A ''sentence:2019'':24C ''sentence:_2019'':34C ''sentence:_begin'':31C ''sentence:_chemezov'':26C ''sentence:_deliveri'':29C ''sentence:_in'':32C ''sentence:_juli'':33C ''sentence:_said'':27C ''sentence:_sergey'':25C ''sentence:_that'':28C ''sentence:_would'':30C ''sentence:begin'':21C ''sentence:chemezov'':16C ''sentence:deliveries'':19C ''sentence:in'':22C ''sentence:july'':23C ''sentence:said'':17C ''sentence:sergey'':15C ''sentence:that'':18C ''sentence:would'':20C');
INSERT INTO sketches VALUES ('a1', 295532976765402378);
INSERT INTO sketches VALUES ('a1', 386812740429673045);
INSERT INTO sketches VALUES ('a1', 460579259242394550);
INSERT INTO sketches VALUES ('a1', 548649233882252528);
INSERT INTO sketches VALUES ('a1', 556970848884580792);
INSERT INTO sketches VALUES ('a1', 669670040769649286);
INSERT INTO sketches VALUES ('a1', 671491706717809844);
INSERT INTO sketches VALUES ('a1', 675142032382664362);
INSERT INTO sketches VALUES ('a1', 691438270650330395);
INSERT INTO sketches VALUES ('a1', 698540817505205381);
INSERT INTO sketches VALUES ('a1', 812223966577138234);
INSERT INTO sketches VALUES ('a1', 821177274866988424);
INSERT INTO sketches VALUES ('a1', 1516510641625780980);
INSERT INTO sketches VALUES ('a1', 1565817844465056511);
INSERT INTO sketches VALUES ('a1', 1680371213704019483);
INSERT INTO sketches VALUES ('a1', 1747636525850306732);
INSERT INTO sketches VALUES ('a1', 1927785260337717293);
INSERT INTO sketches VALUES ('a1', 1959639107458125860);
INSERT INTO sketches VALUES ('a1', 1999319396513242148);
INSERT INTO sketches VALUES ('a1', 2110836893394697885);
INSERT INTO sketches VALUES ('a1', 2145343609524918488);
INSERT INTO sketches VALUES ('a1', 2194815943368516780);
INSERT INTO sketches VALUES ('a1', 2245878024253520080);
INSERT INTO sketches VALUES ('a1', 2373448307628907432);
INSERT INTO sketches VALUES ('a1', 2739808117458506547);
INSERT INTO sketches VALUES ('a1', 2887382843059846220);
INSERT INTO sketches VALUES ('a1', 2997093133283448880);
INSERT INTO sketches VALUES ('a1', 3167470202844308548);
INSERT INTO sketches VALUES ('a1', 3308077540479780894);
INSERT INTO sketches VALUES ('a1', 3309685473699191278);
INSERT INTO sketches VALUES ('a1', 3399337092988333371);
INSERT INTO sketches VALUES ('a1', 3416777881301050583);
INSERT INTO sketches VALUES ('a1', 3670896822838683462);
INSERT INTO sketches VALUES ('a1', 4173534371215731460);
INSERT INTO sketches VALUES ('a1', 4189776801613605881);
INSERT INTO sketches VALUES ('a1', 4261050342684449084);
INSERT INTO sketches VALUES ('a1', 4377672239507865412);
INSERT INTO sketches VALUES ('a1', 4524119606383464735);
INSERT INTO sketches VALUES ('a2', 495380555011743346);
INSERT INTO sketches VALUES ('a2', 1126932818049111118);
INSERT INTO sketches VALUES ('a2', 1158547830375790430);
INSERT INTO sketches VALUES ('a2', 1238473932015206378);
INSERT INTO sketches VALUES ('a2', 1315324457569494348);
INSERT INTO sketches VALUES ('a2', 1332078282378053107);
INSERT INTO sketches VALUES ('a2', 1668708349184591924);
INSERT INTO sketches VALUES ('a2', 1800555407622282624);
INSERT INTO sketches VALUES ('a2', 2046317676262863960);
INSERT INTO sketches VALUES ('a2', 2086805874019548680);
INSERT INTO sketches VALUES ('a2', 2449895535552812974);
INSERT INTO sketches VALUES ('a2', 2743520166251094318);
INSERT INTO sketches VALUES ('a2', 2881795571175708892);
INSERT INTO sketches VALUES ('a2', 3044669046312284522);
INSERT INTO sketches VALUES ('a2', 3226392481949306073);
INSERT INTO sketches VALUES ('a2', 3321356168156172906);
INSERT INTO sketches VALUES ('a2', 3860059103275845390);
INSERT INTO sketches VALUES ('a2', 3919666856401460621);
INSERT INTO sketches VALUES ('a2', 3938532063656535404);
INSERT INTO sketches VALUES ('a2', 3959864454312880438);
INSERT INTO sketches VALUES ('a2', 3977631369498954135);
INSERT INTO sketches VALUES ('a2', 4436827665372076810);
INSERT INTO sketches VALUES ('a2', 4477329537801835059);
INSERT INTO sketches VALUES ('a2', 4586658147197991998);
INSERT INTO stances VALUES ('a1-q0', 'a1', 0, 's400-purchase', 'supports', 3, 'rejects', '[[109, 120], [121, 131]]', 'not give up … the S-400”', 'explicit', 'speaker-own', 'clear', '''not give up'' about the S-400', 'refusal to give up');
INSERT INTO stances VALUES ('a1-q1', 'a1', 0, 'us-sanctions', 'supports', 2, 'threatens', '[[196, 218]]', 'Sanctions would follow', 'explicit', 'speaker-own', 'likely', '''would follow'' threatens sanctions', 'threatened cost');
INSERT INTO store_state VALUES ('schema', 5);
INSERT INTO store_state VALUES ('data', 2);
INSERT INTO timexes VALUES ('a1', 0, 85, 98, 'December 2017', 'DATE', '2017-12', '2017-12-01', '2017-12-31', 'month', NULL, 'month and year', 0.99, NULL);
INSERT INTO timexes VALUES ('a1', 1, 185, 194, 'Wednesday', 'DATE', '2019-11-27', '2019-11-27', '2019-11-27', 'day', '2019-11-28', 'weekday before the anchor', 0.9, NULL);
INSERT INTO timexes VALUES ('a2', 0, 162, 167, 'later', 'DATE', 'FUTURE_REF', NULL, NULL, NULL, NULL, 'vague', 0.3, 'no anchor');
SELECT pg_catalog.setval('corrections_correction_id_seq', 1, false);
SELECT pg_catalog.setval('import_runs_run_id_seq', 1, false);
ALTER TABLE ONLY actors
    ADD CONSTRAINT actors_pkey PRIMARY KEY (article_id, actor_id);
ALTER TABLE ONLY article_links
    ADD CONSTRAINT article_links_pkey PRIMARY KEY (article_id, other_id);
ALTER TABLE ONLY articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (article_id);
ALTER TABLE ONLY articles_search
    ADD CONSTRAINT articles_search_pkey PRIMARY KEY (rowid);
ALTER TABLE ONLY coded_values
    ADD CONSTRAINT coded_values_pkey PRIMARY KEY (value_id);
ALTER TABLE ONLY corrections
    ADD CONSTRAINT corrections_pkey PRIMARY KEY (correction_id);
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
ALTER TABLE ONLY quotation_codes
    ADD CONSTRAINT quotation_codes_pkey PRIMARY KEY (article_id);
ALTER TABLE ONLY quotations
    ADD CONSTRAINT quotations_pkey PRIMARY KEY (quotation_id);
ALTER TABLE ONLY quotations_search
    ADD CONSTRAINT quotations_search_pkey PRIMARY KEY (rowid);
ALTER TABLE ONLY sketches
    ADD CONSTRAINT sketches_pkey PRIMARY KEY (article_id, hash);
ALTER TABLE ONLY stances
    ADD CONSTRAINT stances_pkey PRIMARY KEY (quotation_id, "position");
ALTER TABLE ONLY store_state
    ADD CONSTRAINT store_state_pkey PRIMARY KEY (name);
ALTER TABLE ONLY timexes
    ADD CONSTRAINT timexes_pkey PRIMARY KEY (article_id, "position");
CREATE INDEX actors_actor_country ON actors USING btree (actor_country);
CREATE INDEX actors_actor_id ON actors USING btree (actor_id);
CREATE INDEX articles_checksum ON articles USING btree (checksum);
CREATE INDEX articles_content ON articles USING btree (content);
CREATE UNIQUE INDEX articles_number ON articles USING btree (number);
CREATE INDEX articles_outlet ON articles USING btree (outlet);
CREATE INDEX articles_published ON articles USING btree (published);
CREATE INDEX articles_run_id ON articles USING btree (run_id);
CREATE INDEX articles_search_words ON articles_search USING gin (words);
CREATE UNIQUE INDEX coded_values_value ON coded_values USING btree (value);
CREATE INDEX corrections_checksum ON corrections USING btree (checksum);
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
CREATE INDEX sketches_hash ON sketches USING btree (hash);
CREATE INDEX stances_article_id ON stances USING btree (article_id);
CREATE INDEX stances_target ON stances USING btree (target);
ALTER TABLE ONLY actors
    ADD CONSTRAINT actors_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY article_links
    ADD CONSTRAINT article_links_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY article_links
    ADD CONSTRAINT article_links_other_id_fkey FOREIGN KEY (other_id) REFERENCES articles(article_id) ON DELETE CASCADE;
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
ALTER TABLE ONLY quotation_codes
    ADD CONSTRAINT quotation_codes_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY quotations
    ADD CONSTRAINT quotations_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY quotations_search
    ADD CONSTRAINT quotations_search_rowid_fkey FOREIGN KEY (rowid) REFERENCES quotations(number) ON DELETE CASCADE;
ALTER TABLE ONLY sketches
    ADD CONSTRAINT sketches_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY stances
    ADD CONSTRAINT stances_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY stances
    ADD CONSTRAINT stances_quotation_id_fkey FOREIGN KEY (quotation_id) REFERENCES quotations(quotation_id) ON DELETE CASCADE;
ALTER TABLE ONLY timexes
    ADD CONSTRAINT timexes_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
