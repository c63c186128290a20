package app.tutti.account.boundary;

import app.tutti.account.control.Busy;
import app.tutti.account.control.Passwords;
import app.tutti.account.control.People;
import app.tutti.account.entity.Person;
import app.tutti.account.entity.PersonName;
import app.tutti.account.entity.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;

/** People and their passwords, for Jakarta Security. Answers alike for a name that nobody has and a wrong password. */
@ApplicationScoped
public class PeopleStore implements IdentityStore {
    @Inject
    People people;

    @Inject
    Passwords passwords;

    /** @throws Busy when too many ask at once */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        Optional<Person> person = find(credential.getCaller());
        boolean right = passwords.verify(credential.getPassword().getValue(), person.flatMap(Person::passwordHash));
        return right ? valid(person.orElseThrow().standing()) : CredentialValidationResult.INVALID_RESULT;
    }

    private Optional<Person> find(String name) {
        try {
            return people.find(PersonName.of(name));
        } catch (IllegalArgumentException nobodys) {
            return Optional.empty();
        }
    }

    private static CredentialValidationResult valid(Standing standing) {
        return new CredentialValidationResult(
                new PersonPrincipal(standing), standing.identity().role().groups());
    }
}
