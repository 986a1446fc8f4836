// Shows the document that this server serves. Nothing is loaded from, or sent to, anywhere else.
SwaggerUIBundle({
  url: '/openapi',
  dom_id: '#swagger-ui',
  deepLinking: true,
  displayRequestDuration: true,
  filter: true,
  validatorUrl: null,
  // JSON keeps days and times in examples what they are; YAML readers make dates and numbers of them.
  requestInterceptor: (request) => {
    if (request.loadSpec) {
      request.headers.Accept = 'application/json';
    }
    return request;
  },
});
