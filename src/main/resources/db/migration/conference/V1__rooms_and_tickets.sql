-- The video conference of a meeting: a room for its public part, and a new one for each item that is not public.
create table conference_room (
    id         uuid primary key,
    meeting_id uuid not null,
    -- random: who does not know it cannot guess it
    name       text not null unique check (length(name) >= 32),
    -- none for the public part
    item_id    uuid,
    opened_at  timestamptz not null,
    closed_at  timestamptz check (closed_at >= opened_at)
);
create unique index conference_room_open on conference_room (meeting_id) where closed_at is null;

-- A closed room stays closed, and no room changes.
create function conference_room_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.closed_at is null and new.closed_at is not null
            and to_jsonb(new) - 'closed_at' = to_jsonb(old) - 'closed_at' then
        return new;
    end if;
    raise exception 'a room of a conference is closed once and for all' using errcode = 'RS335';
end $$;
create trigger conference_room_stays before update or delete on conference_room
    for each row execute function conference_room_stays();
create trigger conference_room_not_emptied before truncate on conference_room
    for each statement execute function conference_room_stays();

-- Into a closed room nobody comes, and nothing is said there. Whoever closes it is waited for.
create function conference_room_is_open() returns trigger language plpgsql as $$
begin
    perform from conference_room where id = new.room_id and closed_at is null for share;
    if not found then
        raise exception 'the room of the conference is closed' using errcode = 'RS336';
    end if;
    return new;
end $$;

-- What opens a room to one person, once and soon. What is kept is a hash.
create table conference_ticket (
    hash       bytea primary key check (octet_length(hash) = 32),
    room_id    uuid not null references conference_room,
    person_id  uuid not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null check (expires_at > issued_at),
    unique (room_id, person_id)
);
create trigger conference_ticket_for_open_room before insert or update on conference_ticket
    for each row execute function conference_room_is_open();

-- A guest let in by the chair, as long as the room is open.
create table conference_admission (
    room_id     uuid not null references conference_room,
    person_id   uuid not null,
    admitted_at timestamptz not null,
    -- confirmed that nobody else listens; members do so in the register of attendance
    alone_at    timestamptz,
    primary key (room_id, person_id)
);

-- Who waits before the door.
create table conference_waiting (
    room_id   uuid not null references conference_room,
    person_id uuid not null,
    name      text not null,
    since     timestamptz not null,
    primary key (room_id, person_id)
);

-- Whom the chair lets speak beside the speakers' list.
create table conference_word (
    room_id   uuid not null references conference_room,
    person_id uuid not null,
    primary key (room_id, person_id)
);

-- What the chair chose for a meeting instead of its rule.
create table conference_choice (
    meeting_id         uuid primary key,
    only_speaker_heard boolean not null
);

-- Who takes part in a meeting's conference, or did a moment ago.
create table conference_presence (
    meeting_id uuid not null,
    person_id  uuid not null,
    -- since when there has been no connection; none while there is one
    lost_at    timestamptz,
    primary key (meeting_id, person_id)
);

-- Who was entered as having left while they took part: they come in again only when they say so.
create table conference_left (
    meeting_id uuid not null,
    person_id  uuid not null,
    primary key (meeting_id, person_id)
);

-- Lines of browsers that are open now. After a crash of the database there are none.
create unlogged table conference_line (
    id        uuid primary key,
    room_id   uuid not null references conference_room,
    person_id uuid not null,
    name      text not null,
    -- the server to which the browser is connected
    node      uuid not null,
    joined_at timestamptz not null,
    seen_at   timestamptz not null,
    sound     boolean not null default false,
    picture   boolean not null default false,
    -- how often the chair muted them
    mutes     integer not null default 0,
    unique (room_id, person_id)
);
create trigger conference_line_into_open_room before insert on conference_line
    for each row execute function conference_room_is_open();

-- What browsers say to each other so that they find each other, until it is delivered.
create unlogged table conference_signal (
    id        bigint generated always as identity primary key,
    room_id   uuid not null references conference_room,
    from_line uuid not null references conference_line on delete cascade,
    to_line   uuid not null references conference_line on delete cascade,
    body      text not null check (length(body) <= 32768)
);
create index conference_signal_to on conference_signal (to_line, id);
create index conference_signal_from on conference_signal (from_line);
create trigger conference_signal_in_open_room before insert on conference_signal
    for each row execute function conference_room_is_open();
