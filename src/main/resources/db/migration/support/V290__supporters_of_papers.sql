-- Who stands behind a motion that members bring in as a paper, before it is put on an agenda.
create table support_paper (
    paper_id      uuid not null,
    person_id     uuid not null,
    entered_for   boolean not null,
    given_at      timestamptz not null,
    withdrawn_at  timestamptz check (withdrawn_at >= given_at)
);
create unique index support_paper_once on support_paper (paper_id, person_id) where withdrawn_at is null;

create function support_paper_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.withdrawn_at is not null
            or to_jsonb(new) - 'withdrawn_at' is distinct from to_jsonb(old) - 'withdrawn_at' then
        raise exception 'who supported what stays on record' using errcode = 'RS081';
    end if;
    return new;
end $$;
create trigger support_paper_stays before update or delete on support_paper
    for each row execute function support_paper_stays();

-- What came to nothing because too few stood behind it is kept with how many there were.
alter table support_found add column is_enough boolean not null default true;
alter table support_found drop constraint support_found_check;
alter table support_found add constraint support_found_enough check (is_enough = (by_group or cardinality(supporters) >= needed));
