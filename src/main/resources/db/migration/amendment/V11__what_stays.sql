-- The same triggers as before, with the function that all modules share.
do $$
declare
    kept record;
begin
    for kept in select pg_get_triggerdef(t.oid) as definition from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        where p.proname = 'amendment_stays' and p.pronamespace = current_schema()::regnamespace
    loop
        execute replace(replace(kept.definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER'),
            'amendment_stays()', 'base_stays()');
    end loop;
end $$;
drop function amendment_stays();
