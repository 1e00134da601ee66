-- What can be found, each row with who may read it (ADR 0161). All of it is made from other modules and can be made anew.

-- Who may read: whoever holds one of the tokens. Many rows share one.
create table search_audience (
    id      integer generated always as identity primary key,
    key     text not null unique check (key ~ '^[0-9a-f]{64}$'),
    tokens  text[] not null
);
create index search_audience_tokens on search_audience using gin (tokens);

create table search_entry (
    id             bigint generated always as identity primary key,
    source_kind    text not null check (source_kind in ('PAPER', 'MEETING', 'FILE')),
    source_id      uuid not null,
    part           integer not null check (part >= 0),
    kind           text not null
        check (kind in ('PAPER', 'DOCUMENT', 'MEETING', 'AGENDA_ITEM', 'RESOLUTION', 'MINUTES')),
    subject        uuid not null,
    page           integer check (page > 0),
    leads_to       uuid not null,
    number         text not null,
    title          text not null,
    text           text not null,
    organizations  uuid[] not null,
    happens_at     timestamptz not null,
    year           integer not null,
    is_public      boolean not null,
    state          text not null,
    audience       integer not null references search_audience (id),
    paper          uuid,
    fingerprint    text not null,
    search         tsvector not null,
    unique (source_kind, source_id, part)
);
create index search_entry_search on search_entry using gin (search);
create index search_entry_time on search_entry (happens_at);
-- What ranks and what is checked lies in the row itself, the text is read for the hits shown only.
alter table search_entry alter column search set storage main;
alter table search_entry alter column text set storage external;

-- What changed and has to be read anew.
create table search_waiting (
    id           bigint generated always as identity primary key,
    source_kind  text not null,
    source_id    uuid not null,
    attempts     integer not null default 0,
    not_before   timestamptz not null,
    -- read with everything else: what just happened comes first
    is_routine   boolean not null
);
create index search_waiting_turn on search_waiting (is_routine, id);

create index search_waiting_source on search_waiting (source_id);

-- Spellings that occur, for whoever mistyped one. A proposal is made only if it finds something for whoever asked.
create table search_word (
    word  text primary key
);
create index search_word_alike on search_word using gin (word gin_trgm_ops);

create table search_state (
    only_row    boolean primary key default true check (only_row),
    shape       integer not null,
    generation  bigint not null
);
insert into search_state (shape, generation) values (0, 1);
