import { ApiError } from './client.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const isProblem = (body: unknown): body is ApiError['problem'] =>
  typeof body === 'object' && body !== null && 'code' in body && 'status' in body;

/** Sends a file as it is and tells how many bytes have left; `fetch` cannot say that. Throws ApiError. */
export function sendFile<Answer>(
  path: string,
  file: File,
  type: string,
  onSent: (bytes: number) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) return resolve(body as Answer);
      const title = request.statusText || `HTTP ${request.status}`;
      reject(new ApiError(isProblem(body) ? body : { status: request.status, title, code: 'unexpected-answer' }));
    };
    request.onerror = () =>
      reject(new ApiError({ status: 0, title: 'Offline', code: 'offline', detail: 'Check the connection.' }));
    request.open('POST', path);
    request.setRequestHeader('content-type', type);
    request.send(file);
  });
}
