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
    folded text,
    published_latest date
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
    folded text
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
    folded text,
    day_earliest date,
    day_latest date
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

Ankara signed a contract for the S-400 with Moscow in December 2017. “We will not give up the S-400”, Foreign Minister Mevlüt Çavuşoğlu said in Ankara on Wednesday. Sanctions would follow a delivery, a US official warned.', 0, 29, '["The outlet is named in the last line."]', 'c1', 'ankara stands by missile deal | bosphorus post | a. writer | ankara stands by missile deal ankara signed a contract for the s400 with moscow in december 2017. "we will not give up the s400", foreign minister mevlut cavusoglu said in ankara on wednesday. sanctions would follow a delivery, a us official warned.', '2019-11-28');
INSERT INTO articles VALUES ('a2', 'news/moscow.txt', NULL, NULL, NULL, NULL, NULL, 'unknown', NULL, 'en', 'Russia and Turkey signed the S-400 contract on 12 September 2017. Sergey Chemezov said that deliveries would begin in July 2019. The first regiment may be tested later.', NULL, NULL, '[]', 'c2', 'russia and turkey signed the s400 contract on 12 september 2017. sergey chemezov said that deliveries would begin in july 2019. the first regiment may be tested later.', NULL);
INSERT INTO events VALUES ('a1-e0', 'a1', 0, 'a1-e0', 38, 44, 'signed', 31, 99, 'Ankara signed a contract for the S-400 with Moscow in December 2017.', 'agreement', 'AGREE', 'actual', '["S-400"]', NULL, '2017-12-01', '2017-12-31', 'month', 85, 98, 'December 2017', 'explicit', NULL, 'trigger verb', 0.9, 'ankara signed a contract for the s400 with moscow in december 2017. | s400 | turkey | russia');
INSERT INTO events VALUES ('a1-e1', 'a1', 1, 'a1-e1', 196, 205, 'Sanctions', 196, 252, 'Sanctions would follow a delivery, a US official warned.', 'sanction', 'SANCTION', 'threatened', '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'none', 'a1-q1', 'trigger noun', 0.6, 'sanctions would follow a delivery, a us official warned. | us official (unnamed) | turkey');
INSERT INTO events VALUES ('a2-e0', 'a2', 0, 'a2-e0', 18, 24, 'signed', 0, 65, 'Russia and Turkey signed the S-400 contract on 12 September 2017.', 'agreement', 'AGREE', 'actual', '["S-400"]', NULL, '2017-09-12', '2017-09-12', 'day', 47, 64, '12 September 2017', 'explicit', NULL, 'trigger verb', 0.95, 'russia and turkey signed the s400 contract on 12 september 2017. | s400 | russia | turkey');
INSERT INTO events VALUES ('a2-e1', 'a2', 1, 'a2-e1', 92, 102, 'deliveries', 66, 128, 'Sergey Chemezov said that deliveries would begin in July 2019.', 'delivery', 'AID', 'planned', '["S-400"]', NULL, '2019-07-01', '2019-07-31', 'month', 118, 127, 'July 2019', 'explicit', 'a2-q0', 'trigger noun', 0.8, 'sergey chemezov said that deliveries would begin in july 2019. | s400 | russia | turkey');
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
INSERT INTO quotations VALUES ('a1-q0', 'a1', 0, 'direct', '[[101, 130]]', 'We will not give up the S-400', 133, 166, 'Foreign Minister Mevlüt Çavuşoğlu', 'mevlut-cavusoglu', 'Mevlüt Çavuşoğlu', 'person', 'Government of Turkey', 'TUR', 'Foreign Minister', true, 167, 171, 'said', NULL, NULL, '2019-11-27', '2019-11-27', 'day', 'body', NULL, 'supports', 'clear', 'quotation marks', 0.95, 'we will not give up the s400 | foreign minister mevlut cavusoglu | mevlut cavusoglu | foreign minister | government of turkey', '2019-11-27', '2019-11-27');
INSERT INTO quotations VALUES ('a1-q1', 'a1', 1, 'indirect', '[[196, 229]]', 'Sanctions would follow a delivery', 231, 244, 'a US official', 'unnamed-usa', 'US official (unnamed)', 'unnamed', 'US State Department', 'USA', NULL, false, 245, 251, 'warned', 'Turkey', NULL, NULL, NULL, NULL, 'body', NULL, 'opposes', 'likely', 'clause before the cue', 0.8, 'sanctions would follow a delivery | a us official | us official (unnamed) | us state department | turkey', '2019-11-28', '2019-11-28');
INSERT INTO quotations VALUES ('a2-q0', 'a2', 0, 'indirect', '[[87, 127]]', 'that deliveries would begin in July 2019', 66, 81, 'Sergey Chemezov', 'sergey-chemezov', 'Sergey Chemezov', 'person', 'Rostec', 'RUS', 'Chief Executive', true, 82, 86, 'said', NULL, NULL, NULL, NULL, NULL, 'body', NULL, 'undecided', 'not decided', 'clause after the cue', 0.9, 'that deliveries would begin in july 2019 | sergey chemezov | sergey chemezov | chief executive | rostec', NULL, NULL);
INSERT INTO stances VALUES ('a1-q0', 'a1', 0, 's400-purchase', 'supports', 3, 'rejects', '[[109, 120], [121, 131]]', 'not give up … the S-400”', 'explicit', 'speaker-own', 'clear', '''not give up'' about the S-400', 'refusal to give up');
INSERT INTO stances VALUES ('a1-q1', 'a1', 0, 'us-sanctions', 'supports', 2, 'threatens', '[[196, 218]]', 'Sanctions would follow', 'explicit', 'speaker-own', 'likely', '''would follow'' threatens sanctions', 'threatened cost');
INSERT INTO store_state VALUES ('schema', 2);
INSERT INTO store_state VALUES ('data', 2);
INSERT INTO timexes VALUES ('a1', 0, 85, 98, 'December 2017', 'DATE', '2017-12', '2017-12-01', '2017-12-31', 'month', NULL, 'month and year', 0.99, NULL);
INSERT INTO timexes VALUES ('a1', 1, 185, 194, 'Wednesday', 'DATE', '2019-11-27', '2019-11-27', '2019-11-27', 'day', '2019-11-28', 'weekday before the anchor', 0.9, NULL);
INSERT INTO timexes VALUES ('a2', 0, 162, 167, 'later', 'DATE', 'FUTURE_REF', NULL, NULL, NULL, NULL, 'vague', 0.3, 'no anchor');
SELECT pg_catalog.setval('import_runs_run_id_seq', 1, false);
ALTER TABLE ONLY actors
    ADD CONSTRAINT actors_pkey PRIMARY KEY (article_id, actor_id);
ALTER TABLE ONLY articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (article_id);
ALTER TABLE ONLY events
    ADD CONSTRAINT events_pkey PRIMARY KEY (event_id);
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
ALTER TABLE ONLY stances
    ADD CONSTRAINT stances_pkey PRIMARY KEY (quotation_id, "position");
ALTER TABLE ONLY store_state
    ADD CONSTRAINT store_state_pkey PRIMARY KEY (name);
ALTER TABLE ONLY timexes
    ADD CONSTRAINT timexes_pkey PRIMARY KEY (article_id, "position");
CREATE INDEX actors_actor_country ON actors USING btree (actor_country);
CREATE INDEX actors_actor_id ON actors USING btree (actor_id);
CREATE INDEX articles_checksum ON articles USING btree (checksum);
CREATE INDEX articles_outlet ON articles USING btree (outlet);
CREATE INDEX articles_published ON articles USING btree (published);
CREATE INDEX events_article_id ON events USING btree (article_id);
CREATE INDEX events_earliest ON events USING btree (earliest);
CREATE INDEX events_occurrence_id ON events USING btree (occurrence_id);
CREATE INDEX events_type ON events USING btree (type);
CREATE INDEX participants_actor_country ON participants USING btree (actor_country);
CREATE INDEX participants_actor_id ON participants USING btree (actor_id);
CREATE INDEX participants_article_id ON participants USING btree (article_id);
CREATE INDEX quotations_article_id ON quotations USING btree (article_id);
CREATE INDEX quotations_day_earliest ON quotations USING btree (day_earliest);
CREATE INDEX quotations_speaker_country ON quotations USING btree (speaker_country);
CREATE INDEX quotations_speaker_id ON quotations USING btree (speaker_id);
CREATE INDEX stances_article_id ON stances USING btree (article_id);
CREATE INDEX stances_target ON stances USING btree (target);
ALTER TABLE ONLY actors
    ADD CONSTRAINT actors_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY events
    ADD CONSTRAINT events_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
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
ALTER TABLE ONLY stances
    ADD CONSTRAINT stances_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
ALTER TABLE ONLY stances
    ADD CONSTRAINT stances_quotation_id_fkey FOREIGN KEY (quotation_id) REFERENCES quotations(quotation_id) ON DELETE CASCADE;
ALTER TABLE ONLY timexes
    ADD CONSTRAINT timexes_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(article_id) ON DELETE CASCADE;
