-- What a running meeting decided on its agenda.
create table conduct_act (
    id            uuid primary key,
    place         bigint generated always as identity,
    meeting_id    uuid not null,
    kind          text not null check (kind in ('ADOPT', 'MOVE', 'JOIN', 'SEPARATE', 'DEFER', 'REFER', 'WITHDRAW',
        'EXCLUDE', 'ADMIT')),
    item_id       uuid,
    number        text not null,
    detail        text not null check (length(detail) <= 500),
    -- what it takes to take it back: the item that came next, or with which it was deliberated
    before_id     uuid,
    -- the consultations of a paper that were planned because it was referred
    consultations uuid[] not null default '{}',
    paper_id      uuid,
    at            timestamptz not null,
    undone_for    text check (undone_for <> ''),
    undone_at     timestamptz check (undone_at >= at),
    check ((kind = 'ADOPT') = (item_id is null)),
    check ((undone_for is null) = (undone_at is null)),
    check (kind <> 'WITHDRAW' or detail <> ''),
    check (cardinality(consultations) = 0 or paper_id is not null)
);
create index conduct_act_meeting on conduct_act (meeting_id, place);
-- An agenda is adopted once.
create unique index conduct_adopted on conduct_act (meeting_id) where kind = 'ADOPT' and undone_at is null;

create function conduct_act_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.undone_at is null and new.undone_at is not null
            and to_jsonb(new) - 'undone_at' - 'undone_for' = to_jsonb(old) - 'undone_at' - 'undone_for'
            and not exists (select from conduct_act later
                where later.meeting_id = old.meeting_id and later.place > old.place and later.undone_at is null) then
        if old.kind in ('EXCLUDE', 'ADMIT') then
            raise exception 'who may listen takes another decision' using errcode = 'RS046';
        end if;
        return new;
    end if;
    raise exception 'only the last act on an agenda is taken back' using errcode = 'RS045';
end $$;
create trigger conduct_act_stays before update or delete on conduct_act
    for each row execute function conduct_act_stays();
