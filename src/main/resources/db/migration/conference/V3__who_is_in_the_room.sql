-- Some providers write the names of rooms in small letters.
create unique index conference_room_small_name on conference_room (lower(name));

-- How the provider calls whoever is at this line, as their own page says.
alter table conference_line add column participant text check (participant ~ '^[A-Za-z0-9._-]{1,64}$');
create unique index conference_line_participant on conference_line (room_id, participant);

-- Whom a provider says to be in a room: evidence beside our own lines. What is told twice, late or in another order ends in the same:
-- the latest coming and the latest going count.
create table conference_occupant (
    room_id   uuid not null references conference_room,
    -- as the provider calls them
    address   text not null check (length(address) between 1 and 300),
    -- whom the token named that let them in; none if there was no such token
    person_id uuid,
    name      text not null check (length(name) <= 300),
    -- by the provider's clock
    joined_at timestamptz,
    left_at   timestamptz,
    -- when it was first told, by our clock
    heard_at  timestamptz not null,
    primary key (room_id, address)
);

-- When a provider was last heard of.
create table conference_provider_heard (
    provider text primary key,
    heard_at timestamptz not null
);

-- With which keys the servers sign what they tell a provider: the public half, for the provider to fetch from whichever server answers.
create table conference_signing_key (
    name     text primary key,
    key      text not null,
    since    timestamptz not null
);
