#include "CChineseInput.h"

#include <errno.h>
#include <pthread.h>
#include <rime_api.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static RimeApi *api;

#define LOCKED(statement)             \
    do {                              \
        pthread_mutex_lock(&lock);    \
        if (api) { statement; }       \
        pthread_mutex_unlock(&lock);  \
    } while (0)

int chinese_input_open(const char *shared, const char *prebuilt, const char *user) {
    int error = 0;
    pthread_mutex_lock(&lock);
    if (api) {
        error = EBUSY;
    } else {
        RIME_STRUCT(RimeTraits, traits);
        traits.shared_data_dir = shared;
        traits.user_data_dir = user;
        traits.prebuilt_data_dir = prebuilt;
        traits.staging_dir = prebuilt;
        traits.distribution_name = "kiosk";
        traits.distribution_code_name = "kiosk";
        traits.distribution_version = "1";
        traits.app_name = "rime.kiosk";
        // Fatal errors only, and no log file: what is typed must not get into one.
        traits.min_log_level = 3;
        traits.log_dir = "";
        RimeApi *found = rime_get_api();
        if (found && RIME_API_AVAILABLE(found, candidate_list_begin) && RIME_API_AVAILABLE(found, select_candidate)) {
            found->setup(&traits);
            found->initialize(&traits);
            api = found;
        } else {
            error = EINVAL;
        }
    }
    pthread_mutex_unlock(&lock);
    errno = error;
    return error ? -1 : 0;
}

void chinese_input_close(void) {
    LOCKED({
        api->cleanup_all_sessions();
        api->finalize();
        api = NULL;
    });
}

// A schema that is not there is replaced by another one silently: asking tells.
uintptr_t chinese_input_begin(const char *schema) {
    RimeSessionId session = 0;
    LOCKED({
        char current[64] = "";
        session = api->create_session();
        if (session
            && (!api->select_schema(session, schema) || !api->get_current_schema(session, current, sizeof current)
                || strcmp(current, schema) != 0)) {
            api->destroy_session(session);
            session = 0;
        }
    });
    return session;
}

void chinese_input_end(uintptr_t session) {
    LOCKED({
        api->clear_composition(session);
        api->destroy_session(session);
    });
}

int chinese_input_key(uintptr_t session, int keysym) {
    int taken = 0;
    LOCKED(taken = api->process_key(session, keysym, 0) != 0);
    return taken;
}

int chinese_input_select(uintptr_t session, size_t index) {
    int taken = 0;
    LOCKED(taken = api->select_candidate(session, index) != 0);
    return taken;
}

void chinese_input_clear(uintptr_t session) {
    LOCKED({
        RIME_STRUCT(RimeCommit, commit);
        api->clear_composition(session);
        // What is chosen and not yet taken goes too.
        if (api->get_commit(session, &commit)) api->free_commit(&commit);
    });
}

void chinese_input_set_option(uintptr_t session, const char *option, int on) {
    LOCKED(api->set_option(session, option, on ? True : False));
}

static ssize_t copy(const char *text, char *buffer, size_t capacity) {
    size_t length = text ? strlen(text) : 0;
    if (length > capacity) return -1;
    if (length > 0) memcpy(buffer, text, length);
    return (ssize_t)length;
}

ssize_t chinese_input_composition(uintptr_t session, char *buffer, size_t capacity) {
    ssize_t length = 0;
    LOCKED({
        RIME_STRUCT(RimeContext, context);
        if (api->get_context(session, &context)) {
            length = copy(context.composition.preedit, buffer, capacity);
            api->free_context(&context);
        }
    });
    return length;
}

ssize_t chinese_input_take_commit(uintptr_t session, char *buffer, size_t capacity) {
    ssize_t length = 0;
    LOCKED({
        RIME_STRUCT(RimeCommit, commit);
        if (api->get_commit(session, &commit)) {
            length = copy(commit.text, buffer, capacity);
            api->free_commit(&commit);
        }
    });
    return length;
}

size_t chinese_input_candidates(uintptr_t session, size_t limit, char *buffer, size_t capacity) {
    size_t count = 0;
    LOCKED({
        RimeCandidateListIterator iterator = {0};
        if (api->candidate_list_begin(session, &iterator)) {
            while (count < limit && api->candidate_list_next(&iterator)) {
                size_t length = strlen(iterator.candidate.text) + 1;
                if (length > capacity) break;
                memcpy(buffer, iterator.candidate.text, length);
                buffer += length;
                capacity -= length;
                count++;
            }
            api->candidate_list_end(&iterator);
        }
    });
    return count;
}
