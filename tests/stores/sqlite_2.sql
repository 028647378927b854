BEGIN TRANSACTION;
CREATE TABLE actors (
	article_id TEXT NOT NULL, 
	actor_id TEXT NOT NULL, 
	actor_name TEXT NOT NULL, 
	actor_kind TEXT NOT NULL, 
	actor_affiliation TEXT, 
	actor_country TEXT, 
	actor_role TEXT, 
	actor_known BOOLEAN NOT NULL, 
	PRIMARY KEY (article_id, actor_id), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE
);
INSERT INTO "actors" VALUES('a1','mevlut-cavusoglu','Mevlüt Çavuşoğlu','person','Government of Turkey','TUR','Foreign Minister',1);
INSERT INTO "actors" VALUES('a1','russia','Russia','state',NULL,'RUS',NULL,1);
INSERT INTO "actors" VALUES('a1','unnamed-usa','US official (unnamed)','unnamed','US State Department','USA',NULL,0);
INSERT INTO "actors" VALUES('a1','turkey','Turkey','state',NULL,'TUR',NULL,1);
INSERT INTO "actors" VALUES('a2','sergey-chemezov','Sergey Chemezov','person','Rostec','RUS','Chief Executive',1);
INSERT INTO "actors" VALUES('a2','russia','Russia','state',NULL,'RUS',NULL,1);
INSERT INTO "actors" VALUES('a2','turkey','Turkey','state',NULL,'TUR',NULL,1);
CREATE TABLE articles (
	article_id TEXT NOT NULL, 
	path TEXT NOT NULL, 
	title TEXT, 
	outlet TEXT, 
	author TEXT, 
	published DATE, 
	published_precision TEXT, 
	published_basis TEXT NOT NULL, 
	published_evidence TEXT, 
	language TEXT NOT NULL, 
	text TEXT NOT NULL, 
	headline_start INTEGER, 
	headline_end INTEGER, 
	notes JSON NOT NULL, 
	checksum TEXT NOT NULL, 
	folded TEXT, 
	published_latest DATE, 
	PRIMARY KEY (article_id)
);
INSERT INTO "articles" VALUES('a1','news/ankara.txt','Ankara stands by missile deal','Bosphorus Post','A. Writer','2019-11-28','day','byline','28.11.2019','en','Ankara stands by missile deal

Ankara signed a contract for the S-400 with Moscow in December 2017. “We will not give up the S-400”, Foreign Minister Mevlüt Çavuşoğlu said in Ankara on Wednesday. Sanctions would follow a delivery, a US official warned.',0,29,'["The outlet is named in the last line."]','c1','ankara stands by missile deal | bosphorus post | a. writer | ankara stands by missile deal ankara signed a contract for the s400 with moscow in december 2017. "we will not give up the s400", foreign minister mevlut cavusoglu said in ankara on wednesday. sanctions would follow a delivery, a us official warned.','2019-11-28');
INSERT INTO "articles" VALUES('a2','news/moscow.txt',NULL,NULL,NULL,NULL,NULL,'unknown',NULL,'en','Russia and Turkey signed the S-400 contract on 12 September 2017. Sergey Chemezov said that deliveries would begin in July 2019. The first regiment may be tested later.',NULL,NULL,'[]','c2','russia and turkey signed the s400 contract on 12 september 2017. sergey chemezov said that deliveries would begin in july 2019. the first regiment may be tested later.',NULL);
CREATE TABLE events (
	event_id TEXT NOT NULL, 
	article_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	occurrence_id TEXT NOT NULL, 
	trigger_start INTEGER NOT NULL, 
	trigger_end INTEGER NOT NULL, 
	"trigger" TEXT NOT NULL, 
	sentence_start INTEGER NOT NULL, 
	sentence_end INTEGER NOT NULL, 
	sentence TEXT NOT NULL, 
	type TEXT NOT NULL, 
	plover TEXT NOT NULL, 
	modality TEXT NOT NULL, 
	objects JSON NOT NULL, 
	place TEXT, 
	earliest DATE, 
	latest DATE, 
	precision TEXT, 
	date_text_start INTEGER, 
	date_text_end INTEGER, 
	date_text TEXT, 
	date_basis TEXT NOT NULL, 
	said_in TEXT, 
	rule TEXT NOT NULL, 
	confidence FLOAT NOT NULL, 
	folded TEXT, 
	PRIMARY KEY (event_id), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE
);
INSERT INTO "events" VALUES('a1-e0','a1',0,'a1-e0',38,44,'signed',31,99,'Ankara signed a contract for the S-400 with Moscow in December 2017.','agreement','AGREE','actual','["S-400"]',NULL,'2017-12-01','2017-12-31','month',85,98,'December 2017','explicit',NULL,'trigger verb',0.9,'ankara signed a contract for the s400 with moscow in december 2017. | s400 | turkey | russia');
INSERT INTO "events" VALUES('a1-e1','a1',1,'a1-e1',196,205,'Sanctions',196,252,'Sanctions would follow a delivery, a US official warned.','sanction','SANCTION','threatened','[]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'none','a1-q1','trigger noun',0.6,'sanctions would follow a delivery, a us official warned. | us official (unnamed) | turkey');
INSERT INTO "events" VALUES('a2-e0','a2',0,'a2-e0',18,24,'signed',0,65,'Russia and Turkey signed the S-400 contract on 12 September 2017.','agreement','AGREE','actual','["S-400"]',NULL,'2017-09-12','2017-09-12','day',47,64,'12 September 2017','explicit',NULL,'trigger verb',0.95,'russia and turkey signed the s400 contract on 12 september 2017. | s400 | russia | turkey');
INSERT INTO "events" VALUES('a2-e1','a2',1,'a2-e1',92,102,'deliveries',66,128,'Sergey Chemezov said that deliveries would begin in July 2019.','delivery','AID','planned','["S-400"]',NULL,'2019-07-01','2019-07-31','month',118,127,'July 2019','explicit','a2-q0','trigger noun',0.8,'sergey chemezov said that deliveries would begin in july 2019. | s400 | russia | turkey');
CREATE TABLE furniture (
	article_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	line INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	PRIMARY KEY (article_id, position), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE
);
INSERT INTO "furniture" VALUES('a1',0,1,'Home | World','menu');
CREATE TABLE import_errors (
	run_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	file TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	PRIMARY KEY (run_id, position), 
	FOREIGN KEY(run_id) REFERENCES import_runs (run_id) ON DELETE CASCADE
);
CREATE TABLE import_runs (
	run_id INTEGER NOT NULL, 
	started DATETIME NOT NULL, 
	finished DATETIME, 
	new INTEGER NOT NULL, 
	replaced INTEGER NOT NULL, 
	duplicate INTEGER NOT NULL, 
	failed INTEGER NOT NULL, 
	PRIMARY KEY (run_id)
);
CREATE TABLE mentions (
	article_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	words_start INTEGER NOT NULL, 
	words_end INTEGER NOT NULL, 
	words TEXT NOT NULL, 
	actor_id TEXT NOT NULL, 
	actor_name TEXT NOT NULL, 
	actor_kind TEXT NOT NULL, 
	actor_affiliation TEXT, 
	actor_country TEXT, 
	actor_role TEXT, 
	actor_known BOOLEAN NOT NULL, 
	rule TEXT NOT NULL, 
	confidence FLOAT NOT NULL, 
	PRIMARY KEY (article_id, position), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE
);
INSERT INTO "mentions" VALUES('a1',0,133,166,'Foreign Minister Mevlüt Çavuşoğlu','mevlut-cavusoglu','Mevlüt Çavuşoğlu','person','Government of Turkey','TUR','Foreign Minister',1,'name',0.99);
INSERT INTO "mentions" VALUES('a1',1,75,81,'Moscow','russia','Russia','state',NULL,'RUS',NULL,1,'capital',0.8);
INSERT INTO "mentions" VALUES('a2',0,66,81,'Sergey Chemezov','sergey-chemezov','Sergey Chemezov','person','Rostec','RUS','Chief Executive',1,'name',0.99);
CREATE TABLE participants (
	event_id TEXT NOT NULL, 
	article_id TEXT NOT NULL, 
	part TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	actor_id TEXT NOT NULL, 
	actor_name TEXT NOT NULL, 
	actor_kind TEXT NOT NULL, 
	actor_affiliation TEXT, 
	actor_country TEXT, 
	actor_role TEXT, 
	actor_known BOOLEAN NOT NULL, 
	PRIMARY KEY (event_id, part, position), 
	FOREIGN KEY(event_id) REFERENCES events (event_id) ON DELETE CASCADE, 
	FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE
);
INSERT INTO "participants" VALUES('a1-e0','a1','actor',0,'turkey','Turkey','state',NULL,'TUR',NULL,1);
INSERT INTO "participants" VALUES('a1-e0','a1','target',0,'russia','Russia','state',NULL,'RUS',NULL,1);
INSERT INTO "participants" VALUES('a1-e1','a1','actor',0,'unnamed-usa','US official (unnamed)','unnamed','US State Department','USA',NULL,0);
INSERT INTO "participants" VALUES('a1-e1','a1','target',0,'turkey','Turkey','state',NULL,'TUR',NULL,1);
INSERT INTO "participants" VALUES('a2-e0','a2','actor',0,'russia','Russia','state',NULL,'RUS',NULL,1);
INSERT INTO "participants" VALUES('a2-e0','a2','actor',1,'turkey','Turkey','state',NULL,'TUR',NULL,1);
INSERT INTO "participants" VALUES('a2-e1','a2','actor',0,'russia','Russia','state',NULL,'RUS',NULL,1);
INSERT INTO "participants" VALUES('a2-e1','a2','target',0,'turkey','Turkey','state',NULL,'TUR',NULL,1);
CREATE TABLE quotations (
	quotation_id TEXT NOT NULL, 
	article_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	content JSON NOT NULL, 
	text TEXT NOT NULL, 
	source_start INTEGER, 
	source_end INTEGER, 
	source TEXT, 
	speaker_id TEXT, 
	speaker_name TEXT, 
	speaker_kind TEXT, 
	speaker_affiliation TEXT, 
	speaker_country TEXT, 
	speaker_role TEXT, 
	speaker_known BOOLEAN, 
	cue_start INTEGER, 
	cue_end INTEGER, 
	cue TEXT, 
	addressee TEXT, 
	via TEXT, 
	said_earliest DATE, 
	said_latest DATE, 
	said_precision TEXT, 
	section TEXT NOT NULL, 
	within TEXT, 
	overall TEXT NOT NULL, 
	band TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	confidence FLOAT NOT NULL, 
	folded TEXT, 
	day_earliest DATE, 
	day_latest DATE, 
	PRIMARY KEY (quotation_id), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE
);
INSERT INTO "quotations" VALUES('a1-q0','a1',0,'direct','[[101, 130]]','We will not give up the S-400',133,166,'Foreign Minister Mevlüt Çavuşoğlu','mevlut-cavusoglu','Mevlüt Çavuşoğlu','person','Government of Turkey','TUR','Foreign Minister',1,167,171,'said',NULL,NULL,'2019-11-27','2019-11-27','day','body',NULL,'supports','clear','quotation marks',0.95,'we will not give up the s400 | foreign minister mevlut cavusoglu | mevlut cavusoglu | foreign minister | government of turkey','2019-11-27','2019-11-27');
INSERT INTO "quotations" VALUES('a1-q1','a1',1,'indirect','[[196, 229]]','Sanctions would follow a delivery',231,244,'a US official','unnamed-usa','US official (unnamed)','unnamed','US State Department','USA',NULL,0,245,251,'warned','Turkey',NULL,NULL,NULL,NULL,'body',NULL,'opposes','likely','clause before the cue',0.8,'sanctions would follow a delivery | a us official | us official (unnamed) | us state department | turkey','2019-11-28','2019-11-28');
INSERT INTO "quotations" VALUES('a2-q0','a2',0,'indirect','[[87, 127]]','that deliveries would begin in July 2019',66,81,'Sergey Chemezov','sergey-chemezov','Sergey Chemezov','person','Rostec','RUS','Chief Executive',1,82,86,'said',NULL,NULL,NULL,NULL,NULL,'body',NULL,'undecided','not decided','clause after the cue',0.9,'that deliveries would begin in july 2019 | sergey chemezov | sergey chemezov | chief executive | rostec',NULL,NULL);
CREATE TABLE stances (
	quotation_id TEXT NOT NULL, 
	article_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	target TEXT NOT NULL, 
	polarity TEXT NOT NULL, 
	strength INTEGER, 
	posture TEXT NOT NULL, 
	evidence JSON NOT NULL, 
	evidence_text TEXT NOT NULL, 
	basis TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	band TEXT NOT NULL, 
	explanation TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	PRIMARY KEY (quotation_id, position), 
	FOREIGN KEY(quotation_id) REFERENCES quotations (quotation_id) ON DELETE CASCADE, 
	FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE
);
INSERT INTO "stances" VALUES('a1-q0','a1',0,'s400-purchase','supports',3,'rejects','[[109, 120], [121, 131]]','not give up … the S-400”','explicit','speaker-own','clear','''not give up'' about the S-400','refusal to give up');
INSERT INTO "stances" VALUES('a1-q1','a1',0,'us-sanctions','supports',2,'threatens','[[196, 218]]','Sanctions would follow','explicit','speaker-own','likely','''would follow'' threatens sanctions','threatened cost');
CREATE TABLE store_state (
	name TEXT NOT NULL, 
	value INTEGER NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "store_state" VALUES('schema',2);
INSERT INTO "store_state" VALUES('data',2);
CREATE TABLE timexes (
	article_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	words_start INTEGER NOT NULL, 
	words_end INTEGER NOT NULL, 
	words TEXT NOT NULL, 
	type TEXT NOT NULL, 
	value TEXT NOT NULL, 
	earliest DATE, 
	latest DATE, 
	precision TEXT, 
	anchor DATE, 
	rule TEXT NOT NULL, 
	confidence FLOAT NOT NULL, 
	flag TEXT, 
	PRIMARY KEY (article_id, position), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE
);
INSERT INTO "timexes" VALUES('a1',0,85,98,'December 2017','DATE','2017-12','2017-12-01','2017-12-31','month',NULL,'month and year',0.99,NULL);
INSERT INTO "timexes" VALUES('a1',1,185,194,'Wednesday','DATE','2019-11-27','2019-11-27','2019-11-27','day','2019-11-28','weekday before the anchor',0.9,NULL);
INSERT INTO "timexes" VALUES('a2',0,162,167,'later','DATE','FUTURE_REF',NULL,NULL,NULL,NULL,'vague',0.3,'no anchor');
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_outlet ON articles (outlet);
CREATE INDEX articles_checksum ON articles (checksum);
CREATE INDEX actors_actor_country ON actors (actor_country);
CREATE INDEX actors_actor_id ON actors (actor_id);
CREATE INDEX quotations_article_id ON quotations (article_id);
CREATE INDEX quotations_speaker_country ON quotations (speaker_country);
CREATE INDEX quotations_speaker_id ON quotations (speaker_id);
CREATE INDEX quotations_day_earliest ON quotations (day_earliest);
CREATE INDEX events_earliest ON events (earliest);
CREATE INDEX events_type ON events (type);
CREATE INDEX events_occurrence_id ON events (occurrence_id);
CREATE INDEX events_article_id ON events (article_id);
CREATE INDEX stances_article_id ON stances (article_id);
CREATE INDEX stances_target ON stances (target);
CREATE INDEX participants_actor_country ON participants (actor_country);
CREATE INDEX participants_actor_id ON participants (actor_id);
CREATE INDEX participants_article_id ON participants (article_id);
COMMIT;
