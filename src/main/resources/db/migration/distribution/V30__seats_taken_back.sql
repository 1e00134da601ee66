-- A member who takes back that they cannot come is told what became of their substitute.
alter table distribution_round
    drop constraint distribution_round_kind_check,
    add constraint distribution_round_kind_check
        check (kind in ('INVITATION', 'SUPPLEMENT', 'CANCELLATION', 'RELEASE', 'RETURN'));
