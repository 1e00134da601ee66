-- Names of guests are erased once they are not needed any more; that somebody spoke, and for how long, stays.
alter table floor_request add column name_erased_at timestamptz;
do $$
declare
    old record;
begin
    for old in select conname from pg_constraint where conrelid = 'floor_request'::regclass and contype = 'c'
            and (pg_get_constraintdef(oid) like '%guest_name IS%') loop
        execute format('alter table floor_request drop constraint %I', old.conname);
    end loop;
end $$;
alter table floor_request
    add constraint floor_request_of_member_or_guest check ((person_id is null) = (guest_kind is not null)),
    add constraint floor_request_name_of_guest check (guest_kind is not null or guest_name is null),
    add constraint floor_request_guest_speaks check (guest_kind is null or kind = 'SPEECH'),
    add constraint floor_request_name_erased check
        ((guest_kind is not null and guest_name is null) = (name_erased_at is not null)),
    add constraint floor_request_erased_after_end check (name_erased_at is null or ended_at is not null);
create index floor_request_named on floor_request (meeting_id) where guest_name is not null;

-- What was said was said: of a request that has ended nothing changes but that a guest's name goes.
create function floor_request_ended() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.guest_name is not null and new.guest_name is null
            and to_jsonb(new) - 'guest_name' - 'name_erased_at' = to_jsonb(old) - 'guest_name' - 'name_erased_at' then
        return new;
    end if;
    raise exception 'a speech that has ended stays as it was' using errcode = 'RS020';
end $$;
drop trigger floor_request_stays on floor_request;
create trigger floor_request_stays before update or delete on floor_request
    for each row when (old.state in ('ENDED', 'WITHDRAWN', 'REMOVED', 'LAPSED')) execute function floor_request_ended();
