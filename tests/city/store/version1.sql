-- A file of version 1, as the first version of the store wrote it.
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE tenant (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE word (
    id INTEGER PRIMARY KEY, tenant INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (tenant, text)
);
CREATE TABLE entity (
    id INTEGER PRIMARY KEY, tenant INTEGER NOT NULL, name TEXT NOT NULL, live INTEGER NOT NULL,
    created INTEGER NOT NULL, modified INTEGER NOT NULL, expires INTEGER,
    types TEXT NOT NULL, scope TEXT NOT NULL, places INTEGER NOT NULL,
    names TEXT NOT NULL,    normalized BLOB, concise BLOB, simplified BLOB, document TEXT,
    UNIQUE (tenant, name)
);
CREATE INDEX entity_expires ON entity (expires) WHERE expires IS NOT NULL;
CREATE TABLE kind (
    type INTEGER NOT NULL, live INTEGER NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (type, live, entity)
) WITHOUT ROWID;
CREATE TABLE cell (
    name INTEGER NOT NULL, entity INTEGER NOT NULL, dataset INTEGER NOT NULL, element INTEGER NOT NULL,
    kind INTEGER NOT NULL, sort INTEGER NOT NULL, value, observed INTEGER,
    PRIMARY KEY (name, entity, dataset, element)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE place USING rtree (id, west, east, south, north, +entity, +name, +dataset, +geometry);
CREATE TABLE observation (
    entity INTEGER NOT NULL, name INTEGER NOT NULL, dataset INTEGER NOT NULL, time INTEGER NOT NULL,
    instance INTEGER NOT NULL, observed INTEGER NOT NULL, kind INTEGER NOT NULL, deleted INTEGER NOT NULL,
    value, created INTEGER NOT NULL, modified INTEGER, extra TEXT,
    PRIMARY KEY (entity, name, dataset, time, instance)
) WITHOUT ROWID;
CREATE TABLE rollup (
    entity INTEGER NOT NULL, name INTEGER NOT NULL, dataset INTEGER NOT NULL, span INTEGER NOT NULL,
    start INTEGER NOT NULL, count INTEGER NOT NULL, total REAL NOT NULL, squares REAL NOT NULL,
    low REAL NOT NULL, high REAL NOT NULL, first_time INTEGER NOT NULL, first REAL NOT NULL,
    last_time INTEGER NOT NULL, last REAL NOT NULL,
    PRIMARY KEY (entity, name, dataset, span, start)
) WITHOUT ROWID;
CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, lane INTEGER NOT NULL, created INTEGER NOT NULL,
    due INTEGER NOT NULL, attempt INTEGER NOT NULL, error TEXT NOT NULL, body BLOB NOT NULL
);
CREATE INDEX delivery_order ON delivery (lane, id);
CREATE TABLE item (
    tenant INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (tenant, kind, name)
) WITHOUT ROWID;
INSERT INTO meta (name, value)
VALUES ('instance', 10000);
INSERT INTO tenant (id, name)
VALUES (1, 'astana');
INSERT INTO word (id, tenant, text)
VALUES (1, 1, 'warmth');
INSERT INTO word (id, tenant, text)
VALUES (2, 1, '@scope');
INSERT INTO word (id, tenant, text)
VALUES (3, 1, '');
INSERT INTO word (id, tenant, text)
VALUES (4, 1, 'Station');
INSERT INTO word (id, tenant, text)
VALUES (5, 1, 'location');
INSERT INTO word (id, tenant, text)
VALUES (6, 1, 'sub');
INSERT INTO entity (id, tenant, name, live, created, modified, expires, types, scope, places, names, normalized, concise, simplified, document)
VALUES (1, 1, 'urn:ngsi-ld:Station:a', 1, 1700000000000000, 1700000000000000, NULL, 'Station', '/north', 1, '1,2', x'6e6f726d616c697a6564', NULL, NULL, '{"warmth":21.5}');
INSERT INTO kind (type, live, entity)
VALUES (3, 1, 1);
INSERT INTO kind (type, live, entity)
VALUES (4, 1, 1);
INSERT INTO cell (name, entity, dataset, element, kind, sort, value, observed)
VALUES (1, 1, 0, 0, 0, 1, 21.5, NULL);
INSERT INTO cell (name, entity, dataset, element, kind, sort, value, observed)
VALUES (2, 1, 0, 0, 0, 2, '/north', NULL);
INSERT INTO place (id, west, east, south, north, entity, name, dataset, geometry)
VALUES (16, 71.0, 71.0, 51.0, 51.0, 1, 5, 0, '{"type":"Point","coordinates":[71,51]}');
INSERT INTO observation (entity, name, dataset, time, instance, observed, kind, deleted, value, created, modified, extra)
VALUES (1, 1, 0, 1700000000000000, 1, 1, 0, 0, 21.5, 1700000000000000, NULL, NULL);
INSERT INTO observation (entity, name, dataset, time, instance, observed, kind, deleted, value, created, modified, extra)
VALUES (1, 1, 0, 1700086400000000, 2, 1, 0, 0, 22.5, 1700000000000000, NULL, NULL);
INSERT INTO rollup (entity, name, dataset, span, start, count, total, squares, low, high, first_time, first, last_time, last)
VALUES (1, 1, 0, 0, 1699999200000000, 1, 21.5, 462.25, 21.5, 21.5, 1700000000000000, 21.5, 1700000000000000, 21.5);
INSERT INTO rollup (entity, name, dataset, span, start, count, total, squares, low, high, first_time, first, last_time, last)
VALUES (1, 1, 0, 1, 1699920000000000, 1, 21.5, 462.25, 21.5, 21.5, 1700000000000000, 21.5, 1700000000000000, 21.5);
INSERT INTO delivery (id, lane, created, due, attempt, error, body)
VALUES (1, 6, 1700000000000000, 1700000000000000, 0, '', x'64656c6976657279');
INSERT INTO item (tenant, kind, name, body)
VALUES (1, 'feed', 'rates', x'6974656d');
PRAGMA user_version = 1;
