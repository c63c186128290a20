package app.tutti.account.signin.boundary;

import app.tutti.account.people.control.People;
import app.tutti.account.people.entity.Person;
import app.tutti.account.people.entity.PersonName;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.signin.control.Passwords;
import app.tutti.web.control.TooBusyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
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

    // The interface's own way to the right method wraps what that throws.
    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof UsernamePasswordCredential password
                ? validate(password)
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    /** @throws TooBusyException when too many ask at once */
    CredentialValidationResult validate(UsernamePasswordCredential credential) {
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

    private static CredentialValidationResult valid(PersonState standing) {
        return new CredentialValidationResult(
                new PersonPrincipal(standing), standing.identity().role().groups());
    }
}
