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
CREATE TABLE article_links (
	article_id TEXT NOT NULL, 
	other_id TEXT NOT NULL, 
	relation TEXT NOT NULL, 
	share FLOAT NOT NULL, 
	PRIMARY KEY (article_id, other_id), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE, 
	FOREIGN KEY(other_id) REFERENCES articles (article_id) ON DELETE CASCADE
);
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
	published_latest DATE, 
	number INTEGER, 
	content TEXT, 
	edition TEXT, 
	run_id INTEGER, 
	PRIMARY KEY (article_id)
);
INSERT INTO "articles" VALUES('a1','news/ankara.txt','Ankara stands by missile deal','Bosphorus Post','A. Writer','2019-11-28','day','byline','28.11.2019','en','Ankara stands by missile deal

Ankara signed a contract for the S-400 with Moscow in December 2017. “We will not give up the S-400”, Foreign Minister Mevlüt Çavuşoğlu said in Ankara on Wednesday. Sanctions would follow a delivery, a US official warned.',0,29,'["The outlet is named in the last line."]','c1','2019-11-28',1,'b8ab8f74681236784ad8fca4e807f0aa',NULL,NULL);
INSERT INTO "articles" VALUES('a2','news/moscow.txt',NULL,NULL,NULL,NULL,NULL,'unknown',NULL,'en','Russia and Turkey signed the S-400 contract on 12 September 2017. Sergey Chemezov said that deliveries would begin in July 2019. The first regiment may be tested later.',NULL,NULL,'[]','c2',NULL,2,'c489cc84a7f728321dac08f58a4c0a09',NULL,NULL);
CREATE TABLE coded_values (
	value_id INTEGER NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (value_id)
);
INSERT INTO "coded_values" VALUES(1,'Bosphorus Post');
INSERT INTO "coded_values" VALUES(2,'Foreign Minister');
INSERT INTO "coded_values" VALUES(3,'Government of Turkey');
INSERT INTO "coded_values" VALUES(4,'Mevlüt Çavuşoğlu');
INSERT INTO "coded_values" VALUES(5,'TUR');
INSERT INTO "coded_values" VALUES(6,'Turkey');
INSERT INTO "coded_values" VALUES(7,'US State Department');
INSERT INTO "coded_values" VALUES(8,'US official (unnamed)');
INSERT INTO "coded_values" VALUES(9,'USA');
INSERT INTO "coded_values" VALUES(10,'clear');
INSERT INTO "coded_values" VALUES(11,'direct');
INSERT INTO "coded_values" VALUES(12,'indirect');
INSERT INTO "coded_values" VALUES(13,'likely');
INSERT INTO "coded_values" VALUES(14,'mevlut-cavusoglu');
INSERT INTO "coded_values" VALUES(15,'opposes');
INSERT INTO "coded_values" VALUES(16,'person');
INSERT INTO "coded_values" VALUES(17,'rejects');
INSERT INTO "coded_values" VALUES(18,'s400-purchase');
INSERT INTO "coded_values" VALUES(19,'said');
INSERT INTO "coded_values" VALUES(20,'supports');
INSERT INTO "coded_values" VALUES(21,'threatens');
INSERT INTO "coded_values" VALUES(22,'unnamed');
INSERT INTO "coded_values" VALUES(23,'unnamed-usa');
INSERT INTO "coded_values" VALUES(24,'us-sanctions');
INSERT INTO "coded_values" VALUES(25,'warned');
INSERT INTO "coded_values" VALUES(26,'Chief Executive');
INSERT INTO "coded_values" VALUES(27,'RUS');
INSERT INTO "coded_values" VALUES(28,'Rostec');
INSERT INTO "coded_values" VALUES(29,'Sergey Chemezov');
INSERT INTO "coded_values" VALUES(30,'not decided');
INSERT INTO "coded_values" VALUES(31,'sergey-chemezov');
INSERT INTO "coded_values" VALUES(32,'undecided');
CREATE TABLE corrections (
	correction_id INTEGER NOT NULL, 
	checksum TEXT NOT NULL, 
	field TEXT NOT NULL, 
	value TEXT, 
	former JSON NOT NULL, 
	maker TEXT NOT NULL, 
	made DATETIME NOT NULL, 
	undone DATETIME, 
	PRIMARY KEY (correction_id)
);
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
	number INTEGER, 
	PRIMARY KEY (event_id), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE
);
INSERT INTO "events" VALUES('a1-e0','a1',0,'a1-e0',38,44,'signed',31,99,'Ankara signed a contract for the S-400 with Moscow in December 2017.','agreement','AGREE','actual','["S-400"]',NULL,'2017-12-01','2017-12-31','month',85,98,'December 2017','explicit',NULL,'trigger verb',0.9,1);
INSERT INTO "events" VALUES('a1-e1','a1',1,'a1-e1',196,205,'Sanctions',196,252,'Sanctions would follow a delivery, a US official warned.','sanction','SANCTION','threatened','[]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'none','a1-q1','trigger noun',0.6,2);
INSERT INTO "events" VALUES('a2-e0','a2',0,'a2-e0',18,24,'signed',0,65,'Russia and Turkey signed the S-400 contract on 12 September 2017.','agreement','AGREE','actual','["S-400"]',NULL,'2017-09-12','2017-09-12','day',47,64,'12 September 2017','explicit',NULL,'trigger verb',0.95,3);
INSERT INTO "events" VALUES('a2-e1','a2',1,'a2-e1',92,102,'deliveries',66,128,'Sergey Chemezov said that deliveries would begin in July 2019.','delivery','AID','planned','["S-400"]',NULL,'2019-07-01','2019-07-31','month',118,127,'July 2019','explicit','a2-q0','trigger noun',0.8,4);
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
	unchanged INTEGER NOT NULL, 
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
CREATE TABLE quotation_codes (
	article_id TEXT NOT NULL, 
	quotations BLOB NOT NULL, 
	stances BLOB NOT NULL, 
	PRIMARY KEY (article_id), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE
);
INSERT INTO "quotation_codes" VALUES('a1',X'01000000010000003347000033470000A70000000700000000000000010000000E00000004000000100000000500000003000000020000000000000000000000130000000B000000140000000A00000002000000010000003447000034470000F50000000500000000000000010000001700000008000000160000000900000007000000000000000000000006000000190000000C0000000F0000000D000000',X'0100000012000000140000001100000002000000180000001400000015000000');
INSERT INTO "quotation_codes" VALUES('a2',X'03000000020000000000008000000080520000000700000000000000000000001F0000001D000000100000001B0000001C0000001A0000000000000000000000130000000C000000200000001E000000',X'');
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
	day_earliest DATE, 
	day_latest DATE, 
	number INTEGER, 
	PRIMARY KEY (quotation_id), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE
);
INSERT INTO "quotations" VALUES('a1-q0','a1',0,'direct','[[101, 130]]','We will not give up the S-400',133,166,'Foreign Minister Mevlüt Çavuşoğlu','mevlut-cavusoglu','Mevlüt Çavuşoğlu','person','Government of Turkey','TUR','Foreign Minister',1,167,171,'said',NULL,NULL,'2019-11-27','2019-11-27','day','body',NULL,'supports','clear','quotation marks',0.95,'2019-11-27','2019-11-27',1);
INSERT INTO "quotations" VALUES('a1-q1','a1',1,'indirect','[[196, 229]]','Sanctions would follow a delivery',231,244,'a US official','unnamed-usa','US official (unnamed)','unnamed','US State Department','USA',NULL,0,245,251,'warned','Turkey',NULL,NULL,NULL,NULL,'body',NULL,'opposes','likely','clause before the cue',0.8,'2019-11-28','2019-11-28',2);
INSERT INTO "quotations" VALUES('a2-q0','a2',0,'indirect','[[87, 127]]','that deliveries would begin in July 2019',66,81,'Sergey Chemezov','sergey-chemezov','Sergey Chemezov','person','Rostec','RUS','Chief Executive',1,82,86,'said',NULL,NULL,NULL,NULL,NULL,'body',NULL,'undecided','not decided','clause after the cue',0.9,NULL,NULL,3);
CREATE TABLE sketches (
	article_id TEXT NOT NULL, 
	hash BIGINT NOT NULL, 
	PRIMARY KEY (article_id, hash), 
	FOREIGN KEY(article_id) REFERENCES articles (article_id) ON DELETE CASCADE
);
INSERT INTO "sketches" VALUES('a1',295532976765402378);
INSERT INTO "sketches" VALUES('a1',386812740429673045);
INSERT INTO "sketches" VALUES('a1',460579259242394550);
INSERT INTO "sketches" VALUES('a1',548649233882252528);
INSERT INTO "sketches" VALUES('a1',556970848884580792);
INSERT INTO "sketches" VALUES('a1',669670040769649286);
INSERT INTO "sketches" VALUES('a1',671491706717809844);
INSERT INTO "sketches" VALUES('a1',675142032382664362);
INSERT INTO "sketches" VALUES('a1',691438270650330395);
INSERT INTO "sketches" VALUES('a1',698540817505205381);
INSERT INTO "sketches" VALUES('a1',812223966577138234);
INSERT INTO "sketches" VALUES('a1',821177274866988424);
INSERT INTO "sketches" VALUES('a1',1516510641625780980);
INSERT INTO "sketches" VALUES('a1',1565817844465056511);
INSERT INTO "sketches" VALUES('a1',1680371213704019483);
INSERT INTO "sketches" VALUES('a1',1747636525850306732);
INSERT INTO "sketches" VALUES('a1',1927785260337717293);
INSERT INTO "sketches" VALUES('a1',1959639107458125860);
INSERT INTO "sketches" VALUES('a1',1999319396513242148);
INSERT INTO "sketches" VALUES('a1',2110836893394697885);
INSERT INTO "sketches" VALUES('a1',2145343609524918488);
INSERT INTO "sketches" VALUES('a1',2194815943368516780);
INSERT INTO "sketches" VALUES('a1',2245878024253520080);
INSERT INTO "sketches" VALUES('a1',2373448307628907432);
INSERT INTO "sketches" VALUES('a1',2739808117458506547);
INSERT INTO "sketches" VALUES('a1',2887382843059846220);
INSERT INTO "sketches" VALUES('a1',2997093133283448880);
INSERT INTO "sketches" VALUES('a1',3167470202844308548);
INSERT INTO "sketches" VALUES('a1',3308077540479780894);
INSERT INTO "sketches" VALUES('a1',3309685473699191278);
INSERT INTO "sketches" VALUES('a1',3399337092988333371);
INSERT INTO "sketches" VALUES('a1',3416777881301050583);
INSERT INTO "sketches" VALUES('a1',3670896822838683462);
INSERT INTO "sketches" VALUES('a1',4173534371215731460);
INSERT INTO "sketches" VALUES('a1',4189776801613605881);
INSERT INTO "sketches" VALUES('a1',4261050342684449084);
INSERT INTO "sketches" VALUES('a1',4377672239507865412);
INSERT INTO "sketches" VALUES('a1',4524119606383464735);
INSERT INTO "sketches" VALUES('a2',495380555011743346);
INSERT INTO "sketches" VALUES('a2',1126932818049111118);
INSERT INTO "sketches" VALUES('a2',1158547830375790430);
INSERT INTO "sketches" VALUES('a2',1238473932015206378);
INSERT INTO "sketches" VALUES('a2',1315324457569494348);
INSERT INTO "sketches" VALUES('a2',1332078282378053107);
INSERT INTO "sketches" VALUES('a2',1668708349184591924);
INSERT INTO "sketches" VALUES('a2',1800555407622282624);
INSERT INTO "sketches" VALUES('a2',2046317676262863960);
INSERT INTO "sketches" VALUES('a2',2086805874019548680);
INSERT INTO "sketches" VALUES('a2',2449895535552812974);
INSERT INTO "sketches" VALUES('a2',2743520166251094318);
INSERT INTO "sketches" VALUES('a2',2881795571175708892);
INSERT INTO "sketches" VALUES('a2',3044669046312284522);
INSERT INTO "sketches" VALUES('a2',3226392481949306073);
INSERT INTO "sketches" VALUES('a2',3321356168156172906);
INSERT INTO "sketches" VALUES('a2',3860059103275845390);
INSERT INTO "sketches" VALUES('a2',3919666856401460621);
INSERT INTO "sketches" VALUES('a2',3938532063656535404);
INSERT INTO "sketches" VALUES('a2',3959864454312880438);
INSERT INTO "sketches" VALUES('a2',3977631369498954135);
INSERT INTO "sketches" VALUES('a2',4436827665372076810);
INSERT INTO "sketches" VALUES('a2',4477329537801835059);
INSERT INTO "sketches" VALUES('a2',4586658147197991998);
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
INSERT INTO "store_state" VALUES('schema',5);
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
CREATE VIRTUAL TABLE articles_search USING fts5(title, article, outlet, author, actor, tokenize="ascii tokenchars '_'");
INSERT INTO articles_search (rowid, title, article, outlet, author, actor) VALUES(1,'ankara stands by missile deal _ankara _stand _by _missil _deal __every','ankara stands by missile deal ankara signed a contract for the s400 with moscow in december 2017 we will not give up the s400 foreign minister mevlut cavusoglu said in ankara on wednesday sanctions would follow a delivery a us official warned _ankara _stand _by _missil _deal _sign _a _contract _for _the _s400 _with _moscow _in _decemb _2017 _we _will _not _give _up _foreign _minist _mevlut _cavusoglu _said _on _wednesday _sanction _would _follow _deliveri _us _offici _warn','bosphorus post','a writer','mevlut cavusoglu russia turkey us official unnamed');
INSERT INTO articles_search (rowid, title, article, outlet, author, actor) VALUES(2,' __every','russia and turkey signed the s400 contract on 12 september 2017 sergey chemezov said that deliveries would begin in july 2019 the first regiment may be tested later _russia _and _turkey _sign _the _s400 _contract _on _12 _septemb _2017 _sergey _chemezov _said _that _deliveri _would _begin _in _juli _2019 _first _regiment _may _be _test _later','','','russia sergey chemezov turkey');
CREATE VIRTUAL TABLE quotations_search USING fts5(said, sentence, actor, office, body, country, addressee, via, outlet, title, tokenize="ascii tokenchars '_'");
INSERT INTO quotations_search (rowid, said, sentence, actor, office, body, country, addressee, via, outlet, title) VALUES(1,'we will not give up the s400 _we _will _not _give _up _the _s400 __every','we will not give up the s400 foreign minister mevlut cavusoglu said in ankara on wednesday _we _will _not _give _up _the _s400 _foreign _minist _mevlut _cavusoglu _said _in _ankara _on _wednesday','mevlut cavusoglu foreign minister mevlut cavusoglu','foreign minister','government of turkey','turkey tur','','','bosphorus post','ankara stands by missile deal _ankara _stand _by _missil _deal');
INSERT INTO quotations_search (rowid, said, sentence, actor, office, body, country, addressee, via, outlet, title) VALUES(2,'sanctions would follow a delivery _sanction _would _follow _a _deliveri __every','sanctions would follow a delivery a us official warned _sanction _would _follow _a _deliveri _us _offici _warn','us official unnamed a us official','','us state department','united states usa','turkey','','bosphorus post','ankara stands by missile deal _ankara _stand _by _missil _deal');
INSERT INTO quotations_search (rowid, said, sentence, actor, office, body, country, addressee, via, outlet, title) VALUES(3,'that deliveries would begin in july 2019 _that _deliveri _would _begin _in _juli _2019 __every','sergey chemezov said that deliveries would begin in july 2019 _sergey _chemezov _said _that _deliveri _would _begin _in _juli _2019','sergey chemezov','chief executive','rostec','russia rus','','','','');
CREATE VIRTUAL TABLE events_search USING fts5(sentence, actor, country, place, object, outlet, title, tokenize="ascii tokenchars '_'");
INSERT INTO events_search (rowid, sentence, actor, country, place, object, outlet, title) VALUES(1,'ankara signed a contract for the s400 with moscow in december 2017 _ankara _sign _a _contract _for _the _s400 _with _moscow _in _decemb _2017 __every','turkey russia','turkey tur russia rus','','s400','bosphorus post','ankara stands by missile deal _ankara _stand _by _missil _deal');
INSERT INTO events_search (rowid, sentence, actor, country, place, object, outlet, title) VALUES(2,'sanctions would follow a delivery a us official warned _sanction _would _follow _a _deliveri _us _offici _warn __every','us official unnamed turkey','united states usa turkey tur','','','bosphorus post','ankara stands by missile deal _ankara _stand _by _missil _deal');
INSERT INTO events_search (rowid, sentence, actor, country, place, object, outlet, title) VALUES(3,'russia and turkey signed the s400 contract on 12 september 2017 _russia _and _turkey _sign _the _s400 _contract _on _12 _septemb _2017 __every','russia turkey','russia rus turkey tur','','s400','','');
INSERT INTO events_search (rowid, sentence, actor, country, place, object, outlet, title) VALUES(4,'sergey chemezov said that deliveries would begin in july 2019 _sergey _chemezov _said _that _deliveri _would _begin _in _juli _2019 __every','russia turkey','russia rus turkey tur','','s400','','');
CREATE UNIQUE INDEX articles_number ON articles (number);
CREATE INDEX articles_checksum ON articles (checksum);
CREATE INDEX articles_outlet ON articles (outlet);
CREATE INDEX articles_run_id ON articles (run_id);
CREATE INDEX articles_content ON articles (content);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX corrections_checksum ON corrections (checksum);
CREATE UNIQUE INDEX coded_values_value ON coded_values (value);
CREATE INDEX actors_actor_id ON actors (actor_id);
CREATE INDEX actors_actor_country ON actors (actor_country);
CREATE UNIQUE INDEX quotations_number ON quotations (number);
CREATE INDEX quotations_day_earliest ON quotations (day_earliest);
CREATE INDEX quotations_speaker_country ON quotations (speaker_country);
CREATE INDEX quotations_speaker_id ON quotations (speaker_id);
CREATE INDEX quotations_article_id ON quotations (article_id);
CREATE INDEX events_type ON events (type);
CREATE INDEX events_earliest ON events (earliest);
CREATE UNIQUE INDEX events_number ON events (number);
CREATE INDEX events_occurrence_id ON events (occurrence_id);
CREATE INDEX events_article_id ON events (article_id);
CREATE INDEX sketches_hash ON sketches (hash);
CREATE INDEX stances_target ON stances (target);
CREATE INDEX stances_article_id ON stances (article_id);
CREATE INDEX participants_actor_id ON participants (actor_id);
CREATE INDEX participants_actor_country ON participants (actor_country);
CREATE INDEX participants_article_id ON participants (article_id);
CREATE TRIGGER articles_search_gone AFTER DELETE ON articles BEGIN DELETE FROM articles_search WHERE rowid = old.number; END;
CREATE TRIGGER quotations_search_gone AFTER DELETE ON quotations BEGIN DELETE FROM quotations_search WHERE rowid = old.number; END;
CREATE TRIGGER events_search_gone AFTER DELETE ON events BEGIN DELETE FROM events_search WHERE rowid = old.number; END;
COMMIT;
