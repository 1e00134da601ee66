package de.ratssaal.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.sidenav.SideNavItem;
import de.ratssaal.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@IntegrationTest
@ViewPackages(packages = "de.ratssaal.base.ui")
@WithMockUser
class MainLayoutTest extends SpringBrowserlessTest {

    @Test
    void theStartPageStandsInTheMainLandmarkOfTheFrame() {
        navigate(StartView.class);

        assertThat($(Main.class).single().getElement().getChild(0).getComponent())
                .containsInstanceOf(StartView.class);
        assertThat($(H1.class).single().getText()).isNotBlank();
    }

    @Test
    void theNavigationIsMadeOfTheMenusThatThePersonMayOpen() {
        navigate(StartView.class);

        assertThat($(SideNavItem.class).all()).extracting(SideNavItem::getLabel).contains("Start");
    }

    @Test
    void anAddressThatLeadsNowhereSaysSo() {
        navigate("nowhere", NotFoundView.class);

        assertThat($(H1.class).single().getText()).isIn("Hier ist nichts", "There is nothing here");
    }
}
