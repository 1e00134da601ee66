-- The application contributes to each lot too: members who agree among themselves do not choose it. It commits itself before any
-- member can, and opens its secret when the lot is drawn. Lots from before this have none.
create table election_own_contribution (
    lot_id       uuid not null references election_lot (id),
    attempt      integer not null,
    commitment   text not null,
    secret       text not null check (secret ~ '^[0-9a-f]{64}$'),
    committed_at timestamptz not null,
    primary key (lot_id, attempt),
    check (commitment = encode(sha256(convert_to(
        E'ratssaal-lot-1\n' || lot_id || '/' || attempt || E'\nratssaal\n' || secret || E'\n', 'UTF8')), 'hex'))
);
create trigger election_own_contribution_stays before update or delete on election_own_contribution
    for each row execute function election_result_stays();
create trigger election_own_contribution_not_emptied before truncate on election_own_contribution
    for each statement execute function election_result_stays();

create function election_own_contribution_first() returns trigger language plpgsql as $$
begin
    if exists (select from election_contribution where lot_id = new.lot_id and attempt = new.attempt) then
        raise exception 'lot % has contributions already', new.lot_id using errcode = 'RS004';
    end if;
    return new;
end $$;
create trigger election_own_contribution_first before insert on election_own_contribution
    for each row execute function election_own_contribution_first();
