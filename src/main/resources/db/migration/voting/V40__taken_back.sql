-- What was recorded of an item without a vote can be taken back while the meeting runs; that it was recorded stays.
create table voting_taken_back (
    resolution_id  uuid primary key references voting_resolution (id),
    reason         text not null check (reason <> ''),
    taken_back_at  timestamptz not null
);
create trigger voting_taken_back_stays before update or delete on voting_taken_back
    for each row execute function voting_result_stays();
create trigger voting_taken_back_not_emptied before truncate on voting_taken_back
    for each statement execute function voting_result_stays();

create or replace function voting_resolution_ends_with_its_vote() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.annulled_at is null and new.annulled_at is not null
            and to_jsonb(new) - 'annulled_at' = to_jsonb(old) - 'annulled_at'
            and (exists (select from voting_annulment a where a.poll_id = old.poll_id)
                or old.by_points and exists (select from voting_annulment a join voting_poll p on p.id = a.poll_id
                    where p.item_id = old.item_id and p.purpose = 'POINT')
                or old.poll_id is null and exists (select from voting_taken_back t where t.resolution_id = old.id)) then
        return new;
    end if;
    raise exception 'a result stays as it was settled' using errcode = 'RS003';
end $$;
