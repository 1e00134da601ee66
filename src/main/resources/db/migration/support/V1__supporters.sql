-- Who stands behind what is moved in a meeting.
create table support_support (
    meeting_id    uuid not null,
    item_id       uuid not null,
    kind          text not null check (kind in ('PROCEDURE', 'AMENDMENT', 'URGENCY', 'PAPER')),
    subject_id    uuid not null,
    person_id     uuid not null,
    entered_for   boolean not null,
    given_at      timestamptz not null,
    withdrawn_at  timestamptz check (withdrawn_at >= given_at)
);
create unique index support_once on support_support (item_id, kind, subject_id, person_id) where withdrawn_at is null;

-- What had enough supporters when it was put to the vote.
create table support_found (
    meeting_id  uuid not null,
    item_id     uuid not null,
    kind        text not null check (kind in ('PROCEDURE', 'AMENDMENT', 'URGENCY', 'PAPER')),
    subject_id  uuid not null,
    supporters  uuid[] not null,
    needed      integer not null check (needed > 0),
    by_group    boolean not null,
    found_at    timestamptz not null,
    primary key (item_id, kind, subject_id),
    check (by_group or cardinality(supporters) >= needed)
);

-- Once it is put to the vote, who stood behind it stays; what was withdrawn stays on record.
create function support_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or tg_op = 'UPDATE' and (old.withdrawn_at is not null
            or to_jsonb(new) - 'withdrawn_at' is distinct from to_jsonb(old) - 'withdrawn_at') then
        raise exception 'who supported what stays on record' using errcode = 'RS081';
    end if;
    if exists (select from support_found f where f.item_id = new.item_id and f.kind = new.kind
            and f.subject_id = new.subject_id) then
        raise exception 'it was put to the vote' using errcode = 'RS082';
    end if;
    return new;
end $$;
create trigger support_stays before insert or update or delete on support_support
    for each row execute function support_stays();

create function support_found_stays() returns trigger language plpgsql as $$
begin
    raise exception 'it was put to the vote' using errcode = 'RS082';
end $$;
create trigger support_found_stays before update or delete on support_found
    for each row execute function support_found_stays();
