-- Members are called out because somebody doubts the quorum.
create table conduct_quorum_call (
    id          uuid primary key,
    meeting_id  uuid not null,
    item_id     uuid,
    doubted_by  uuid,
    begun_at    timestamptz not null,
    ended_at    timestamptz check (ended_at >= begun_at),
    present     integer check (present >= 0),
    needed      integer check (needed >= 0),
    check ((ended_at is null) = (present is null) and (ended_at is null) = (needed is null))
);
create unique index conduct_quorum_call_open on conduct_quorum_call (meeting_id) where ended_at is null;
create index conduct_quorum_call_meeting on conduct_quorum_call (meeting_id, begun_at);

create table conduct_quorum_answer (
    call_id    uuid not null references conduct_quorum_call (id),
    person_id  uuid not null,
    is_here    boolean not null,
    at         timestamptz not null,
    primary key (call_id, person_id)
);

create function conduct_quorum_call_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a roll call that has ended stays' using errcode = 'RS047';
end $$;
create trigger conduct_quorum_call_stays before update or delete on conduct_quorum_call
    for each row when (old.ended_at is not null) execute function conduct_quorum_call_stays();
create function conduct_quorum_answer_in_call() returns trigger language plpgsql as $$
begin
    if not exists (select from conduct_quorum_call
            where id = case when tg_op = 'DELETE' then old.call_id else new.call_id end and ended_at is null) then
        raise exception 'a roll call that has ended stays' using errcode = 'RS047';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger conduct_quorum_answer_in_call before insert or update or delete on conduct_quorum_answer
    for each row execute function conduct_quorum_answer_in_call();
