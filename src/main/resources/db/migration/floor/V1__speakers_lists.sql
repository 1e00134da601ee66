-- Who asks for the floor on an item, who has it, and for how long they spoke.
create table floor_list (
    item_id           uuid primary key,
    meeting_id        uuid not null,
    is_closed         boolean not null default false,
    is_question_time  boolean not null default false
);

create table floor_request (
    id               uuid primary key,
    meeting_id       uuid not null,
    item_id          uuid not null,
    kind             text not null check (kind in ('SPEECH', 'REPLY', 'POINT_OF_ORDER', 'STATEMENT')),
    person_id        uuid,
    guest_name       text check (guest_name <> ''),
    guest_kind       text check (guest_kind in ('RESIDENT', 'EXPERT')),
    may_be_named     boolean not null default true,
    reply_to         uuid references floor_request (id),
    requested_at     timestamptz not null,
    entered_for      boolean not null,
    rank             integer check (rank > 0),
    placed_by_chair  boolean not null default false,
    state            text not null check (state in
        ('WAITING', 'SPEAKING', 'SET_ASIDE', 'ENDED', 'WITHDRAWN', 'REMOVED', 'LAPSED')),
    called_at        timestamptz,
    ended_at         timestamptz,
    allowed_seconds  integer check (allowed_seconds >= 0),
    waits_for_meeting boolean not null default false,
    check ((person_id is null) = (guest_name is not null)),
    check ((guest_name is null) = (guest_kind is null)),
    check ((kind = 'REPLY') = (reply_to is not null)),
    check (guest_name is null or kind = 'SPEECH'),
    check ((state in ('SPEAKING', 'SET_ASIDE', 'ENDED')) = (called_at is not null)),
    check ((state in ('WAITING', 'SPEAKING', 'SET_ASIDE')) = (ended_at is null)),
    check (ended_at is null or called_at is null or ended_at >= called_at),
    check (not waits_for_meeting or state = 'SPEAKING')
);
create index floor_request_item on floor_request (item_id);
create index floor_request_meeting on floor_request (meeting_id, called_at);
-- One speaks at a time, and one at most was interrupted.
create unique index floor_one_speaks on floor_request (meeting_id) where state = 'SPEAKING';
create unique index floor_one_set_aside on floor_request (meeting_id) where state = 'SET_ASIDE';
-- Nobody is on a list twice in the same way.
create unique index floor_once_on_list on floor_request (item_id, person_id, kind) where state = 'WAITING';
-- Each replies once to a speech.
create unique index floor_one_reply on floor_request (reply_to, person_id)
    where state in ('WAITING', 'SPEAKING', 'SET_ASIDE', 'ENDED');

-- When somebody really spoke: pauses lie between these.
create table floor_time (
    id          bigint generated always as identity primary key,
    request_id  uuid not null references floor_request (id),
    meeting_id  uuid not null,
    since       timestamptz not null,
    until       timestamptz check (until >= since)
);
create index floor_time_request on floor_time (request_id);
create unique index floor_time_one_runs on floor_time (meeting_id) where until is null;

-- What was said was said: a speech that has ended, and its times, stay.
create function floor_speech_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a speech that has ended stays as it was' using errcode = 'RS020';
end $$;
create trigger floor_request_stays before update or delete on floor_request
    for each row when (old.state in ('ENDED', 'WITHDRAWN', 'REMOVED', 'LAPSED')) execute function floor_speech_stays();
create trigger floor_time_stays before update or delete on floor_time
    for each row when (old.until is not null) execute function floor_speech_stays();

-- Time runs for who has the floor, and for nobody else.
create function floor_time_of_speaker() returns trigger language plpgsql as $$
begin
    if not exists (select from floor_request where id = new.request_id and meeting_id = new.meeting_id
            and state = 'SPEAKING') then
        raise exception 'time runs for who has the floor' using errcode = 'RS021';
    end if;
    return new;
end $$;
create trigger floor_time_of_speaker before insert on floor_time
    for each row execute function floor_time_of_speaker();
