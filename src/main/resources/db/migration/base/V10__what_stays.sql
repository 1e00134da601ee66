-- For tables of all modules whose rows are a record: no trigger lets one be changed or deleted.
create function base_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was put on record stays on record (%)', tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;
