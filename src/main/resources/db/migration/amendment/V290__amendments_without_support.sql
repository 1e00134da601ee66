-- An amendment that too few support is not put to the vote: that is an outcome of its own.
alter table amendment_amendment drop constraint amendment_amendment_state_check;
alter table amendment_amendment add constraint amendment_amendment_state_check check (state in
    ('DRAFT', 'SUBMITTED', 'TAKEN_OVER', 'ADOPTED', 'REJECTED', 'WITHDRAWN', 'SETTLED', 'NOT_SUPPORTED'));
alter table amendment_decision drop constraint amendment_decision_outcome_check;
alter table amendment_decision add constraint amendment_decision_outcome_check
    check (outcome in ('ADOPTED', 'REJECTED', 'SETTLED', 'NOT_SUPPORTED'));
alter table amendment_decision add constraint amendment_decision_not_supported
    check (outcome <> 'NOT_SUPPORTED' or yes is null);
