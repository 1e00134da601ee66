-- What is near to a member, written down by them for themselves. Nobody else is ever told of it.
create table conflict_interest (
    id          uuid primary key,
    person_id   uuid not null,
    kind        text not null check (kind in ('PERSON', 'COMPANY', 'PLACE')),
    words       text not null check (btrim(words) <> '' and length(words) <= 200),
    written_at  timestamptz not null,
    unique (person_id, kind, words)
);

-- On which item a member found that it is no conflict.
create table conflict_set_aside (
    interest_id  uuid not null references conflict_interest (id) on delete cascade,
    item_id      uuid not null,
    primary key (interest_id, item_id)
);
