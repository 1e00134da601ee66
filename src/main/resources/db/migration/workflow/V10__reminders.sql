-- When an office that lets a deadline run is reminded, and others are told; laid down with the step, in working days.
alter table workflow_station
    add column remind_before integer not null default 0 check (remind_before between 0 and 30),
    add column remind_every integer not null default 0 check (remind_every between 0 and 30),
    add column escalate_after integer not null default 0 check (escalate_after between 0 and 30);
-- What waits already is reminded as is usual.
update workflow_station set remind_before = 1, remind_every = 2, escalate_after = 5
    where working_days > 0 and state in ('PLANNED', 'ASKED');
alter table workflow_station
    alter column remind_before drop default, alter column remind_every drop default, alter column escalate_after drop default;
