-- Rooms whose sound and picture run over a gateway, as it knows them. All others run from browser to browser; no room changes over.
create table conference_gateway_room (
    room_id uuid primary key references conference_room,
    -- names the gateway: the application's own on one machine, or one for several
    gateway text not null check (gateway <> ''),
    number  bigint not null unique check (number > 0),
    secret  text not null check (length(secret) >= 32),
    pin     text not null check (length(pin) >= 32),
    -- whether the gateway has it no more; it is told until it has not
    gone    boolean not null default false
);
create index conference_gateway_room_there on conference_gateway_room (gateway) where not gone;
create trigger conference_gateway_room_open before insert on conference_gateway_room
    for each row execute function conference_room_is_open();

-- Who has not asked again for a while is not before the door any more.
alter table conference_waiting add column asked_at timestamptz;
update conference_waiting set asked_at = since;
alter table conference_waiting alter column asked_at set not null;
