-- What happened in meetings beyond what other modules keep: breaks and who was in the chair.
create table minutes_course (
    id         uuid primary key,
    meeting_id uuid not null,
    kind       text not null check (kind in ('OPENED', 'CHAIR_HANDED_OVER', 'INTERRUPTED', 'RESUMED')),
    person_id  uuid,
    at         timestamptz not null,
    check ((kind in ('OPENED', 'CHAIR_HANDED_OVER')) = (person_id is not null))
);
create index minutes_course_meeting on minutes_course (meeting_id, at);

create table minutes_minutes (
    id          uuid primary key,
    meeting_id  uuid not null unique,
    state       text not null check (state in ('DRAFT', 'RELEASED')),
    drafted_at  timestamptz not null,
    drafted_by  text not null check (drafted_by <> ''),
    released_at timestamptz,
    released_by text check (released_by <> ''),
    -- SHA-256 of the internal version's PDF.
    fingerprint text check (length(fingerprint) = 64),
    -- Grows with every change of a text.
    version     bigint not null default 0,
    check ((state = 'RELEASED') = (released_at is not null)),
    check ((state = 'RELEASED') = (released_by is not null)),
    check ((state = 'RELEASED') = (fingerprint is not null)),
    check (released_at is null or released_at >= drafted_at)
);

-- What the secretariat writes itself, block by block: two people at two blocks do not disturb each other.
create table minutes_text (
    minutes_id uuid not null references minutes_minutes (id),
    block      text not null check (block in ('recorder', 'intro', 'closing')
                   or block ~ '^item/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
    text       text not null check (length(text) <= 50000),
    version    bigint not null check (version > 0),
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (minutes_id, block)
);

-- The facts and texts as they were released: the whole, and the public version, which was made without the rest.
create table minutes_version (
    minutes_id uuid not null references minutes_minutes (id),
    is_public  boolean not null,
    sheet      jsonb not null check (jsonb_typeof(sheet) = 'object'),
    file_id    uuid not null unique,
    primary key (minutes_id, is_public)
);

-- Released minutes are the legal record: they stay as they are, whoever asks.
create function minutes_stay() returns trigger language plpgsql as $$
begin
    if old.state = 'RELEASED' then
        raise exception 'minutes % are released and stay as they are', old.id using errcode = 'RS010';
    end if;
    if tg_op = 'UPDATE' and new.state = 'RELEASED'
            and not exists (select from minutes_version where minutes_id = new.id and not is_public) then
        raise exception 'minutes % have no version to release', new.id using errcode = 'RS011';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger minutes_stay before update or delete on minutes_minutes
    for each row execute function minutes_stay();

create function minutes_written_in_draft_only() returns trigger language plpgsql as $$
declare
    of_minutes uuid := case when tg_op = 'DELETE' then old.minutes_id else new.minutes_id end;
begin
    if tg_op <> 'INSERT' and old.minutes_id <> of_minutes then
        raise exception 'a text stays with its minutes' using errcode = 'RS010';
    end if;
    perform 1 from minutes_minutes where id = of_minutes and state = 'DRAFT' for share;
    if not found then
        raise exception 'minutes % are released and stay as they are', of_minutes using errcode = 'RS010';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger minutes_written_in_draft_only before insert or update or delete on minutes_text
    for each row execute function minutes_written_in_draft_only();
create trigger minutes_written_in_draft_only before insert on minutes_version
    for each row execute function minutes_written_in_draft_only();

create function minutes_only_added() returns trigger language plpgsql as $$
begin
    raise exception 'what is recorded stays' using errcode = 'RS010';
end $$;
create trigger minutes_only_added before update or delete on minutes_version
    for each row execute function minutes_only_added();
create trigger minutes_only_added before update or delete on minutes_course
    for each row execute function minutes_only_added();
