-- A member who is not there leaves their vote to another, where the rules of procedure let them. One that ended stays on record.
create table attendance_delegation (
    id           uuid primary key,
    meeting_id   uuid not null,
    item_id      uuid,
    member_id    uuid not null,
    holder_id    uuid not null check (holder_id <> member_id),
    -- how many votes of others one may carry by the rules of that moment
    most         integer not null check (most >= 1),
    entered_for  boolean not null,
    given_at     timestamptz not null,
    ended_at     timestamptz check (ended_at >= given_at),
    ended_by     text check (ended_by in ('REVOKED', 'RETURNED', 'ARRIVED')),
    check ((ended_at is null) = (ended_by is null))
);
create index attendance_delegation_meeting on attendance_delegation (meeting_id);

-- A vote is left to one at a time, by who is not there, and nobody carries more than the rules let them. Who comes takes the same lock.
create function attendance_delegation_given() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(new.meeting_id::text, 287));
    if exists (select from attendance_interval
            where meeting_id = new.meeting_id and person_id = new.member_id and until is null) then
        raise exception 'who is present votes themself' using errcode = 'RS085';
    end if;
    if exists (select from attendance_delegation d where d.meeting_id = new.meeting_id and d.ended_at is null
            and d.member_id = new.member_id and (d.item_id is null or new.item_id is null or d.item_id = new.item_id)) then
        raise exception 'a vote is left to one at a time' using errcode = 'RS086';
    end if;
    if (select count(distinct d.member_id) from attendance_delegation d where d.meeting_id = new.meeting_id
            and d.ended_at is null and d.holder_id = new.holder_id
            and (d.item_id is null or new.item_id is null or d.item_id = new.item_id)) >= new.most then
        raise exception 'nobody carries more than % votes of others', new.most using errcode = 'RS087';
    end if;
    return new;
end $$;
create trigger attendance_delegation_given before insert on attendance_delegation
    for each row execute function attendance_delegation_given();

create function attendance_present_votes_themself() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(new.meeting_id::text, 287));
    if exists (select from attendance_delegation d
            where d.meeting_id = new.meeting_id and d.member_id = new.person_id and d.ended_at is null) then
        raise exception 'who is present votes themself' using errcode = 'RS085';
    end if;
    return new;
end $$;
create trigger attendance_present_votes_themself before insert on attendance_interval
    for each row when (new.until is null) execute function attendance_present_votes_themself();

-- It ends, and that is all that ever becomes of it.
create function attendance_delegation_ends() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.ended_at is null and new.ended_at is not null
            and to_jsonb(new) - 'ended_at' - 'ended_by' = to_jsonb(old) - 'ended_at' - 'ended_by' then
        return new;
    end if;
    raise exception 'a vote that was left to somebody stays on record' using errcode = 'RS088';
end $$;
create trigger attendance_delegation_ends before update or delete on attendance_delegation
    for each row execute function attendance_delegation_ends();
create trigger attendance_delegation_not_emptied before truncate on attendance_delegation
    for each statement execute function attendance_delegation_ends();
