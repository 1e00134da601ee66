package de.ratssaal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The structure that docs/architecture.md describes is the structure of the code. */
class ModuleStructureTest {

    static final ApplicationModules MODULES = ApplicationModules.of(RatssaalApplication.class);
    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("de.ratssaal");

    @Test
    void modulesUseOnlyEachOthersFaceAndOnlyAsAllowed() {
        MODULES.verify();
    }

    @Test
    void everyModuleSaysWhatItMayUse() {
        assertThat(MODULES)
                .allSatisfy(module -> assertThat(
                                Class.forName(module.getBasePackage().getName() + ".package-info")
                                        .isAnnotationPresent(ApplicationModule.class))
                        .as("@ApplicationModule on " + module.getDisplayName())
                        .isTrue());
    }

    @Test
    void theModuleMapOfTheDocumentationIsMadeFromTheCode() throws IOException {
        ModuleMap.assertUpToDate();
    }

    @Test
    void entitiesAndRepositoriesStayInsideTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .or()
                .areAssignableTo("org.springframework.data.repository.Repository")
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void vaadinIsUsedInViewsOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("de.ratssaal..ui..", "de.ratssaal.identity.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(CODE);
    }

    @Test
    void theSecretBallotAndItsVerifierNeedNothingButTheJdk() {
        noClasses()
                .that()
                .resideInAnyPackage("de.ratssaal.ballot..", "de.ratssaal.verifier..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..", "javax.crypto..", "org.jspecify..", "de.ratssaal.ballot..", "de.ratssaal.verifier..")
                .check(CODE);
    }

    @Test
    void nothingIsNamedAfterNothing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .check(CODE);
    }

    @Test
    void timeIsAnArgument() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .check(CODE);
    }
}
