-- What was decided for the stream of a meeting.
create table stream_choice (
    meeting_id uuid primary key,
    is_on      boolean not null default false,
    -- where the city's own broadcaster shows it; empty for our own stream
    address    text not null default '',
    -- of the next segment: no number is ever used twice, also after segments were deleted
    sequence   bigint not null default 0,
    breaks     integer not null default 0,
    last_take  uuid
);

-- A stretch of a stream: from one room of the public part, and over before anything is not public.
create table stream_run (
    id            uuid primary key,
    meeting_id    uuid not null,
    room_id       uuid not null,
    recorded      boolean not null,
    started_at    timestamptz not null,
    stopped_at    timestamptz check (stopped_at >= started_at),
    -- the server that makes it
    node          uuid,
    claimed_until timestamptz,
    -- who is shown
    shown         text not null default 'NOBODY'
);
create unique index stream_run_open on stream_run (meeting_id) where stopped_at is null;
create index stream_run_meeting on stream_run (meeting_id, started_at);

-- What is over never goes on.
create function stream_run_stays_over() returns trigger language plpgsql as $$
begin
    if old.stopped_at is not null and new is distinct from old then
        raise exception 'a stretch of a stream that is over does not change' using errcode = 'RS346';
    end if;
    return new;
end $$;
create trigger stream_run_stays_over before update on stream_run
    for each row execute function stream_run_stays_over();

create table stream_segment (
    meeting_id uuid not null,
    -- counted from 0 through the whole meeting
    sequence   bigint not null check (sequence >= 0),
    run_id     uuid not null references stream_run on delete cascade,
    -- changes wherever the one before does not go on without a break
    take       uuid not null,
    -- how many breaks there were before it in this meeting
    breaks     integer not null check (breaks >= 0),
    -- of the transport stream's clock at its beginning
    ticks      bigint not null check (ticks >= 0),
    began_at   timestamptz not null,
    millis     integer not null check (millis > 0),
    bytes      bytea not null,
    primary key (meeting_id, sequence)
);
alter table stream_segment alter column bytes set storage external;
create index stream_segment_run on stream_segment (run_id, began_at);

-- A segment comes only while its stretch goes on. Whoever ends it is waited for: after that there is none.
create function stream_segment_while_on() returns trigger language plpgsql as $$
begin
    perform from stream_run where id = new.run_id and meeting_id = new.meeting_id and stopped_at is null for share;
    if not found then
        raise exception 'this stretch of the stream is over' using errcode = 'RS347';
    end if;
    return new;
end $$;
create trigger stream_segment_while_on before insert on stream_segment
    for each row execute function stream_segment_while_on();
create function stream_segment_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a segment of a stream does not change' using errcode = 'RS348';
end $$;
create trigger stream_segment_stays before update on stream_segment
    for each row execute function stream_segment_stays();

-- From when on an item was before the meeting, within the stream.
create table stream_mark (
    run_id  uuid not null references stream_run on delete cascade,
    item_id uuid not null,
    at      timestamptz not null,
    primary key (run_id, item_id, at)
);

-- Who has agreed to be shown to the public, and perhaps to be recorded as well.
create table stream_consent (
    person_id uuid primary key,
    recorded  boolean not null,
    given_at  timestamptz not null
);

-- What is said, in writing, for those who do not hear it.
create table stream_caption (
    run_id uuid not null references stream_run on delete cascade,
    at     timestamptz not null,
    text   text not null check (length(text) between 1 and 300),
    primary key (run_id, at)
);
