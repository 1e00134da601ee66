package de.ratssaal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.organization.TestCouncil;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@DisplayName("The names behind identifiers")
class KnownNamesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    KnownNames names;

    @Autowired
    CouncilRoll roll;

    @Test
    @DisplayName("are told to auditors, as far as there are any")
    void toAuditors() {
        var council = TestCouncil.of(1, context);
        var auditor = accounts.withRoles("ein langer Weg zum Rathaus", Role.AUDITOR);
        var unknown = UUID.randomUUID();

        var known = accounts.as(
                auditor,
                () -> names.of(
                        List.of(council.chair().value(), council.council().value(), unknown)));

        assertThat(known)
                .containsOnlyKeys(council.chair().value(), council.council().value());
    }

    @Test
    @DisplayName("are kept from everybody else")
    void toNobodyElse() {
        var council = TestCouncil.of(1, context);
        var wanted = List.of(council.chair().value());
        var secretariat = accounts.withRoles("ein langer Weg zum Rathaus", Role.SECRETARIAT);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> accounts.as(secretariat, () -> names.of(wanted)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> accounts.as(secretariat, () -> roll.names(wanted)));
    }
}
