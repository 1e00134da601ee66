-- Who is present when, who is recused on which item.
create table attendance_interval (
    id           uuid primary key,
    meeting_id   uuid not null,
    person_id    uuid not null,
    place        text not null check (place in ('ROOM', 'REMOTE')),
    since        timestamptz not null,
    until        timestamptz,
    check (until is null or until >= since)
);
-- A person is present once at a time.
create unique index attendance_interval_present on attendance_interval (meeting_id, person_id) where until is null;
create index attendance_interval_meeting on attendance_interval (meeting_id, since);

create table attendance_recusal (
    item_id      uuid not null,
    meeting_id   uuid not null,
    person_id    uuid not null,
    declared_at  timestamptz not null,
    primary key (item_id, person_id)
);
create index attendance_recusal_meeting on attendance_recusal (meeting_id);

-- A remote member confirmed for a non-public item that nobody else can listen (R17).
create table attendance_alone (
    item_id       uuid not null,
    meeting_id    uuid not null,
    person_id     uuid not null,
    confirmed_at  timestamptz not null,
    primary key (item_id, person_id)
);

create table attendance_excuse (
    meeting_id   uuid not null,
    person_id    uuid not null,
    reason       text not null check (reason <> ''),
    recorded_at  timestamptz not null,
    primary key (meeting_id, person_id)
);
