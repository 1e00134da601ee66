-- What no law on holidays tells: school holidays, and days that a municipality keeps free.
create table calendar_free_period (
    id         uuid primary key,
    body_id    uuid not null,
    kind       text not null check (kind in ('SCHOOL_HOLIDAYS', 'HOLIDAY', 'CLOSED')),
    name       text not null check (name <> '' and length(name) <= 200),
    first_day  date not null,
    last_day   date not null,
    check (last_day >= first_day and last_day <= first_day + 200),
    constraint calendar_free_period_once unique (body_id, kind, name, first_day, last_day)
);
create index calendar_free_period_days on calendar_free_period (body_id, last_day, first_day);

-- A series that was planned. Sent a second time, it plans nothing more.
create table calendar_series (
    id               uuid primary key,
    organization_id  uuid not null,
    planned_at       timestamptz not null,
    planned_by       text not null check (planned_by <> '')
);
create table calendar_series_meeting (
    series_id   uuid not null references calendar_series (id),
    day         date not null,
    meeting_id  uuid not null unique,
    primary key (series_id, day)
);

-- Addresses under which a calendar program reads somebody's meetings. Only the hash of the secret part is kept.
create table calendar_feed (
    id               uuid primary key,
    account_id       uuid not null,
    organization_id  uuid,
    name             text not null check (name <> '' and length(name) <= 100),
    token_hash       bytea not null unique check (length(token_hash) = 32),
    made_at          timestamptz not null,
    read_at          timestamptz
);
create index calendar_feed_account on calendar_feed (account_id);
