package de.ratssaal.organization.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import de.ratssaal.IntegrationTest;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.OrganizationLinks;
import de.ratssaal.organization.TestCouncil;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@ViewPackages(packages = "de.ratssaal.organization.ui")
@WithMockUser
class OrganizationViewTest extends SpringBrowserlessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Councils councils;

    @BeforeEach
    void german() {
        com.vaadin.flow.component.UI.getCurrent().setLocale(Locale.GERMAN);
    }

    @Test
    void theListLeadsToEveryOrganization() {
        var council = TestCouncil.of(3, context);

        navigate(OrganizationsView.class);

        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(OrganizationLinks.organization(council.council()));
    }

    @Test
    void membersAreShownByGroupWithWhoHasNone() {
        var council = TestCouncil.of(3, context);
        var group = council.organization(Classification.POLITICAL_GROUP, 5, context);
        TestCouncil.join(group, council.chair(), MembershipRole.MEMBER, context);

        navigate(OrganizationLinks.organization(council.council()), OrganizationView.class);

        assertThat($(H1.class).single().getText())
                .isEqualTo(councils.organization(council.council()).name());
        assertThat($(H3.class).all())
                .extracting(it -> it.getElement().getTextRecursively())
                .containsExactly(councils.organization(group).name() + "(1)", "Ohne Fraktion(2)");
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .containsAll(council.members().stream()
                        .map(OrganizationLinks::person)
                        .toList());
    }

    @Test
    void everyRuleIsASentenceWithItsParagraph() {
        var council = TestCouncil.of(51, context);

        navigate(OrganizationLinks.organization(council.council()), OrganizationView.class);

        var rules = $(RulesList.class).single().getElement().getTextRecursively();
        assertThat(rules)
                .contains("mindestens 4 volle Kalendertage", "ThürKO § 35")
                .contains("mehr als die Hälfte der Mitglieder", "mindestens 26 von 51", "ThürKO § 36")
                .contains("mindestens ein Viertel der Anwesenden", "ThürKO § 39")
                .doesNotContain("organization.");
    }

    @Test
    void aPersonHasMembershipsWithTheirDays() {
        var council = TestCouncil.of(3, context);

        navigate(OrganizationLinks.person(council.chair()), PersonView.class);

        assertThat($(H1.class).single().getText()).isEqualTo(councils.nameOf(council.chair()));
        assertThat($(H2.class).single().getText()).isEqualTo("Mitgliedschaften");
        assertThat(getCurrentView().getElement().getTextRecursively()).contains("Vorsitz seit 1. Juni 2024");
    }
}
