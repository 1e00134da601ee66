-- A tie rejects, unless the rules let the chair break it (R8): then it is said that they did.
alter table amendment_decision add column casting_vote boolean not null default false;
alter table amendment_decision disable trigger amendment_decision_stays;
update amendment_decision set casting_vote = true where yes = no and outcome = 'ADOPTED';
alter table amendment_decision enable trigger amendment_decision_stays;
alter table amendment_decision
    alter column casting_vote drop default,
    drop constraint amendment_decision_check1,
    add constraint amendment_decision_adopted
        check (yes is null or outcome <> 'ADOPTED' or yes > no or (yes = no and casting_vote)),
    add constraint amendment_decision_casting_vote check (not casting_vote or (yes is not null and yes = no));
