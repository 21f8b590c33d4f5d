#include <curl/curl.h>
#include <signal.h>
#include <sys/socket.h>

// curl_easy_setopt and curl_easy_getinfo take any number of arguments of any type, which Swift cannot call: one name for each type.

// libcurl leaves SIGPIPE alone when it may not use signals, and a server that hangs up would end the process.
static inline CURLcode tremplin_curl_start(void) {
    signal(SIGPIPE, SIG_IGN);
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

static inline CURLcode tremplin_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode tremplin_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode tremplin_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode tremplin_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode tremplin_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

typedef size_t (*tremplin_curl_transfer)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode tremplin_curl_set_transfer(CURL *handle, CURLoption option, tremplin_curl_transfer value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode tremplin_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode tremplin_curl_get_text(CURL *handle, CURLINFO info, char **value) {
    return curl_easy_getinfo(handle, info, value);
}

// Lets nothing more be read from the connection that a handle keeps, or nothing be sent either. libcurl says goodbye when a handle is let go,
// and waits two minutes for the answer of a server that hangs: this way there is none to wait for.
static inline void tremplin_curl_stop_listening(CURL *handle, int or_talking) {
    curl_socket_t socket;
    if (curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK && socket != CURL_SOCKET_BAD) {
        shutdown(socket, or_talking ? SHUT_RDWR : SHUT_RD);
    }
}
